/** The bar at the edge of the window, while it sounds and its place is out of sight. */

import { raise } from './look.js';

/** @import { Player } from './types' */

/** @param {Player} player @param {IntersectionObserverEntry} entry where its place is */
export function stick(player, entry) {
  const { frame } = player.ui;
  if ('carried' in player.dataset) return;
  // Above what is seen, of the window or of the box that scrolls; or wherever it began by itself.
  const away = !entry.isIntersecting
    && (entry.boundingClientRect.top < innerHeight / 2 || player.reporter.trigger === 'continue');
  dress(player, away && (!player.paused || frame.matches('.stuck')));
}

/** @param {Player} player */
export function unstick(player) {
  player.pause('button');
  if ('carried' in player.dataset) player.remove();
  else dress(player, false);
  // Else who came by keyboard stood at the beginning of the page.
  const here = player.isConnected ? player : document.querySelector('audiopress-player');
  here?.ui.play.focus({ preventScroll: true });
}

/** @param {Player} player @param {boolean} small */
export function dress(player, small) {
  const { frame } = player.ui;
  if (small === frame.matches('.stuck')) return;
  const carried = 'carried' in player.dataset;
  player.style.minBlockSize = small && !carried ? `${player.getBoundingClientRect().height}px` : '';
  if (carried) player.style.margin = '0';
  player.toggleAttribute('data-stuck', small);
  frame.classList.toggle('stuck', small);
  frame.classList.toggle('bar', small || player.getAttribute('layout') === 'bar');
  frame.popover = small ? 'manual' : null;
  if (small) raise(frame);
}
