/** `alignment.json` as the player uses it: what is missing or makes no sense is left out. */

import { text, webAddress } from './addresses.js';

/** @import { Paragraph, Recording } from './types' */

const number = (value) => (Number.isFinite(value) ? Number(value) : 0);
const list = (value) => (Array.isArray(value) ? value.filter(Boolean) : []);

/** @type {Map<string, Promise<Recording>>} by address: several ask for one in the same moment */
const asked = new Map();
/** Milliseconds in which an answer is used again. */
const SOON = 2000;

/** @param {string} src `alignment.json`, or what names it @param {AbortSignal} signal */
export function fetchRecord(src, signal) {
  const fetching = asked.get(src) ?? follow(src, signal);
  asked.set(src, fetching);
  const done = () => asked.delete(src);
  // A moment longer than its answer: who places a player asks, and then the player does.
  fetching.then(() => setTimeout(done, SOON), done);
  return fetching;
}

/** Whether a host says that a file is there no more, as of an article that was withdrawn. */
export const isGone = ({ status }) => status === 404 || status === 410;

/** By-url entries name `episode.json`, which since 0.2 has all that is shown before it sounds. */
async function follow(src, signal) {
  let gone = false;
  for (let address = src, hop = 0; hop < 3; hop += 1) {
    const answer = await fetch(address, { signal });
    gone = isGone(answer);
    if (!answer.ok) break;
    const json = await answer.json();
    const next = json.paragraphs || isHead(json) ? '' : json.episode ?? json.alignment;
    if (!next) return readRecord(json, address);
    address = webAddress(next, address);
  }
  throw Object.assign(new Error(`no record at ${src}`), { gone });
}

const isHead = ({ audio, peaks, alignment }) => Boolean(audio && alignment && typeof peaks === 'string');

/** @returns {Recording} */
function readRecord(json, base) {
  const audio = webAddress(json.audio?.src ?? json.audio, base);
  if (!audio) throw new Error(`no sound in ${base}`);
  const chapters = list(json.chapters).map(({ start, title }) => ({ start: number(start), title: text(title) }));
  return {
    id: text(json.id) || audio,
    title: text(json.title),
    byline: text(json.byline),
    show: text(json.show),
    language: text(json.language),
    url: webAddress(json.url, base),
    audio,
    duration: number(json.duration),
    ai: json.aiNarrated === true,
    artwork: webAddress(json.artwork, base),
    peaks: readPeaks(json.peaks),
    chapters,
    paragraphs: readParagraphs(list(json.paragraphs)),
    alignment: json.paragraphs ? '' : webAddress(json.alignment, base),
    hasChapters: chapters.length > 1 || Boolean(text(json.chapters)),
  };
}

/** What several voices say of one paragraph comes together. */
function readParagraphs(cues) {
  /** @type {Paragraph[]} */
  const paragraphs = [];
  let last;
  for (const { paragraph = {}, role, source, spoken, language, start, end, selector, words } of cues) {
    const times = { start: number(start), end: number(end) };
    const said = text(source) || text(spoken);
    const { exact, prefix, suffix } = selector ?? {};
    const quote = text(exact) ? { exact, prefix: text(prefix), suffix: text(suffix) } : null;
    const part = { ...times, text: said, language: text(language), words: utf16(said, list(words)), quote };
    const open = paragraphs.at(-1);
    if (open && paragraph === last) {
      open.parts.push(part);
      open.end = part.end;
      open.text += ` ${said}`;
    } else paragraphs.push({ ...times, role: text(role), text: said, parts: [part] });
    last = paragraph;
  }
  return paragraphs;
}

/** The record counts code points, the DOM UTF-16 units. */
function utf16(said, words) {
  const points = [...said];
  if (points.length === said.length) return words;
  const units = (at) => points.slice(0, at).join('').length;
  return words.map((word) => (word.source ? { ...word, source: word.source.map(units) } : word));
}

/** From 0 to 1. @param {unknown} peaks base64 bytes */
function readPeaks(peaks) {
  try {
    const bytes = Array.from(atob(text(peaks)), (char) => char.charCodeAt(0));
    const top = Math.max(...bytes, 1);
    return bytes.map((byte) => byte / top);
  } catch {
    return [];
  }
}
