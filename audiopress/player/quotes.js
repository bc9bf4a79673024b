/** Where quotes stand in a page's text, which is read as letters and figures only. */

/** @import { Page, Piece, Place, Quote } from './types' */

const UNREAD = 
  'script,style,noscript,template,textarea,select,svg,dialog:not([open]),audio,video,math,audiopress-player,[hidden],button:not([aria-expanded],:is(h1,h2,h3,h4,h5,h6,dt,summary) *)';
const SHORT = 120;
const SURE = 12;
const REACH = 300;
const SEED = 16;
const GAP = 4000;
/** Share of a paragraph's letters that has to be there; less where both neighbours stand beside it. */
const ENOUGH = 0.9;
const EDITED = 0.6;
/** Times as long as it was, at most, that a paragraph is after an editor's hand. */
const GROWN = 2;

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

/** As a reader sees it: a shadow root for its host, and what is slotted where its slot is. @param {Element} root @returns {Page} */
export function readPage(root) {
  /** @type {Page} */
  const page = { letters: '', nodes: [], texts: [], offsets: [], owners: [] };
  const take = (node) => {
    const owner = page.nodes.push(node) - 1;
    page.texts.push(node.data);
    fold(node.data, (letter, offset) => {
      page.letters += letter;
      page.offsets.push(offset);
      page.owners.push(owner);
    });
  };
  const judge = (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    if (node.matches(UNREAD) || node instanceof HTMLElement && node.style.display === 'none') return NodeFilter.FILTER_REJECT;
    const slotted = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
    if (node.shadowRoot) read(node.shadowRoot);
    for (const one of slotted) if (one instanceof Text) take(one); else if (judge(one) === NodeFilter.FILTER_ACCEPT) read(one);
    return node.shadowRoot || slotted.length ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  };
  const read = (from) => {
    const walker = document.createTreeWalker(from, 5, judge);
    while (walker.nextNode()) if (walker.currentNode instanceof Text) take(walker.currentNode);
  };
  read(root);
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
  if (!found.length) found.push(...broken(letters, exact));
  if (!found.length) found.push(...between(letters, exact, prefix, suffix));
  return found.flatMap((pieces) => {
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

/** Where both neighbours stand as they stood, and what is between them is much the same. */
function between(letters, exact, prefix, suffix) {
  const [before, after] = [prefix.slice(-SURE), suffix.slice(0, SURE)];
  if (before.length < SURE || after.length < SURE) return [];
  /** @type {Piece[][]} */
  const found = [];
  for (let at = letters.indexOf(before); at >= 0 && found.length < 8; at = letters.indexOf(before, at + 1)) {
    const from = at + before.length;
    const to = letters.indexOf(after, from);
    if (to < 0 || to - from > exact.length * GROWN) continue;
    const pieces = alike(letters.slice(from, to), exact).map(([start, end, read]) => [start + from, end + from, read]);
    if (pieces.reduce((sum, [start, end]) => sum + end - start, 0) >= exact.length * EDITED) found.push(/** @type {Piece[]} */ (pieces));
  }
  return found;
}

/** The runs that two texts share, in order: the longest, and so on to both sides of it. */
function alike(one, other, at = 0, read = 0) {
  let best = { length: 0, from: 0, to: 0 };
  /** @type {number[]} */
  let last = [];
  for (let row = 0; row < one.length; row += 1) {
    /** @type {number[]} */
    const now = [];
    for (let column = 0; column < other.length; column += 1) {
      if (one[row] !== other[column]) continue;
      const length = (now[column] = (last[column - 1] ?? 0) + 1);
      if (length > best.length) best = { length, from: row - length + 1, to: column - length + 1 };
    }
    last = now;
  }
  const { length, from, to } = best;
  // Shorter ones are in any two texts.
  if (length < 4) return [];
  return [...alike(one.slice(0, from), other.slice(0, to), at, read), [at + from, at + from + length, read + to],
    ...alike(one.slice(from + length), other.slice(to + length), at + from + length, read + to + length)];
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
  // The page may have been written anew since it was read.
  range.setStart(head, Math.min(head.length, offsets[from] - (before?.[0].length ?? 0)));
  range.setEnd(tail, Math.min(tail.length, offsets[to - 1] + (after?.[0].length ?? 1)));
  return range;
}
