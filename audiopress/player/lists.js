// @ts-check
/**
 * The lists that open below the player: transcript, chapters, and the rest of the edition.
 */

/** @import { Follower, Paragraph, Part, Player } from './types' */

import { make } from './dom.js';
import { indexAt } from './record.js';
import { mark, wordAt } from './marks.js';
import { clock, fill, firstWords, minutesOf } from './strings.js';

/** @param {Player} player */
export function chapters(player) {
  const list = player.record?.chapters ?? [];
  const buttons = list.map(({ start, title }) =>
    make('button', { type: 'button', class: 'row', onclick: () => player.play(start) },
      make('span', { class: 'when' }, clock(start)), make('span', {}, title)));
  return {
    element: make('ol', {}, ...buttons.map((button) => make('li', {}, button))),
    /** @param {number} time */
    update(time) {
      buttons.forEach((button, at) => current(button, at === indexAt(list, time)));
    },
  };
}

/** @param {Player} player */
export function transcript(player) {
  const paragraphs = player.record?.paragraphs ?? [];
  const rows = paragraphs.map((paragraph) => transcriptRow(player, paragraph));
  const element = make('ol', { class: 'text' }, ...rows.map((row) => row.item));
  let last = -1;
  return {
    element,
    /** @param {number} time @param {boolean} [opened] */
    update(time, opened) {
      const here = indexAt(paragraphs, time);
      markWord(rows[here], time);
      if (here === last && !opened) return;
      last = here;
      rows.forEach((row, at) => current(row.item, at === here));
      if (rows[here]) reveal(element, rows[here].item, !opened);
    },
  };
}

/** @param {Player} player @param {Paragraph} paragraph */
function transcriptRow(player, paragraph) {
  const start = () => player.play(paragraph.start);
  const texts = paragraph.parts.map((part) => document.createTextNode(part.text));
  const spans = paragraph.parts.map((part, at) =>
    make('span', { lang: part.language || null, dir: 'auto' }, texts[at]));
  const words = make('p', { class: paragraph.role, onclick: () => getSelection()?.isCollapsed && start() });
  spans.forEach((span, at) => words.append(at ? ' ' : '', span));
  const when = clock(paragraph.start);
  const button = make('button', { type: 'button', class: 'when', onclick: start,
    'aria-label': `${when} ${fill(player.strings.from, { words: firstWords(paragraph.text) })}` }, when);
  return { item: make('li', {}, button, words), texts, parts: paragraph.parts };
}

/** @param {{texts: Text[], parts: Part[]}|undefined} row @param {number} time */
function markWord(row, time) {
  const part = row ? indexAt(row.parts, time) : -1;
  const word = row && part >= 0 ? wordAt(row.parts[part].words, time) : null;
  const range = word?.source && row ? new Range() : null;
  if (range && row && word?.source) {
    const [from, to] = word.source.map((at) => Math.min(at, row.texts[part].length));
    range.setStart(row.texts[part], from);
    range.setEnd(row.texts[part], to);
  }
  mark('ap-word-read', range ? [range] : []);
}

/** Only the list itself scrolls, never the page. @param {HTMLElement} list @param {HTMLElement} item @param {boolean} glide */
function reveal(list, item, glide) {
  const box = /** @type {HTMLElement|null} */ (list.parentElement);
  const calm = !glide || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const top = item.offsetTop - list.offsetTop - (box?.clientHeight ?? 0) / 3;
  box?.scrollTo({ top, behavior: calm ? 'auto' : 'smooth' });
}

/** @param {Player} player */
export function playlist(player) {
  const element = make('ol', { 'aria-busy': 'true' });
  /** @type {{title: string, src: string, seconds: number}[]} */
  let episodes = [];
  let chosen = false;
  const choose = (/** @type {string} */ src) => {
    chosen = true;
    player.setAttribute('src', src);
    player.addEventListener('ap-ready', () => player.play(0), { once: true });
  };
  const rowOf = (/** @type {typeof episodes[0]} */ { title, src, seconds }) =>
    make('li', {}, make('button', { type: 'button', class: 'row', onclick: () => choose(src) },
      make('span', {}, title), make('span', { class: 'when' }, minutesOf(seconds, 'en'))));
  fetchEpisodes(player)
    .then((found) => {
      episodes = found;
      element.replaceChildren(...episodes.map(rowOf));
    })
    .catch(() => element.replaceChildren(make('li', { class: 'note' }, player.strings.listless)))
    .finally(() => element.removeAttribute('aria-busy'));
  return {
    element,
    /** The next one, for those who chose from the list. */
    goOn() {
      const here = episodes.findIndex(({ src }) => src === player.getAttribute('src'));
      if (chosen && episodes[here + 1]) choose(episodes[here + 1].src);
    },
  };
}

/**
 * The edition's feed is its playlist. Its addresses are those it is published under; here they
 * are taken relative to where the feed was fetched, so that a copy plays its own files.
 * @param {Player} player
 */
async function fetchEpisodes(player) {
  const answer = await fetch(new URL(player.getAttribute('playlist') ?? '', document.baseURI));
  if (!answer.ok) throw new Error(String(answer.status));
  const feed = new DOMParser().parseFromString(await answer.text(), 'application/xml');
  const self = [...feed.getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'link')].find(
    (link) => link.getAttribute('rel') === 'self',
  );
  const home = new URL('.', self?.getAttribute('href') ?? answer.url).href;
  return [...feed.querySelectorAll('item')].map((item) => {
    const sound = item.querySelector('enclosure')?.getAttribute('url') ?? '';
    const here = new URL(sound.replace(home, ''), answer.url);
    const [seconds] = item.getElementsByTagNameNS('http://www.itunes.com/dtds/podcast-1.0.dtd', 'duration');
    return {
      title: item.querySelector('title')?.textContent ?? '',
      src: new URL('alignment.json', here).href,
      seconds: Number(seconds?.textContent ?? 0),
    };
  });
}

/** @param {HTMLElement} element @param {boolean} yes */
function current(element, yes) {
  if (yes) element.setAttribute('aria-current', 'true');
  else element.removeAttribute('aria-current');
}
