/** What opens below the player: chapters, transcript, and the rest of the edition. */

import { make } from './look.js';
import { keepInView } from './follow.js';
import { firstWords, mark, paint, wordAt } from './marks.js';
import { options } from './options.js';
import { listEpisodes, placeIn, queue } from './queue.js';
import { offerReport } from './report.js';
import { wordsOf } from './words.js';
import { indexAt } from './moments.js';
import { LISTS } from './later-sheets.js';
import { clock, fill, minutesOf } from './phrases.js';

/** @import { Follower, ListName, Player } from './types' */

/** @param {Player} player @param {ListName} name @returns {Promise<Follower>} */
export async function listOf(player, name) {
  paint(player, LISTS);
  return { chapters, transcript, playlist, options }[name](player);
}

const row = (onclick, ...inside) => make('li', {}, make('button', { type: 'button', class: 'row', onclick }, ...inside));
const quiet = (words) => make('span', { class: 'when' }, words);

function chapters(player) {
  const list = player.record?.chapters ?? [];
  const rows = list.map(({ start, title }) => row(() => player.play(start, 'chapters'), quiet(clock(start)), make('span', {}, title)));
  const update = (time) => current(rows.map((one) => one.children[0]), indexAt(list, time));
  return { element: make('ol', {}, ...rows), update };
}

function transcript(player) {
  const paragraphs = player.record?.paragraphs ?? [];
  /** @type {Text[][]} */
  const texts = [];
  const rows = paragraphs.map(({ start, role, text, parts }) => {
    const begin = () => player.play(start, 'transcript');
    const said = parts.map((part) => new Text(part.text));
    texts.push(said);
    const spans = parts.flatMap(({ language }, at) => [' ', make('span', { lang: language, dir: 'auto' }, said[at])]);
    const label = `${clock(start)} ${fill(player.strings.from, { words: firstWords(text) })}`;
    return make('li', {},
      make('button', { type: 'button', class: 'when', 'aria-label': label, onclick: begin }, clock(start)),
      make('p', { class: role, onclick: () => getSelection()?.isCollapsed && begin() }, ...spans.slice(1)));
  });
  const element = make('ol', { class: 'text' }, ...rows);
  const sights = rows.map((one) => [one]);
  const gaze = keepInView(player, player.ui.list);
  const update = (time) => {
    const here = indexAt(paragraphs, time);
    const word = markWord(texts[here] ?? [], paragraphs[here]?.parts ?? [], time);
    current(rows, here);
    gaze.look(sights[Math.max(0, here)], word);
    const part = paragraphs[here]?.parts[indexAt(paragraphs[here].parts, time)];
    if (player.paused && part && word[0]) {
      offerReport(player, { word: String(word[0]), range: word[0], text: part.text, paragraph: here, language: part.language });
    }
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
  return span ? [range] : [];
}

/** What the edition has besides; the one that is heard is marked, and those that were put before the others. */
async function playlist(player) {
  const episodes = await listEpisodes(player);
  const { queue: hearNext } = wordsOf(player);
  const marks = episodes.map((episode) => make('button', { type: 'button', class: 'next', 'aria-label': fill(hearNext, { title: episode.title }),
    onclick: () => {
      const at = placeOf(episode);
      if (at < 0) queue.push(episode);
      else queue.splice(at, 1);
      player.reporter.trigger = 'playlist';
      player.reporter.tell('ap-queue', { queue: queue.map(({ title }) => title) });
      show();
    } }));
  const rows = episodes.map(({ src, title, seconds }, at) => {
    const one = row(() => player.open(src), make('span', {}, title), quiet(minutesOf(seconds, player.ui.frame.lang)));
    one.append(marks[at]);
    return one;
  });
  const show = () => {
    current(rows.map((one) => one.children[0]), placeIn(episodes, player));
    marks.forEach((mark, number) => {
      const at = placeOf(episodes[number]);
      mark.ariaPressed = String(at >= 0);
      mark.textContent = at < 0 ? '+' : String(at + 1);
    });
  };
  player.addEventListener('ap-ready', show);
  return { element: make('ol', { class: 'queue' }, ...rows), update: (time, opened) => opened && show() };
}

const placeOf = ({ sound }) => queue.findIndex((one) => one.sound === sound);

function current(elements, at) {
  elements.forEach((element, number) => {
    if ((element.ariaCurrent === 'true') !== (number === at)) element.ariaCurrent = number === at ? 'true' : null;
  });
}
