// @ts-check
/**
 * Where the spoken paragraphs stand in a page: W3C TextQuoteSelectors, found through the page's
 * own markup.
 *
 * Text is compared by its letters and figures alone, folded, so that links, emphasis, changed
 * quotation marks, dashes and spaces make no difference. A paragraph that an advertisement was
 * put into is found in pieces. Where a text stands more than once, its context and the order of
 * the paragraphs decide; what fits neither is not found.
 */

/** @import { Page, Piece, Place, Quote } from './types' */

const UNREAD = 'script,style,noscript,template,textarea,select,option,svg,math,audiopress-player,[hidden],[aria-hidden="true"]';
const SHORT = 24;
const SEED = 16;
const LARGEST_GAP = 4000;
const ENOUGH = 0.9;

/**
 * Letters and figures, folded, and the place of each.
 * @param {string} text
 * @param {(letter: string, offset: number) => void} take
 */
function fold(text, take) {
  let offset = 0;
  for (const char of text) {
    if (/[\p{L}\p{N}]/u.test(char)) {
      const plain = char.normalize('NFKD').toLowerCase();
      for (const letter of plain) if (/[\p{L}\p{N}]/u.test(letter)) take(letter, offset);
    }
    offset += char.length;
  }
}

/** @param {string} text */
export function lettersOf(text) {
  const letters = /** @type {string[]} */ ([]);
  fold(text, (letter) => letters.push(letter));
  return letters.join('');
}

/** All that is to be read below an element. @param {Element} root @returns {Page} */
export function readPage(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node instanceof Element && node.matches(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  /** @type {Page} */
  const page = { letters: '', nodes: [], offsets: [], owners: [] };
  /** @type {string[]} */
  const letters = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const owner = page.nodes.push(node) - 1;
    fold(node.data, (letter, offset) => {
      for (const unit of letter.split('')) {
        letters.push(unit);
        page.offsets.push(offset);
        page.owners.push(owner);
      }
    });
  }
  page.letters = letters.join('');
  return page;
}

/**
 * The place of each quote in the page, or null.
 * @param {Page} page
 * @param {(Quote|null)[]} quotes in the order in which they are spoken
 * @returns {(Place|null)[]}
 */
export function findQuotes(page, quotes) {
  return inOrder(quotes.map((quote) => (quote ? placesOf(page.letters, quote) : [])));
}

/** @param {string} letters @param {Quote} quote @returns {Place[]} */
function placesOf(letters, quote) {
  const exact = lettersOf(quote.exact);
  if (!exact) return [];
  const context = [lettersOf(quote.prefix), lettersOf(quote.suffix)];
  const places = [];
  for (let at = letters.indexOf(exact); at >= 0 && places.length < 40; at = letters.indexOf(exact, at + 1)) {
    places.push(placed(letters, [[at, at + exact.length, 0]], exact, context));
  }
  if (!places.length) places.push(...brokenPlaces(letters, exact).map((pieces) => placed(letters, pieces, exact, context)));
  return places.filter((place) => exact.length >= SHORT || place.weight > exact.length);
}

/**
 * A place and how much speaks for it: its length, more where what stands around it agrees.
 * @param {string} letters @param {Piece[]} pieces @param {string} exact @param {string[]} context
 * @returns {Place}
 */
function placed(letters, pieces, exact, [prefix, suffix]) {
  const at = pieces[0][0];
  const end = pieces[pieces.length - 1][1];
  const agree =
    sharedEnd(letters.slice(Math.max(0, at - prefix.length), at), prefix) +
    sharedStart(letters.slice(end, end + suffix.length), suffix);
  const possible = prefix.length + suffix.length;
  const alone = possible === 0 ? 0.01 : 0;
  return { pieces, at, end, weight: exact.length * (1 + alone + (possible ? agree / possible : 0)) };
}

/** @param {string} one @param {string} other */
function sharedStart(one, other) {
  let length = 0;
  while (length < other.length && one[length] === other[length]) length += 1;
  return length;
}

/** @param {string} one @param {string} other */
function sharedEnd(one, other) {
  let length = 0;
  while (length < other.length && one[one.length - 1 - length] === other[other.length - 1 - length] && length < one.length) length += 1;
  return length;
}

/**
 * Places where the text is interrupted by, or lacks, something else.
 * @param {string} letters @param {string} exact @returns {Piece[][]}
 */
function brokenPlaces(letters, exact) {
  if (exact.length < 2 * SEED) return [];
  const found = [];
  for (const offset of [0, SEED, Math.max(0, (exact.length >> 1) - SEED)]) {
    const seed = exact.slice(offset, offset + SEED);
    for (let at = letters.indexOf(seed); at >= 0 && found.length < 8; at = letters.indexOf(seed, at + 1)) {
      const pieces = follow(letters, exact, at, offset);
      const matched = pieces.reduce((sum, [from, to]) => sum + to - from, 0);
      if (matched >= exact.length * ENOUGH) found.push(pieces);
    }
    if (found.length) break;
  }
  return found;
}

/**
 * Match on from a place, over what was put in between or left out.
 * @param {string} letters @param {string} exact @param {number} at @param {number} from
 */
function follow(letters, exact, at, from) {
  /** @type {Piece[]} */
  const pieces = [];
  let [here, read] = [at, from];
  while (read < exact.length) {
    let length = 0;
    while (read + length < exact.length && letters[here + length] === exact[read + length]) length += 1;
    if (length) pieces.push([here, here + length, read]);
    here += length;
    read += length;
    if (read >= exact.length) break;
    const next = resume(letters, exact, here, read);
    if (!next) break;
    [here, read] = next;
  }
  return pieces;
}

/**
 * @param {string} letters @param {string} exact @param {number} here @param {number} read
 * @returns {[number, number]|null}
 */
function resume(letters, exact, here, read) {
  for (let skip = 0; skip <= 24 && read + skip < exact.length; skip += 1) {
    const seed = exact.slice(read + skip, read + skip + SEED);
    if (seed.length < Math.min(SEED, 6)) return null;
    const gap = letters.slice(here, here + LARGEST_GAP).indexOf(seed);
    if (gap >= 0) return [here + gap, read + skip];
  }
  return null;
}

/**
 * One place for each, so that the order is kept and as much as possible speaks for the whole: the
 * heaviest increasing chain.
 * @param {Place[][]} candidates
 * @returns {(Place|null)[]}
 */
function inOrder(candidates) {
  /** @type {{place: Place, at: number, total: number, before: any}[]} */
  const chain = [];
  candidates.forEach((places, at) => {
    const added = places.map((place) => {
      let before = null;
      for (const link of chain) {
        if (link.place.end <= place.at + 1 && (!before || link.total > before.total)) before = link;
      }
      return { place, at, total: place.weight + (before?.total ?? 0), before };
    });
    chain.push(...added);
  });
  /** @type {(Place|null)[]} */
  const chosen = candidates.map(() => null);
  let link = chain.reduce((best, one) => (best && best.total >= one.total ? best : one), /** @type {any} */ (null));
  for (; link; link = link.before) chosen[link.at] = link.place;
  return chosen;
}

/**
 * Letters of the page as a range, with the marks that cling to them on either side.
 * @param {Page} page @param {number} from @param {number} to
 */
export function rangeOf(page, from, to) {
  const head = page.nodes[page.owners[from]];
  const tail = page.nodes[page.owners[to - 1]];
  const last = page.offsets[to - 1];
  const before = /[^\s\p{L}\p{N}]*$/u.exec(head.data.slice(0, page.offsets[from]));
  const after = /^.[^\s\p{L}\p{N}]*/su.exec(tail.data.slice(last));
  const range = document.createRange();
  range.setStart(head, page.offsets[from] - (before?.[0].length ?? 0));
  range.setEnd(tail, last + (after?.[0].length ?? 1));
  return range;
}
