/** Where this reader left, only where the site has asked its reader. */

/** @import { Player } from './types' */

/** Seconds between two notes of the place. */
const APART = 5;

const kept = new WeakMap();
const RATE = 'audiopress:rate';
const shelf = (player) => `audiopress:${player.record?.id}`;

/** From now on. @param {Player} player */
export function remember(player) {
  if (kept.has(player)) return;
  kept.set(player, 0);
  const { audio } = player;
  for (const name of ['pause', 'seeked', 'ratechange']) audio.addEventListener(name, () => keep(player));
  audio.addEventListener('timeupdate', () => keep(player, APART));
  keep(player);
}

function keep(player, apart = 0) {
  const time = Math.round(player.currentTime);
  if (!player.record || !player.hasAttribute('data-remember') || Math.abs(time - kept.get(player)) < apart) return;
  kept.set(player, time);
  try {
    localStorage.setItem(RATE, String(player.rate));
    if (time < player.duration - 5) localStorage.setItem(shelf(player), String(time));
    else localStorage.removeItem(shelf(player));
  } catch {
    // No store here.
  }
}

/** Seconds, or nothing known; and the speed, for all of the page. @param {Player} player */
export function recall(player) {
  try {
    const rate = Number(localStorage.getItem(RATE));
    if (rate && player.rate === 1) player.rate = rate;
    return Number(localStorage.getItem(shelf(player))) || null;
  } catch {
    return null;
  }
}
