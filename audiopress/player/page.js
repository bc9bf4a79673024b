/** The publisher's page, none of whose elements is changed: `docs/player.md` says how it is read. */

import { icon, make, sheetOf } from './look.js';
import { indexAt } from './record.js';
import { fill } from './strings.js';

/** @import { Page, Piece, Place, Player, Quote, Spot, Word } from './types' */

const UNREAD = 
  'script,style,noscript,template,textarea,select,svg,dialog,audio,video,math,audiopress-player,[hidden],button:not([aria-expanded],:is(h1,h2,h3,h4,h5,h6,dt,summary) *)';
const SHORT = 120;
const SURE = 12;
const REACH = 300;
const SEED = 16;
const GAP = 4000;
const ENOUGH = 0.9;

function fold(text, take) {
  for (const { 0: char, index } of text.matchAll(/[\p{L}\p{N}]/gu)) {
    for (const letter of char.normalize('NFKD').toLowerCase().split('')) {
      if (!/\p{M}/u.test(letter)) take(letter, index);
    }
  }
}

/** @param {string} text */
export function lettersOf(text) {
  let letters = '';
  fold(text, (letter) => (letters += letter));
  return letters;
}

/** @param {Element} root @returns {Page} */
export function readPage(root) {
  const walker = document.createTreeWalker(root, 5, (node) =>
    node instanceof Element && (node.matches(UNREAD) || node instanceof HTMLElement && node.style.display === 'none') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  /** @type {Page} */
  const page = { letters: '', nodes: [], offsets: [], owners: [] };
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!(node instanceof Text)) continue;
    const owner = page.nodes.push(node) - 1;
    fold(node.data, (letter, offset) => {
      page.letters += letter;
      page.offsets.push(offset);
      page.owners.push(owner);
    });
  }
  return page;
}

/** The place of each, or null. @param {Page} page @param {(Quote|null)[]} quotes as they are spoken */
export const findQuotes = ({ letters }, quotes) =>
  inOrder(quotes.map((quote) => (quote ? placesOf(letters, quote) : [])));

function placesOf(letters, quote) {
  const [exact, prefix, suffix] = [quote.exact, quote.prefix, quote.suffix].map(lettersOf);
  /** @type {Piece[][]} */
  const found = [];
  for (let at = letters.indexOf(exact); exact && at >= 0 && found.length < 999; at = letters.indexOf(exact, at + 1)) {
    found.push([[at, at + exact.length, 0]]);
  }
  const context = prefix.length + suffix.length;
  return (found.length ? found : broken(letters, exact)).flatMap((pieces) => {
    const [at, end] = [pieces[0][0], pieces[pieces.length - 1][1]];
    const before = shared(letters.slice(Math.max(0, at - prefix.length), at).split('').reverse(), prefix.split('').reverse());
    const agree = before + shared([...letters.slice(end, end + suffix.length)], [...suffix]);
    // Near, not beside it: something may have been put between.
    const near = [letters.slice(Math.max(0, at - REACH), at).includes(prefix.slice(-SURE)),
      letters.slice(end, end + REACH).includes(suffix.slice(0, SURE))];
    return near[exact.length < SHORT ? 'every' : 'some'](Boolean) ? [{ pieces, at, end, weight: exact.length * (1 + agree / (context || 1)) }] : [];
  });
}

/** How much agrees from the beginning. */
function shared(one, other) {
  const differs = other.findIndex((letter, at) => one[at] !== letter);
  return differs < 0 ? other.length : differs;
}

/** Where something was put in or left out. */
function broken(letters, exact) {
  for (const read of [0, SEED, (exact.length >> 1) - SEED]) {
    const seed = exact.slice(read, read + SEED);
    if (seed.length < SEED || exact.length < 2 * SEED) continue;
    const found = [];
    for (let at = letters.indexOf(seed); at >= 0 && found.length < 8; at = letters.indexOf(seed, at + 1)) {
      const pieces = follow(letters, exact, at, read);
      if (pieces.reduce((sum, [from, to]) => sum + to - from, 0) >= exact.length * ENOUGH) found.push(pieces);
    }
    if (found.length) return found;
  }
  return [];
}

/** On from a place, over what is between. */
function follow(letters, exact, here, read) {
  /** @type {Piece[]} */
  const pieces = [];
  while (read < exact.length) {
    let length = 0;
    while (read + length < exact.length && letters[here + length] === exact[read + length]) length += 1;
    if (length) pieces.push([here, here + length, read]);
    here += length;
    read += length;
    const from = read;
    let gap = -1;
    for (; gap < 0 && read - from < SEED && exact.length - read > 4; read += 1) {
      gap = letters.slice(here, here + GAP).indexOf(exact.slice(read, read + SEED));
    }
    if (gap < 0) break;
    here += gap;
    read -= 1;
  }
  return pieces;
}

/** The heaviest chain of places that keeps the order. */
function inOrder(candidates) {
  /** @type {{place: Place|null, row: number, total: number, before: any}[]} */
  const chain = [{ place: null, row: -1, total: 0, before: null }];
  candidates.forEach((places, row) => chain.push(...places.map((place) => {
    const before = chain.reduce((best, link) =>
      (link.place?.end ?? 0) <= place.at && link.total > best.total ? link : best);
    return { place, row, total: before.total + place.weight, before };
  })));
  /** @type {(Place|null)[]} */
  const chosen = candidates.map(() => null);
  for (let link = chain.reduce((best, one) => (one.total > best.total ? one : best)); link.place; link = link.before) {
    chosen[link.row] = link.place;
  }
  return chosen;
}

/** Letters as a range, with the marks that cling to them. @param {Page} page @param {number} from @param {number} to */
export function rangeOf({ nodes, owners, offsets }, from, to) {
  const [head, tail] = [nodes[owners[from]], nodes[owners[to - 1]]];
  const before = /[^\s\p{L}\p{N}]*$/u.exec(head.data.slice(0, offsets[from]));
  const after = /^.[^\s\p{L}\p{N}]*/su.exec(tail.data.slice(offsets[to - 1]));
  const range = document.createRange();
  range.setStart(head, offsets[from] - (before?.[0].length ?? 0));
  range.setEnd(tail, offsets[to - 1] + (after?.[0].length ?? 1));
  return range;
}

/** @param {string} name @param {Range[]} ranges */
export function mark(name, ranges) {
  if (ranges.length) CSS.highlights?.set(name, new Highlight(...ranges));
  else CSS.highlights?.delete(name);
}

/** The word that is being spoken. @param {Word[]} words @param {number} time */
export function wordAt(words, time) {
  const word = words[indexAt(words, time)];
  return word && time < word.end + 0.25 ? word : null;
}

/** @param {string} text */
export const firstWords = (text) => (text.length > 60 ? `${text.slice(0, 57).replace(/\s+\S*$/, '')}…` : text);

/** Rules for a player, or for the page, once. @param {Player|null} player @param {CSSStyleSheet} sheet */
export function paint(player, sheet) {
  const root = player?.shadowRoot ?? document;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

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
 * A pointer brings the button, and the arrow keys do.
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

/** Whether the pointer is in the block that holds the range. */
function holds(range, target) {
  const block = range.commonAncestorContainer;
  const holder = block instanceof Text ? block.parentElement : block;
  return target instanceof Node && target !== document.body && Boolean(holder?.contains(target)) && range.intersectsNode(target);
}

/** In the margin where there is one. */
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
