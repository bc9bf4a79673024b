/** The bar at the edge of the window, while it sounds and its place is out of sight. */

import { coloursOf } from './colours.js';

/** @import { Player } from './types' */

/** @param {Player} player @param {IntersectionObserverEntry} entry where its place is */
export function stick(player, entry) {
  const { frame } = player.ui;
  // Above what is seen: of the window, or of the box that scrolls.
  const away = !entry.isIntersecting && entry.boundingClientRect.top < innerHeight / 2;
  dress(player, away && (!player.paused || frame.matches('.stuck')));
}

/** @param {Player} player */
export function unstick(player) {
  player.pause('button');
  dress(player, false);
}

/** @param {Player} player @param {boolean} small */
function dress(player, small) {
  const { frame } = player.ui;
  if (small === frame.matches('.stuck')) return;
  player.style.minBlockSize = small ? `${player.getBoundingClientRect().height}px` : '';
  frame.classList.toggle('stuck', small);
  frame.classList.toggle('bar', small || player.getAttribute('layout') === 'bar');
  // It takes the page's colours along to a place that has none.
  const { ground, ink } = small ? coloursOf(player) : { ground: null, ink: null };
  frame.style.setProperty('--measured', ground);
  frame.style.setProperty('--measured-ink', ink);
  // In the top layer no ancestor's `transform` or `z-index` reaches it.
  frame.popover = small ? 'manual' : null;
  if (small) frame.showPopover?.();
}
