/** The bar at the edge of the window, while it sounds and its place is out of sight. */

/** @import { Player } from './types' */

/** A colour through which what is below shows. */
const THIN = /^(rgba\(.*, 0(\.[0-4]\d*)?\)|.*\/ 0(\.[0-4]\d*)?\))$/;

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

/** What the page is really painted with at this place, whatever `color-scheme` says. @param {Element} player */
export function coloursOf(player) {
  /** @type {Element|null} */
  let at = player;
  while (at) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    // On a picture the letters alone say what the ground is like.
    if (backgroundImage !== 'none' && !/gradient/.test(backgroundImage)) break;
    if (!THIN.test(backgroundColor)) {
      return { ground: backgroundColor, ink: getComputedStyle(player).color };
    }
    const root = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return { ground: at ? 'oklch(from currentColor calc((.62 - l) * 999) 0 0)' : 'Canvas', ink: getComputedStyle(player).color };
}
