// @ts-check
/**
 * The publisher's page while the player speaks it: paragraph and word are painted, and a reader
 * can start anywhere. No element of the page is added or changed: the one button that goes from
 * paragraph to paragraph is the player's.
 */

import { icon, make, sheetOf } from './look.js';
import { findQuotes, firstWords, lettersOf, mark, paint, rangeOf, readPage, wordAt } from './marks.js';
import { indexAt } from './record.js';
import { fill } from './strings.js';

/** @import { Page, Player, Spot } from './types' */

const STEPS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -1e9, End: 1e9 };
// In a layer, so that a site's own ::highlight() rules come first.
const MARKS = sheetOf(`@layer audiopress{
::highlight(ap-paragraph){background-color:color-mix(in srgb,#f5c400 26%,transparent)}
::highlight(ap-word){background-color:color-mix(in srgb,#f5a400 46%,transparent)}}`);
const BUTTON = sheetOf(`
.here{position:fixed;inset:auto;display:grid;place-items:center;inline-size:2rem;block-size:2rem;border-radius:50%;background:var(--ink);color:var(--paper);box-shadow:0 1px 4px #0003}
.here:not(.shown,:focus-visible){opacity:0;pointer-events:none}`);

/** Nothing where the page has none of the paragraphs. @param {Player} player @param {Element|null} root */
export function followPage(player, root) {
  if (!root) return null;
  let { page, spots } = locate(player, root);
  if (!spots.length) return null;
  paint(null, MARKS);
  const remove = addButton(player, () => spots);
  /** @type {Spot|undefined} */
  let last;
  return {
    update(time) {
      const near = spots[indexAt(spots, time)];
      const spot = near && time && time < near.end + 1.5 ? near : undefined;
      if (spot && !spot.ranges[0].startContainer.isConnected) ({ page, spots } = locate(player, root));
      else if (spot !== last) mark('ap-paragraph', spot?.ranges ?? []);
      last = spot;
      mark('ap-word', spot ? wordRanges(page, spot, time) : []);
    },
    stop() {
      mark('ap-paragraph', []);
      mark('ap-word', []);
      remove();
    },
  };
}

/** @param {Player} player @param {Element} root */
function locate(player, root) {
  const page = readPage(root);
  const parts = (player.record?.paragraphs ?? []).flatMap((paragraph) => paragraph.parts.map((part) => ({ paragraph, part })));
  // Voices that share a block share its quote: it is looked for once.
  const quotes = parts.map(({ part }) => part.quote).filter((quote, at, all) => quote && quote.exact !== all[at - 1]?.exact);
  const places = findQuotes(page, quotes);
  /** @type {Map<object, Spot>} */
  const spots = new Map();
  for (const { paragraph, part } of parts) {
    const place = places[quotes.findIndex((quote) => quote?.exact === part.quote?.exact)];
    if (!place || !part.quote) continue;
    const spot = spots.get(paragraph) ?? { ...paragraph, found: [], ranges: [] };
    if (!spot.found.some((one) => one.place === place)) {
      spot.ranges.push(...place.pieces.map(([from, to]) => rangeOf(page, from, to)));
    }
    spot.found.push({ part, place, shift: lettersOf(part.quote.exact).indexOf(lettersOf(part.text)) });
    spots.set(paragraph, spot);
  }
  return { page, spots: [...spots.values()] };
}

/** @param {Page} page @param {Spot} spot @param {number} time */
function wordRanges(page, spot, time) {
  const found = spot.found[indexAt(spot.found.map(({ part }) => part), time)];
  const span = found && wordAt(found.part.words, time)?.source;
  if (!span || found.shift < 0) return [];
  const [from, to] = span.map((at) => found.shift + lettersOf(found.part.text.slice(0, at)).length);
  return found.place.pieces.flatMap(([start, end, read]) => {
    const [head, tail] = [Math.max(from, read), Math.min(to, read + end - start)];
    return head < tail ? [rangeOf(page, start + head - read, start + tail - read)] : [];
  });
}

/**
 * A pointer on a paragraph brings the button there; by keyboard it is one more stop after the
 * player, and the arrow keys take it through the page.
 * @param {Player} player @param {() => Spot[]} spotsOf
 */
function addButton(player, spotsOf) {
  let at = 0;
  let hiding = 0;
  const button = make('button', { type: 'button', class: 'here', part: 'here', popover: 'manual',
    'aria-description': player.strings.arrows, onclick: () => player.play(spotsOf()[at].start) }, icon('play'));
  paint(player, BUTTON);
  player.shadowRoot?.append(button);
  button.showPopover?.();
  const go = (to, bring) => {
    at = Math.max(0, Math.min(to, spotsOf().length - 1));
    const { text, ranges } = spotsOf()[at];
    button.ariaLabel = fill(player.strings.from, { words: firstWords(text) });
    if (bring) ranges[0].startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    put(button, ranges[0]);
  };
  const life = new AbortController();
  const { signal } = life;
  button.addEventListener('focus', () => button.matches(':focus-visible') && go(indexAt(spotsOf(), player.currentTime), true));
  button.addEventListener('keydown', (event) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    go(at + step, true);
  });
  document.addEventListener('pointerover', (event) => {
    const target = event.composedPath()[0];
    const to = spotsOf().findIndex(({ ranges }) => ranges.some((range) => holds(range, target)));
    clearTimeout(hiding);
    if (to >= 0) go(to);
    if (to >= 0 || target === button) button.classList.add('shown');
    else hiding = window.setTimeout(() => button.classList.remove('shown'), 700);
  }, { signal });
  const settle = () => button.matches('.shown,:focus-visible') && put(button, spotsOf()[at].ranges[0]);
  addEventListener('scroll', settle, { passive: true, signal });
  addEventListener('resize', settle, { signal });
  go(0);
  return () => {
    life.abort();
    button.remove();
  };
}

/** Whether the pointer is in the block that holds the range. @param {Range} range @param {EventTarget} target */
function holds(range, target) {
  const block = range.commonAncestorContainer;
  const holder = block instanceof Text ? block.parentElement : block;
  return target instanceof Node && target !== document.body && Boolean(holder?.contains(target)) && range.intersectsNode(target);
}

/** In the margin where there is one. @param {HTMLElement} button @param {Range} range */
function put(button, range) {
  const [line] = range.getClientRects();
  const { left, right } = range.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const toLeft = range.startContainer.parentElement?.closest('[dir=rtl]');
  const margin = toLeft ? right + 8 : left - 40;
  const fits = margin >= 2 && margin + 34 < clientWidth;
  button.style.left = `${fits ? margin : clientWidth - 34}px`;
  button.style.top = `${(line?.top ?? 0) + (fits ? (line?.height ?? 0) / 2 - 16 : -30)}px`;
}
