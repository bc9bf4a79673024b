/** What is seen and pressed. */

import { icon } from './icons.js';
import { make } from './look.js';
import { clock, fill, inUnits, minutesOf } from './phrases.js';

/** @import { Acts, Controls, ListName, Recording, State, Strings } from './types' */

const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** @type {ListName[]} */
export const LISTS = ['chapters', 'transcript', 'playlist', 'options'];

/** Seconds that a key takes the slider on. @type {Record<string, number>} */
const KEYS = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };

/** Named by what `strings.js` calls them. @type {(keyof Controls & keyof Strings)[]} */
const NAMED = ['more', 'previous', 'back', 'forward', 'next', 'speed', 'range', 'download', 'share', 'device', 'close', 'options'];

/** `data-state`, as sites have styled by it since 0.1. @type {Record<State, string>} */
export const SHOWN = { idle: 'paused', wanted: 'loading', sounding: 'playing', failed: 'failed' };

/** @param {Acts} acts @returns {Controls} */
export function drawControls(acts) {
  const box = (name, ...inside) => make('div', { class: name, part: name }, ...inside);
  const span = (name, ...inside) => make('span', { class: name, part: name }, ...inside);
  const button = (name, onclick, ...inside) =>
    make('button', { type: 'button', part: `button ${name}`, onclick }, ...inside);
  const lists = { chapters: button('chapters', () => acts.list('chapters')),
    transcript: button('transcript', () => acts.list('transcript')),
    playlist: button('playlist', () => acts.list('playlist')),
    options: button('options', () => acts.list('options'), icon('options')) };
  const ui = {
    ...lists,
    play: button('play', acts.play, icon('play')),
    listen: span('listen'),
    title: span('title'),
    length: span('length'),
    meta: span('meta'),
    now: span('now'),
    left: span('left'),
    wave: box('wave'),
    range: make('input', { type: 'range', part: 'position', max: 1, value: 0, step: 0.1 }),
    previous: button('previous', acts.previous, icon('previous')),
    back: button('back', acts.back, icon('back', '15')),
    forward: button('forward', acts.forward, icon('forward', '30')),
    next: button('next', acts.next, icon('next')),
    speed: make('select', { part: 'speed' }, ...RATES.map((value) => make('option', { value }, `${value}×`))),
    download: make('a', { part: 'button download', download: '', target: '_blank', onclick: acts.download }, icon('download')),
    share: button('share', acts.share, icon('share')),
    device: button('device', acts.device, icon('device')),
    close: button('close', acts.close, icon('close')),
    words: span('words'),
    retry: button('retry', acts.retry),
    list: box('list'),
    more: button('more', () => toggle(), icon('more')),
  };
  const label = span('label', ui.listen, ui.title, ui.length);
  const head = box('head', label, ui.meta);
  const track = box('track', ui.wave, ui.range);
  const seek = box('seek', ui.now, track, ui.left);
  const moves = span('moves', ui.previous, ui.back, ui.forward, ui.next);
  const ends = span('ends', ui.download, ui.share, ui.device, ui.close);
  const opened = span('lists', ...Object.values(lists));
  const tools = box('tools', moves, ui.speed, opened, ends);
  const status = box('status', ui.words, ui.retry);
  const player = box('player', ui.play, head, seek, ui.more, tools, status);
  const frame = box('frame', player, ui.list);
  const toggle = () => (ui.more.ariaExpanded = String(frame.classList.toggle('all')));
  ui.more.ariaExpanded = 'false';
  ui.speed.value = '1';
  frame.lang = 'en';
  ui.words.role = 'status';
  player.role = 'group';
  ui.list.id = 'list';
  seek.dir = moves.dir = ui.speed.dir = 'ltr';
  for (const hidden of [ui.list, ui.device, ui.retry, ...Object.values(lists)]) hidden.hidden = true;
  for (const list of Object.values(lists)) list.setAttribute('aria-controls', 'list');
  listen(ui, player, acts);
  return { ...ui, label, head, track, seek, moves, ends, lists: opened, tools, status, player, frame };
}

function listen({ range, speed }, player, acts) {
  range.oninput = () => {
    player.dataset.dragging = '';
    acts.drag(Number(range.value));
  };
  range.onchange = () => {
    delete player.dataset.dragging;
    acts.seek(Number(range.value));
  };
  range.onkeydown = (event) => {
    const step = KEYS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    acts.nudge(step);
  };
  speed.onchange = () => acts.speed(Number(speed.value));
}

/** The words of a language. @param {Controls} ui @param {Strings} strings */
export function nameControls(ui, strings) {
  for (const name of NAMED) ui[name].ariaLabel = ui[name].title = strings[name];
  for (const name of LISTS.slice(0, 3)) ui[name].textContent = strings[name];
  ui.listen.textContent = strings.listen;
  ui.retry.textContent = strings.retry;
}

/**
 * What it is that can be heard.
 * @param {Controls} ui @param {Strings} strings @param {Recording|null} record
 * @param {string} title @param {number} duration
 */
export function describe(ui, strings, record, title, duration) {
  ui.title.textContent = title || strings.listen;
  const length = duration ? minutesOf(duration, ui.frame.lang) : '';
  const ai = record?.ai ? strings.ai : '';
  ui.length.textContent = length && ` · ${length}`;
  ui.meta.textContent = ai;
  // Where the label has no room for it.
  ui.meta.dataset.length = length && ai ? `${length} · ` : length;
  ui.player.ariaLabel = title ? `${strings.listen}: ${title}` : strings.listen;
  ui.range.max = String(duration || 1);
}

/**
 * What goes on; `which` names the article where a page has several.
 * @param {Controls} ui @param {Strings} strings @param {State} state @param {string} which
 */
export function showState(ui, strings, state, which) {
  const going = state === 'wanted' || state === 'sounding';
  const act = going ? strings.pause : strings.play;
  ui.frame.dataset.state = SHOWN[state];
  ui.play.ariaLabel = ui.play.title = which ? `${act}: ${which}` : act;
  if (String(going) === (ui.play.dataset.going ?? 'false')) return;
  ui.play.replaceChildren(icon(going ? 'pause' : 'play'));
  ui.play.dataset.going = String(going);
}

/** `1 minute 5 seconds`, for those who hear it. @param {number} seconds @param {string} language */
function timeInWords(seconds, language) {
  const whole = Math.max(0, Math.round(seconds || 0));
  const rest = inUnits(whole % 60, 'second', 'long', language);
  return whole < 60 ? rest : `${inUnits(Math.floor(whole / 60), 'minute', 'long', language)} ${rest}`;
}

/** @param {Controls} ui @param {Strings} strings @param {number} time @param {number} duration */
export function showTime(ui, strings, time, duration) {
  // A thumb that is held is where the hand is.
  if ('dragging' in ui.player.dataset && time !== Number(ui.range.value)) return;
  const [now, all] = [time, duration].map((seconds) => timeInWords(seconds, ui.frame.lang));
  ui.range.value = String(time);
  ui.range.ariaValueText = fill(strings.of, { now, all });
  ui.now.textContent = clock(time);
  ui.left.textContent = duration ? `−${clock(Math.ceil(duration) - Math.floor(time))}` : '';
  ui.player.style.setProperty('--played', String(duration && Math.min(1, time / duration)));
}
