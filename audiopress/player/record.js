// @ts-check
/**
 * `alignment.json` as the player uses it. Only the address of the sound is needed; whatever else
 * is missing or makes no sense is left out, and the player shows less.
 */

/** @import { Paragraph, Part, Recording } from './types' */

/** @param {unknown} value */
const text = (value) => (typeof value === 'string' ? value : '');
/** @param {unknown} value */
const number = (value) => (Number.isFinite(value) ? Number(value) : 0);
/** @param {unknown} value @returns {any[]} */
const list = (value) => (Array.isArray(value) ? value.filter((one) => one !== null) : []);

/** An address that may be opened, or nothing: no record makes a page run a script. @param {unknown} address @param {string} base */
function webAddress(address, base) {
  try {
    const url = new URL(text(address), base);
    return text(address) && /^https?:$/.test(url.protocol) ? url.href : '';
  } catch {
    return '';
  }
}

/** Follows `episode.json` and by-url entries, which only name it. @param {string} src @param {AbortSignal} signal */
export async function fetchRecord(src, signal) {
  let address = src;
  for (let hop = 0; hop < 3; hop += 1) {
    const answer = await fetch(address, { signal });
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    const json = await answer.json();
    const next = json.paragraphs ? '' : json.alignment ?? json.episode;
    if (!next) return readRecord(json, answer.url || address);
    address = webAddress(next, answer.url || address);
  }
  throw new Error(`no record behind ${src}`);
}

/** @param {any} json @param {string} base @returns {Recording} */
export function readRecord(json, base) {
  const audio = webAddress(json.audio?.src ?? json.audio, base);
  if (!audio) throw new Error(`no sound named in ${base}`);
  return {
    id: text(json.id) || text(json.guid) || audio,
    title: text(json.title),
    byline: text(json.byline),
    show: text(json.show?.title ?? json.show),
    language: text(json.language),
    url: webAddress(json.url, base),
    audio,
    duration: number(json.duration),
    ai: json.aiNarrated === true,
    artwork: webAddress(json.artwork ?? json.image, base),
    peaks: readPeaks(json.peaks),
    chapters: list(json.chapters).map((one) => ({
      start: number(one.start),
      title: text(one.title),
    })),
    paragraphs: readParagraphs(list(json.paragraphs)),
  };
}

/** Utterances of one paragraph, which several voices may share, together. @param {any[]} cues */
function readParagraphs(cues) {
  /** @type {Paragraph[]} */
  const paragraphs = [];
  let last;
  for (const cue of cues) {
    const part = readPart(cue);
    const open = paragraphs.at(-1);
    if (open && cue.paragraph !== undefined && cue.paragraph === last) {
      open.parts.push(part);
      open.end = part.end;
      open.text += ` ${part.text}`;
    } else {
      const { start, end } = part;
      paragraphs.push({ start, end, role: text(cue.role), text: part.text, parts: [part] });
    }
    last = cue.paragraph;
  }
  return paragraphs;
}

/** @param {any} cue @returns {Part} */
function readPart(cue) {
  const quote = cue.selector;
  return {
    text: text(cue.source) || text(cue.spoken),
    language: text(cue.language),
    start: number(cue.start),
    end: number(cue.end),
    words: list(cue.words),
    quote: text(quote?.exact)
      ? { exact: quote.exact, prefix: text(quote.prefix), suffix: text(quote.suffix) }
      : null,
  };
}

/** Peaks as numbers from 0 to 1; written as base64 bytes or as a list. @param {unknown} peaks */
function readPeaks(peaks) {
  try {
    const values =
      typeof peaks === 'string'
        ? Array.from(atob(peaks), (char) => char.charCodeAt(0))
        : list(peaks).map(number);
    const top = Math.max(...values, 0);
    return top > 0 ? values.map((value) => Math.max(0, value) / top) : [];
  } catch {
    return [];
  }
}

/** The last that has begun, -1 before the first. @param {{start: number}[]} sorted @param {number} time */
export function indexAt(sorted, time) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle].start <= time + 0.005) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
