/**
 * The publisher's page, none of whose elements is changed: `docs/player.md` says how it is read.
 * What its own scripts write anew is found anew.
 */

import { keepInView } from './follow.js';
import { addButton } from './here.js';
import { mark, paint, wordAt } from './marks.js';
import { findQuotes, lettersOf, rangeOf, readPage } from './quotes.js';
import { indexAt } from './moments.js';
import { chosenIn, offerReport } from './report.js';
import { MARKS } from './later-sheets.js';

/** @import { Complaint, Follower, Page, Player, Spot } from './types' */

/** Milliseconds of quiet after a change of the page, and at most so many that they are waited for. */
const QUIET = 150;
const AT_MOST = 1000;
/** @type {Range[]} */
const NONE = [];
/** Letters of new text that may be a paragraph; a clock or a counter has fewer. */
const TEXT = 20;

/** @param {Player} player @param {() => Element|null} find the article, or the page @returns {Follower} */
export function followPage(player, find) {
  /** @type {Page} */
  let page;
  /** @type {Spot[]} */
  let spots = [];
  /** @type {(() => void)|null} */
  let remove = null;
  const gaze = keepInView(player);
  const look = () => {
    ({ page, spots } = locate(player, find() ?? document.body));
    for (const { ranges } of spots) paint(treeOf(ranges[0]), MARKS);
    if (spots.length && !remove) remove = addButton(player, () => spots);
    if (spots.length) return;
    remove?.();
    remove = null;
  };
  const update = (time) => {
    const near = spots[indexAt(spots, time)];
    const spot = near && time && time < near.end + 1.5 ? near : undefined;
    mark('ap-paragraph', spot?.ranges ?? NONE);
    const word = spot ? wordRanges(page, spot, time) : [];
    mark('ap-word', word);
    if (spot && !player.paused) gaze.look(spot.ranges, word);
    if (player.dataset.report) offerReport(player, complaintOf(spots, player.paused ? spot : undefined, word, time));
  };
  const forget = watch((fresh) => {
    if (!player.isConnected || !(fresh && spots.length < quotesIn(player)) && isAsRead(page, spots)) return;
    look();
    update(player.currentTime);
  });
  look();
  const choose = () => player.dataset.report && update(player.currentTime);
  document.addEventListener('selectionchange', choose);
  const stop = () => {
    document.removeEventListener('selectionchange', choose);
    offerReport(player, null);
    gaze.stop();
    forget();
    mark('ap-paragraph', NONE);
    mark('ap-word', []);
    remove?.();
  };
  return { update, stop };
}

/**
 * Tells when the page has changed, once it rests, and whether there is new text.
 * @param {(fresh: boolean) => void} changed
 */
function watch(changed) {
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
  observer.observe(document, { childList: true, characterData: true, subtree: true });
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
  const parts = (player.record?.paragraphs ?? []).flatMap((paragraph, number) => paragraph.parts.map((part) => ({ paragraph, number, part })));
  // Voices that share a block share its quote: it is looked for once.
  const quotes = parts.map(({ part }) => part.quote).filter((quote, at, all) => quote && quote.exact !== all[at - 1]?.exact);
  const places = findQuotes(page, quotes);
  /** @type {Map<object, Spot>} */
  const spots = new Map();
  for (const { paragraph, number, part } of parts) {
    const place = places[quotes.findIndex((quote) => quote?.exact === part.quote?.exact)];
    if (!place || !part.quote) continue;
    const spot = spots.get(paragraph) ?? { ...paragraph, number, found: [], ranges: [] };
    if (!spot.found.some((one) => one.place === place)) {
      spot.ranges.push(...place.pieces.map(([from, to]) => rangeOf(page, from, to)));
    }
    spot.found.push({ part, place, shift: lettersOf(part.quote.exact).indexOf(lettersOf(part.text)) });
    spots.set(paragraph, spot);
  }
  return { page, spots: [...spots.values()] };
}

/** The word that the reader has chosen in the text, else the one at which it has stopped. @returns {Complaint|null} */
function complaintOf(spots, spot, [range], time) {
  for (const { ranges, text, number, parts } of spots) {
    const chosen = chosenIn(ranges);
    if (chosen) return { ...chosen, text, paragraph: number, language: parts[0].language };
  }
  const part = spot?.parts[Math.max(0, indexAt(spot.parts, time))];
  return range && part ? { word: String(range), range, text: spot.text, paragraph: spot.number, language: part.language } : null;
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
