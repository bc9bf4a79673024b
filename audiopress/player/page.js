// @ts-check
/**
 * The publisher's own page while the player speaks it: the paragraph and the word are painted, and
 * a reader can start anywhere. No element of the page is added, changed or given a role: the marks
 * are highlights, and the one button that goes from paragraph to paragraph is the player's.
 */

/** @import { Page, Player, Spot } from './types' */

import { icon, make } from './dom.js';
import { findQuotes, lettersOf, rangeOf, readPage } from './find.js';
import { mark, paintPage, wordAt } from './marks.js';
import { indexAt } from './record.js';
import { fill, firstWords } from './strings.js';

/**
 * Follow the sound in the page, or nothing where the page has none of its paragraphs.
 * @param {Player} player @param {Element|null} root
 */
export function followPage(player, root) {
  if (!root) return null;
  let { page, spots } = locate(player, root);
  if (!spots.length) return null;
  paintPage();
  const hand = handOf(player, () => spots);
  /** @type {Spot|undefined} */
  let last;
  return {
    /** @param {number} time */
    update(time) {
      const near = spots[indexAt(spots, time)];
      const spot = near && time < near.end + 1.5 && (!player.paused || time > 0) ? near : undefined;
      if (spot && !spot.ranges[0].startContainer.isConnected) {
        ({ page, spots } = locate(player, root));
        return;
      }
      if (spot !== last) mark('ap-paragraph', spot?.ranges ?? []);
      last = spot;
      mark('ap-word', spot ? wordRanges(page, spot, time) : []);
    },
    stop() {
      mark('ap-paragraph', []);
      mark('ap-word', []);
      hand.remove();
    },
  };
}

/** @param {Player} player @param {Element} root */
function locate(player, root) {
  const page = readPage(root);
  const paragraphs = player.record?.paragraphs ?? [];
  const parts = paragraphs.flatMap((paragraph) => paragraph.parts.map((part) => ({ paragraph, part })));
  const fresh = parts.filter(({ part }, at) => part.quote?.exact !== parts[at - 1]?.part.quote?.exact);
  const places = findQuotes(page, fresh.map(({ part }) => part.quote));
  /** @type {Map<object, Spot>} */
  const spots = new Map();
  for (const { paragraph, part } of parts) {
    const at = fresh.findIndex((one) => one.part.quote?.exact === part.quote?.exact);
    const place = part.quote ? places[at] : null;
    if (!place) continue;
    const { start, end, text } = paragraph;
    const spot = spots.get(paragraph) ?? { start, end, text, found: [], ranges: [] };
    spots.set(paragraph, spot);
    const shift = lettersOf(part.quote?.exact ?? '').indexOf(lettersOf(part.text));
    spot.found.push({ part, place, shift });
    if (spot.found.every((one) => one.place !== place || one.part === part)) {
      spot.ranges.push(...place.pieces.map(([from, to]) => rangeOf(page, from, to)));
    }
  }
  return { page, spots: [...spots.values()] };
}

/** @param {Page} page @param {Spot} spot @param {number} time */
function wordRanges(page, spot, time) {
  const found = spot.found.findLast(({ part }) => part.start <= time + 0.005);
  const word = found && wordAt(found.part.words, time);
  if (!found || !word?.source || found.shift < 0) return [];
  const { shift, part, place } = found;
  const [from, to] = word.source.map((at) => shift + lettersOf(part.text.slice(0, at)).length);
  return place.pieces.flatMap(([start, end, read]) => {
    const [head, tail] = [Math.max(from, read), Math.min(to, read + end - start)];
    return head < tail ? [rangeOf(page, start + head - read, start + tail - read)] : [];
  });
}

/**
 * The button beside a paragraph. A pointer that rests on a paragraph brings it there; by keyboard
 * it is one more stop after the player, and the arrow keys take it through the page.
 * @param {Player} player @param {() => Spot[]} spotsOf
 */
function handOf(player, spotsOf) {
  let at = 0;
  let hiding = 0;
  const button = make('button', { type: 'button', class: 'here', part: 'here', popover: 'manual',
    onclick: () => player.play(spotsOf()[at].start), 'aria-description': player.strings.arrows }, icon('play'));
  player.shadowRoot?.querySelector('.frame')?.append(button);
  button.showPopover?.();
  const go = (/** @type {number} */ to) => {
    at = Math.max(0, Math.min(to, spotsOf().length - 1));
    button.setAttribute('aria-label', fill(player.strings.from, { words: firstWords(spotsOf()[at].text) }));
    settle();
  };
  const settle = () => put(button, spotsOf()[at]);
  const hide = () => button.classList.remove('shown');
  const show = (/** @type {number} */ to) => {
    clearTimeout(hiding);
    button.classList.add('shown');
    go(to);
  };
  button.addEventListener('focus', () => {
    if (!button.matches(':focus-visible')) return;
    go(Math.max(0, indexAt(spotsOf(), player.currentTime)));
    bring(spotsOf()[at]);
  });
  button.addEventListener('blur', () => mark('ap-choice', []));
  button.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!step) return;
    event.preventDefault();
    go(at + step);
    bring(spotsOf()[at]);
  });
  button.addEventListener('pointerenter', () => clearTimeout(hiding));
  const over = (/** @type {PointerEvent} */ event) => {
    const target = event.composedPath()[0];
    if (target === button || !(target instanceof Node)) return;
    const to = spotsOf().findIndex((spot) => spot.ranges.some((range) => holds(range, target)));
    if (to >= 0) show(to);
    else {
      clearTimeout(hiding);
      hiding = window.setTimeout(hide, 700);
    }
  };
  const follow = () => (button.matches('.shown,:focus-visible') ? settle() : undefined);
  document.addEventListener('pointerover', over);
  addEventListener('scroll', follow, { passive: true });
  addEventListener('resize', follow, { passive: true });
  go(0);
  return {
    remove() {
      document.removeEventListener('pointerover', over);
      removeEventListener('scroll', follow);
      removeEventListener('resize', follow);
      button.remove();
    },
  };
}

/** Whether an element is, or lies in, the block that holds the range. @param {Range} range @param {Node} target */
function holds(range, target) {
  const block = range.commonAncestorContainer;
  const holder = block instanceof Text ? block.parentElement : block;
  return Boolean(holder?.contains(target)) && range.intersectsNode(target) && target !== document.body;
}

/** @param {HTMLElement} button @param {Spot} spot */
function put(button, spot) {
  const line = spot.ranges[0].getClientRects()[0];
  if (!line) return;
  const box = spot.ranges[0].getBoundingClientRect();
  const fromRight = getComputedStyle(/** @type {Element} */ (spot.ranges[0].startContainer.parentElement)).direction === 'rtl';
  const outside = fromRight ? box.right + 8 : box.left - 40;
  const fits = outside >= 2 && outside + 34 <= document.documentElement.clientWidth;
  const edge = document.documentElement.clientWidth - 34;
  button.style.left = `${fits ? outside : edge}px`;
  button.style.top = `${fits ? line.top + line.height / 2 - 16 : line.top - 30}px`;
}

/** @param {Spot} spot */
function bring(spot) {
  mark('ap-choice', spot.ranges);
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  spot.ranges[0].startContainer.parentElement?.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}
