/** What opens below the player: chapters, transcript, and the rest of the edition. */

import { make, sheetOf } from './look.js';
import { firstWords, mark, paint, wordAt } from './page.js';
import { indexAt, webAddress } from './record.js';
import { clock, fill, minutesOf } from './strings.js';

/** @import { Follower, Part, Player } from './types' */

const SHEET = sheetOf(`
.row{display:flex;gap:.75rem;inline-size:100%;min-block-size:2.25rem;padding:.375rem .5rem;text-align:start;align-items:baseline}
.row :not(.when){flex:1}
:is(.row,.when):hover,[aria-current]{background:var(--soft)}
[aria-current]{box-shadow:inset 3px 0 var(--accent);border-radius:.25rem}
[dir=rtl] [aria-current]{box-shadow:inset -3px 0 var(--accent)}
.text li{display:grid;grid-template-columns:3.25rem minmax(0,1fr);align-items:baseline}
.text .when{min-block-size:2rem;text-align:end;padding-inline-end:.5rem}
.text p{padding:.3rem .5rem;font:1.0625rem/1.5 var(--text);cursor:pointer}
.text .heading,.text .headline{font-weight:700}
.text .byline{color:var(--quiet)}
::highlight(ap-word-read){background-color:color-mix(in srgb,#f5a400 46%,transparent)}`);

/** @param {Player} player @param {'chapters'|'transcript'|'playlist'} name @returns {Follower} */
export function listOf(player, name) {
  paint(player, SHEET);
  return { chapters, transcript, playlist }[name](player);
}

const row = (onclick, ...inside) => make('li', {}, make('button', { type: 'button', class: 'row', onclick }, ...inside));
const when = (words) => make('span', { class: 'when' }, words);

function chapters(player) {
  const list = player.record?.chapters ?? [];
  const rows = list.map(({ start, title }) => row(() => player.play(start), when(clock(start)), make('span', {}, title)));
  const update = (time) => current(rows.map((one) => one.children[0]), indexAt(list, time));
  return { element: make('ol', {}, ...rows), update };
}

function transcript(player) {
  const paragraphs = player.record?.paragraphs ?? [];
  /** @type {Text[][]} */
  const texts = [];
  const rows = paragraphs.map(({ start, role, text, parts }) => {
    const begin = () => player.play(start);
    const said = parts.map((part) => new Text(part.text));
    texts.push(said);
    const spans = parts.flatMap(({ language }, at) => [' ', make('span', { lang: language, dir: 'auto' }, said[at])]);
    const label = `${clock(start)} ${fill(player.strings.from, { words: firstWords(text) })}`;
    return make('li', {},
      make('button', { type: 'button', class: 'when', 'aria-label': label, onclick: begin }, clock(start)),
      make('p', { class: role, onclick: () => getSelection()?.isCollapsed && begin() }, ...spans.slice(1)));
  });
  const element = make('ol', { class: 'text' }, ...rows);
  let last = -1;
  const update = (time, opened) => {
    const here = indexAt(paragraphs, time);
    markWord(texts[here] ?? [], paragraphs[here]?.parts ?? [], time);
    if (here === last && !opened) return;
    last = here;
    current(rows, here);
    // Only the list scrolls, never the page.
    element.parentElement?.scrollTo({ top: (rows[here]?.offsetTop ?? 0) - 80 });
  };
  return { element, update };
}

function markWord(texts, parts, time) {
  const at = indexAt(parts, time);
  const span = wordAt(parts[at]?.words ?? [], time)?.source?.map((to) => Math.min(to, texts[at].length));
  const range = new Range();
  if (span) range.setStart(texts[at], span[0]);
  if (span) range.setEnd(texts[at], span[1]);
  mark('ap-word-read', span ? [range] : []);
}

function playlist(player) {
  const element = make('ol');
  /** @type {string[]} */
  let sources = [];
  const choose = (src) => {
    if (!src) return;
    player.addEventListener('ap-ready', () => player.play(0), { once: true });
    player.setAttribute('src', src);
  };
  fetchEpisodes(player).then((episodes) => {
    sources = episodes.map(({ src }) => src);
    element.append(...episodes.map(({ src, title, seconds }) =>
      row(() => choose(src), make('span', {}, title), when(minutesOf(seconds, player.ui.frame.lang)))));
  }).catch(() => element.append(make('li', {}, player.strings.missing)));
  /** For those who chose from the list: the next one. */
  const goOn = () => {
    const here = sources.indexOf(player.getAttribute('src') ?? '');
    if (here >= 0) choose(sources[here + 1]);
  };
  return { element, goOn };
}

/** The feed, its addresses relative to where it was fetched: a copy plays its own files. */
async function fetchEpisodes(player) {
  const answer = await fetch(new URL(player.getAttribute('playlist') ?? '', document.baseURI));
  const feed = new DOMParser().parseFromString(await answer.text(), 'application/xml');
  const home = new URL('.', feed.querySelector('channel > link[rel=self]')?.getAttribute('href') ?? answer.url).href;
  const items = [...feed.querySelectorAll('item')];
  if (!items.length) throw new Error(answer.statusText);
  return items.map((item) => {
    const sound = item.querySelector('enclosure')?.getAttribute('url') ?? '';
    return {
      title: item.querySelector('title')?.textContent ?? '',
      seconds: Number(item.getElementsByTagNameNS('*', 'duration')[0]?.textContent),
      src: webAddress('alignment.json', webAddress(sound.replace(home, ''), answer.url)),
    };
  }).filter(({ src }) => src);
}

function current(elements, at) {
  elements.forEach((element, number) => (element.ariaCurrent = number === at ? 'true' : null));
}
