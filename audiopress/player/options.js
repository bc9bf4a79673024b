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

/** When all players of the page fall silent: milliseconds, what was chosen, and what shows it. */
const sleep = { due: Infinity, chosen: '', show: () => {} };

/** Whether this article was to be the last; that is over then. */
export function endsHere() {
  const ends = sleep.chosen === 'end';
  if (ends) sleep.chosen = '';
  sleep.show();
  return ends;
}

/** Falls silent when it is time. @param {Player} player */
export function doze(player) {
  if (Date.now() < sleep.due) return;
  Object.assign(sleep, { due: Infinity, chosen: '' });
  sleep.show();
  const { audio } = player;
  const { volume } = audio;
  let left = STEPS;
  const fading = setInterval(() => {
    left -= 1;
    audio.volume = volume * left / STEPS;
    if (left && !player.paused) return;
    clearInterval(fading);
    player.pause('sleep');
    audio.volume = volume;
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
    const time = new Date(Math.min(sleep.due, 8e15)).toLocaleTimeString(ui.frame.lang, { timeStyle: 'short' });
    until.textContent = words.sleep + (sleep.due < Infinity ? ` · ${time}` : '');
  };
  sleep.show = show;
  nap.onchange = () => {
    const minutes = Number(nap.value);
    Object.assign(sleep, { due: minutes ? Date.now() + minutes * MINUTE : Infinity, chosen: nap.value });
    show();
  };
  const rows = [toggle('follow')];
  if (matchMedia('(any-pointer: coarse)').matches) rows.push(toggle('tap'));
  if (player.hasAttribute('playlist')) rows.push(toggle('continue'));
  rows.push(line(until, nap));
  if (canBeQuiet()) rows.push(line(words.volume, volumeOf(player)));
  return { element: make('ul', {}, ...rows), update: show };
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
