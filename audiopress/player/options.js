/** What a listener sets. */

import { make } from './look.js';
import { minutesOf } from './phrases.js';
import { wordsOf } from './words.js';

/** @import { Follower, Player } from './types' */

/** Minutes after which it can fall silent. */
const NAPS = [5, 15, 30, 45, 60];
const MINUTE = 60000;

/** The last moments fade: so many steps, so many milliseconds apart. */
const STEPS = 20;
const APART = 200;

/** When all players of the page fall silent: milliseconds or never, what was chosen, and what shows it. */
export const sleep = { due: 0, chosen: '', show: () => {} };

/** Whether this article was to be the last; that is over then. */
export function endsHere() {
  const ends = sleep.chosen === 'end';
  if (ends) set(0, '');
  return ends;
}

/** Who presses play after the time has come is awake. */
export function wake() {
  if (isOver()) set(0, '');
}

const isOver = () => sleep.due && Date.now() >= sleep.due;

/** @param {number} due @param {string} chosen */
export function set(due, chosen) {
  Object.assign(sleep, { due, chosen });
  sleep.show();
}

/** Falls silent when it is time. @param {Player} player */
export function doze(player) {
  if (!isOver()) return;
  // Nor does the next article begin, should this one end before.
  set(0, 'end');
  const { audio } = player;
  const { volume } = audio;
  let left = STEPS;
  const fading = setInterval(() => {
    left -= 1;
    audio.volume = volume * left / STEPS;
    // Who sets it otherwise meanwhile is awake.
    const asleep = sleep.chosen === 'end';
    if (left && asleep && !player.paused) return;
    clearInterval(fading);
    if (asleep) player.pause('sleep');
    audio.volume = volume;
    endsHere();
  }, APART);
}

/** @param {Player} player @returns {Follower} */
export function options(player) {
  const words = wordsOf(player);
  const { dataset, ui } = player;
  const line = (label, control) => make('li', {}, make('label', { class: 'option' }, label, control));
  const toggle = (name) => {
    const box = make('input', { type: 'checkbox', role: 'switch' });
    box.checked = dataset[name] !== 'off';
    box.onchange = () => (dataset[name] = box.checked ? 'on' : 'off');
    return line(words[name], box);
  };
  const nap = make('select', {}, make('option', { value: '' }, words.off),
    ...NAPS.map((minutes) => make('option', { value: minutes }, minutesOf(minutes * 60, ui.frame.lang))),
    make('option', { value: 'end' }, words.end));
  const until = make('span', {});
  const show = () => {
    nap.value = sleep.chosen;
    const time = new Date(sleep.due).toLocaleTimeString(ui.frame.lang, { timeStyle: 'short' });
    until.textContent = words.sleep + (sleep.due ? ` · ${time}` : '');
  };
  nap.onchange = () => {
    const minutes = Number(nap.value);
    set(minutes ? Date.now() + minutes * MINUTE : 0, nap.value);
  };
  const rows = [toggle('follow')];
  if (matchMedia('(any-pointer: coarse)').matches) rows.push(toggle('tap'));
  if (player.hasAttribute('playlist')) rows.push(toggle('continue'));
  rows.push(line(until, nap));
  if (canBeQuiet()) rows.push(line(words.volume, volumeOf(player)));
  // What is under a hand, or read aloud, changes when it means something else.
  const update = (time, opened) => opened && (sleep.show = show)();
  return { element: make('ul', {}, ...rows), update };
}

/** Where only the keys of the machine set it, it stays what it is. */
function canBeQuiet() {
  const sound = new Audio();
  sound.volume = 0.5;
  return sound.volume < 1;
}

function volumeOf({ audio }) {
  const slider = make('input', { type: 'range', max: 1, step: 0.05, value: audio.volume });
  slider.oninput = () => (audio.volume = Number(slider.value));
  return slider;
}
