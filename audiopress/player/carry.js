/** What sounds goes on on the next page of the same site, in this tab and nowhere else. */

import { webAddress } from './addresses.js';
import { make } from './look.js';
import { set, sleep } from './options.js';
import { queue } from './queue.js';
import { dress } from './sticky.js';

/** @import { Player } from './types' */

/** Also named where `audiopress-player.js` looks whether there is one. */
const SHELF = 'audiopress';

/** Milliseconds in which the next page has to come. */
const SOON = 60000;

/** @type {Player|null} */
let along = null;

/** From now on this one goes along. @param {Player} player */
export function carry(player) {
  if (!along) {
    addEventListener('pagehide', leave);
    // A page that comes back as it was has its player still.
    addEventListener('pageshow', (event) => event.persisted && resume());
  }
  along = player;
}

function leave() {
  if (!along?.record || !along.isConnected || along.paused && !('carried' in along.dataset)) return;
  const { record, currentTime, rate, paused } = along;
  const [src, playlist] = ['src', 'playlist'].map((name) => webAddress(along?.getAttribute(name), document.baseURI));
  const note = { src, playlist, sound: record.audio, currentTime, rate, paused, queue, sleep, at: Date.now() };
  try {
    sessionStorage.setItem(SHELF, JSON.stringify(note));
  } catch {
    // No store here.
  }
}

/** In the place of the same article, if the page has it, else in a bar. */
export function resume() {
  const note = JSON.parse(sessionStorage.getItem(SHELF) ?? 'null');
  sessionStorage.removeItem(SHELF);
  if (!note || Date.now() - note.at > SOON) return;
  const isIt = (player) => [player.record?.audio, player.audio?.src].includes(note.sound);
  const begin = (player, time) => {
    player.rate = note.rate;
    player.currentTime = time;
    carry(player);
    const [entry] = performance.getEntriesByType('navigation');
    // Who loads a page again may have wanted silence.
    if (!note.paused && !(entry instanceof PerformanceNavigationTiming && entry.type === 'reload')) player.play(time, 'continue');
  };
  queue.splice(0, queue.length, ...note.queue);
  set(note.sleep.due, note.sleep.chosen);
  const own = [...document.querySelectorAll('audiopress-player')].find(isIt);
  if (own) {
    begin(own, note.currentTime);
    return;
  }
  const bar = make('audiopress-player', { src: note.src, playlist: note.playlist || false, 'data-page': 'off', 'data-sticky': 'site', 'data-carried': '' });
  document.body.append(bar);
  dress(bar, true);
  begin(bar, note.currentTime);
  document.addEventListener('ap-ready', ({ target }) => {
    if (!bar.isConnected || target === bar || !isIt(target)) return;
    note.paused = bar.paused;
    begin(target, bar.currentTime);
    bar.remove();
  });
}
