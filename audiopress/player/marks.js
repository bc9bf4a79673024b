// @ts-check
/** Marks by the CSS Custom Highlight API: ranges are painted, no element is added or changed. */

import { indexAt } from './record.js';

/** @import { Word } from './types' */

const RULES = `
::highlight(ap-paragraph){background-color:color-mix(in srgb,#f5c400 26%,transparent)}
::highlight(ap-word){background-color:color-mix(in srgb,#f5a400 46%,transparent)}
::highlight(ap-choice){text-decoration:underline 2px color-mix(in srgb,currentColor 45%,transparent)}`;

/** @param {string} name @param {Range[]} ranges */
export function mark(name, ranges) {
  if (!('highlights' in CSS)) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}

/** The page's own rules come first: a site may paint `::highlight(ap-paragraph)` as it likes. */
export function paintPage() {
  if (document.adoptedStyleSheets.some((sheet) => sheet.cssRules[0]?.cssText.includes('ap-paragraph'))) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer audiopress{${RULES}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** The word that is being spoken. @param {Word[]} words @param {number} time */
export function wordAt(words, time) {
  const word = words[indexAt(words, time)];
  return word && time < word.end + 0.25 ? word : null;
}
