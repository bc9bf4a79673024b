/**
 * The publisher's page, none of whose elements is changed: `docs/player.md` says how it is read.
 * What its own scripts write anew is found anew.
 */

import { keepInView } from './follow.js';
import { addButton } from './here.js';
import { mark, paint, wordAt } from './marks.js';
import { findQuotes, lettersOf, rangeOf, readPage } from './quotes.js';
import { indexAt } from './record.js';
import { MARKS } from './sheets.js';

/** @import { Follower, Page, Player, Spot } from './types' */

/** Milliseconds of quiet after a change of the page, and at most so many that they are waited for. */
const QUIET = 150;
const AT_MOST = 1000;
/** Letters of new text that may be a paragraph; a clock or a counter has fewer. */
const TEXT = 20;

/** @param {Player} player @param {Element} root @returns {Follower} */
export function followPage(player, root) {
  /** @type {Page} */
  let page;
  /** @type {Spot[]} */
  let spots = [];
  /** @type {Spot|undefined} */
  let last;
  /** @type {(() => void)|null} */
  let remove = null;
  const gaze = keepInView(player);
  const look = () => {
    ({ page, spots } = locate(player, root));
    last = undefined;
    for (const { ranges } of spots) paint(treeOf(ranges[0]), MARKS);
    if (spots.length && !remove) remove = addButton(player, () => spots);
    if (spots.length) return;
    remove?.();
    remove = null;
  };
  const update = (time) => {
    const near = spots[indexAt(spots, time)];
    const spot = near && time && time < near.end + 1.5 ? near : undefined;
    if (spot !== last) mark('ap-paragraph', spot?.ranges ?? []);
    last = spot;
    const word = spot ? wordRanges(page, spot, time) : [];
    mark('ap-word', word);
    if (spot && !player.paused) gaze.look(spot.ranges, word);
  };
  const forget = watch(root, (fresh) => {
    if (!(fresh && spots.length < quotesIn(player)) && isAsRead(page, spots)) return;
    look();
    update(player.currentTime);
  });
  look();
  const stop = () => {
    gaze.stop();
    forget();
    mark('ap-paragraph', []);
    mark('ap-word', []);
    remove?.();
  };
  return { update, stop };
}

/**
 * Tells when the page has changed, once it rests, and whether there is new text.
 * @param {Element} root @param {(fresh: boolean) => void} changed
 */
function watch(root, changed) {
  let due = 0;
  let timer = 0;
  let fresh = false;
  const observer = new MutationObserver((records) => {
    const now = performance.now();
    due ||= now + AT_MOST;
    fresh ||= records.some(bringsText);
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      changed(fresh);
      due = 0;
      fresh = false;
    }, Math.max(0, Math.min(QUIET, due - now)));
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/** @param {MutationRecord} record */
const bringsText = ({ target, addedNodes }) =>
  [target.nodeType === Node.TEXT_NODE ? target : null, ...addedNodes].some((node) => (node?.textContent ?? '').length > TEXT);

/** The document, or the shadow root that a range is in. @param {Range} range @returns {any} */
const treeOf = ({ startContainer }) => startContainer.getRootNode();

/** How many paragraphs could have a place. */
const quotesIn = (player) =>
  player.record?.paragraphs.filter(({ parts }) => parts.some(({ quote }) => quote)).length ?? 0;

/**
 * Whether the page's text, and the ranges in it, still stand where they were found.
 * @param {Page} page @param {Spot[]} spots
 */
const isAsRead = ({ nodes, texts }, spots) =>
  nodes.every((node, at) => node.isConnected && node.data === texts[at])
  && spots.every(({ ranges }) => ranges.every((range) => !range.collapsed));

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
