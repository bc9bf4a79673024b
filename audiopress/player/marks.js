/** Marks in texts, in the page's and in the transcript's. */

import { indexAt } from './moments.js';

/** @import { Word } from './types' */

/** What is marked now, by whichever player. @type {Record<string, Range[]>} */
const marked = {};

/** @param {string} name @param {Range[]} ranges the same ones again change nothing */
export function mark(name, ranges) {
  if (marked[name] === ranges) return;
  marked[name] = ranges;
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

/** Rules for a player, a document or another shadow root, once. @param {any} owner @param {CSSStyleSheet} sheet */
export function paint(owner, sheet) {
  const root = owner.shadowRoot ?? owner;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
