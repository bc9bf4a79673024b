// @ts-check
/**
 * What the player says, in English. Other languages lie in `languages.js` and are loaded when an
 * article is in one of them. A site changes words with `AudiopressPlayer.strings.en = {…}`.
 */

/** @import { Strings } from './types' */

export const ENGLISH = {
  listen: 'Listen to this article',
  play: 'Play',
  pause: 'Pause',
  back: 'Back 15 seconds',
  forward: 'Forward 30 seconds',
  previous: 'Previous paragraph',
  next: 'Next paragraph',
  speed: 'Speed',
  range: 'Position',
  of: '{now} of {all}',
  chapters: 'Chapters',
  transcript: 'Transcript',
  playlist: 'More to hear',
  download: 'Download',
  share: 'Share from here',
  copied: 'Link copied. It starts at {time}.',
  link: 'The link, starting at {time}:',
  device: 'Play on another device',
  close: 'Close',
  ai: 'AI-narrated',
  loading: 'Loading audio…',
  slow: 'The connection is slow. Still loading…',
  failed: 'The audio could not be loaded.',
  textless: 'The text of this recording could not be loaded.',
  listless: 'The list could not be loaded.',
  retry: 'Try again',
  from: 'Play from here: {words}',
  arrows: 'Arrow keys go from paragraph to paragraph.',
};

const RIGHT_TO_LEFT = /^(ar|arc|ckb|dv|fa|he|ks|ps|sd|ug|ur|yi)\b/i;

/** @param {string} language @returns {'ltr'|'rtl'} */
export const directionOf = (language) => (RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr');

/** English where there is nothing better. @param {string} language @param {Record<string, Partial<Strings>>} own */
export async function stringsOf(language, own) {
  const base = language.toLowerCase().split('-')[0];
  const theirs = base === 'en' ? {} : (await import('./languages.js').catch(() => null))?.LANGUAGES[base];
  return { ...ENGLISH, ...theirs, ...own[base], ...own[language] };
}

/** @param {string} pattern @param {Record<string, string>} values */
export const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** @param {string} text */
export const firstWords = (text) =>
  text.length > 60 ? `${text.slice(0, 57).replace(/\s+\S*$/, '')}…` : text;

/** Seconds as a clock shows them, `1:02:03` or `2:03`. @param {number} seconds */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** `1 minute 5 seconds`, for those who hear it. @param {number} seconds @param {string} language */
export function timeInWords(seconds, language) {
  const whole = Math.max(0, Math.round(seconds || 0));
  const parts = [];
  if (whole >= 60) parts.push(unit(Math.floor(whole / 60), 'minute', 'long', language));
  if (whole % 60 || whole < 60) parts.push(unit(whole % 60, 'second', 'long', language));
  return parts.join(' ');
}

/** `3 min`, at least one. @param {number} seconds @param {string} language */
export const minutesOf = (seconds, language) =>
  unit(Math.max(1, Math.round(seconds / 60)), 'minute', 'short', language);

/** @param {number} count @param {string} unit @param {'long'|'short'} unitDisplay @param {string} language */
function unit(count, unit, unitDisplay, language) {
  return count.toLocaleString(language, { style: 'unit', unit, unitDisplay, numberingSystem: 'latn' });
}
