/** Keeps what is spoken in view. It yields to the reader, and offers the way back. */

import { make, raise } from './look.js';
import { paint } from './marks.js';
import { FOLLOW } from './later-sheets.js';
import { wordsOf } from './words.js';

/** @import { Gaze, Measured, Player, Step } from './types' */

/** Milliseconds between two looks at where it is. */
const OFTEN = 200;
/** Milliseconds after which a scroll of ours is over, where the browser does not say so. */
const OVER = 1200;
/** Share of the room that stays free above what is brought into view. */
const ABOVE = 0.2;
/** Pixels that are no scroll. */
const STILL = 2;
/** What begins at a place of the text that the reader chose. */
const CHOSEN = /page|transcript|chapters|link/;

/**
 * Every scroll that moves the text in the window and is not ours is the reader's, by whatever it was made.
 * @param {Player} player @param {HTMLElement} [box] a list: it alone is scrolled, and never the page
 * @returns {Gaze}
 */
export function keepInView(player, box) {
  /** @type {Measured[]} */
  let whole = [];
  /** @type {Measured[]} */
  let word = [];
  let away = false;
  let due = 0;
  /** Until when a scroll is ours. */
  let own = 0;
  let top = 0;
  /** @type {Step[]} */
  let going = [];
  const { frame, list, play } = player.ui;
  const button = make('button', { type: 'button', class: 'return', part: 'return', popover: !box && 'manual', hidden: '', onclick: () => {
    away = false;
    look();
    play.focus({ preventScroll: true });
  } });
  paint(player, FOLLOW);
  const offer = (by) => {
    button.hidden = !by;
    if (!by) return;
    button.replaceChildren(make('span', {}, `${by < 0 ? '↑' : '↓'} ${wordsOf(player).back_to}`));
    if (!button.isConnected) (box ?? player.shadowRoot)?.append(button);
    if (box) return;
    button.style.bottom = `${16 + (frame.matches('.stuck') ? frame.offsetHeight : 0)}px`;
    raise(button);
  };
  const look = () => {
    const now = performance.now();
    due = now + OFTEN;
    if (now < own) return;
    // Where the transcript or another list is open the reader is there, and the page rests.
    const rests = player.dataset.follow === 'off'
      || !box && !list.hidden && !frame.matches('.stuck');
    const steps = rests ? [] : stepsTo(box, whole, word);
    offer(away && steps.reduce((sum, { top }) => sum + top, 0));
    if (!away && steps.length && !document.activeElement?.matches(':read-write')) {
      own = now + OVER;
      player.carried ||= !box;
      const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
      going = steps;
      for (const { scroller, top } of steps) scroller.scrollBy({ top, behavior });
    }
    top = boxOf(whole).top;
  };
  const life = new AbortController();
  const on = (name, act, where = box ?? document) =>
    where.addEventListener(name, act, { capture: true, passive: true, signal: life.signal });
  on('scroll', () => {
    const now = performance.now();
    // Ours goes on, however long it takes.
    if (now < own) own = now + OVER;
    if (now < own || !whole.length) return;
    // Where the page keeps the text in its place while something comes above it, nobody has scrolled.
    away ||= Math.abs(boxOf(whole).top - top) > STILL;
    if (away) look();
  });
  on('scrollend', () => {
    own = 0;
    top = boxOf(whole).top;
  });
  // A hand that comes while we scroll stops us.
  for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    on(name, (event) => {
      if (performance.now() > own || !box && event.composedPath().includes(player)) return;
      own = 0;
      away = true;
      for (const { scroller } of going) scroller.scrollBy({ top: 0, behavior: 'instant' });
    });
  }
  on('ap-seek', ({ detail }) => (away &&= !CHOSEN.test(detail.trigger)), player);
  return {
    look(now, said) {
      if (now !== whole) due = 0;
      [whole, word] = [now, said];
      if (performance.now() >= due) look();
    },
    stop() {
      life.abort();
      button.remove();
    },
  };
}

/** @param {Measured[]} parts */
function boxOf(parts) {
  const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ height }) => height);
  const { top = 0, left = 0, right = 0 } = boxes[0] ?? {};
  return { top, bottom: boxes.at(-1)?.bottom ?? 0, middle: (left + right) / 2 };
}

/**
 * What scrolls by how much, from the inmost to the page; nothing where it is in view, or can never be.
 * @param {Element|undefined} box @param {Measured[]} whole @param {Measured[]} word
 */
function stepsTo(box, whole, word) {
  const steps = [];
  const all = boxOf(whole);
  const text = whole[0] instanceof Range ? whole[0].startContainer.parentElement : whole[0];
  const page = document.scrollingElement;
  let moved = 0;
  for (let scroller = box ?? text; scroller && all.bottom; scroller = box || scroller === page ? null : scroller.parentElement) {
    if (scroller !== page && (!/auto|scroll/.test(getComputedStyle(scroller).overflowY) || scroller.localName === 'body')) continue;
    const [top, bottom] = roomIn(scroller, text, all.middle);
    const room = bottom - top;
    // A paragraph that is higher than the room is followed by the word.
    const seen = all.bottom - all.top > room && word.length ? boxOf(word) : all;
    const [head, foot] = [seen.top - moved, seen.bottom - moved];
    if (head >= top && foot <= bottom) continue;
    const free = Math.max(0, Math.min(room * ABOVE, room - foot + head));
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const by = Math.max(-scrollTop, Math.min(head - top - free, scrollHeight - clientHeight - scrollTop));
    if (Math.abs(by) < 1) continue;
    steps.push({ scroller, top: by });
    moved += by;
  }
  return steps;
}

/** Top and bottom of what can be seen in it: no padding for scrolls, nothing that lies on its edges. */
function roomIn(scroller, text, middle) {
  const { clientHeight } = scroller;
  const from = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop;
  const style = getComputedStyle(scroller);
  return [1, -1].map((way) => {
    const edge = way > 0 ? from : from + clientHeight;
    const said = way > 0 ? style.scrollPaddingTop : style.scrollPaddingBottom;
    const padding = (parseFloat(said) || 0) * (said.endsWith('%') ? clientHeight / 100 : 1);
    let at = Math.max(0, Math.min(edge, innerHeight));
    for (let lids = 0; lids < 5; lids += 1) {
      const lid = lidOf(document.elementFromPoint(middle, at + way), text)?.getBoundingClientRect();
      const end = lid && (way > 0 ? lid.bottom : lid.top);
      // Who covers half of the window is no header.
      if (end === undefined || (end - at) * way <= 0 || Math.abs(end - edge) > innerHeight / 2) break;
      at = end;
    }
    return (way > 0 ? Math.max : Math.min)(at, edge + padding * way);
  });
}

/** What is fixed there, over the text. @returns {Element|null|undefined} */
function lidOf(over, text) {
  for (let at = over; at && !at.contains(text); at = at.parentElement) {
    if (at.localName === 'audiopress-player') return at.shadowRoot.querySelector('.stuck');
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return at;
  }
  return null;
}
