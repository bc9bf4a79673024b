/** What the player says, in English; `languages.js` is loaded for an article in another language. */

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
  device: 'Play on another device',
  close: 'Close',
  more: 'More controls',
  options: 'Settings',
  ai: 'AI-narrated',
  loading: 'Loading audio…',
  slow: 'The connection is slow. Still loading…',
  failed: 'The audio could not be loaded.',
  missing: 'This part could not be loaded.',
  retry: 'Try again',
  resumed: 'Resumed at {time}.',
  begin: 'From the start',
  from: 'Play from here: {words}',
  arrows: 'Arrow keys go from paragraph to paragraph.',
};

/** The first that is a language tag. @param {string[]} tags */
export function languageOf(...tags) {
  for (const tag of tags.filter(Boolean)) {
    try {
      return Intl.getCanonicalLocales(tag.replace('_', '-'))[0];
    } catch {
      // No language.
    }
  }
  return 'en';
}

/** @param {string} language */
export const directionOf = (language) => (/^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/i.test(language) ? 'rtl' : 'ltr');

/** @param {string} language @param {Record<string, Partial<Strings>>} own what the site says otherwise */
export async function stringsOf(language, own) {
  const base = language.toLowerCase().split('-')[0];
  const loaded = base === 'en' ? null : await import('./languages.js').catch(() => null);
  return { ...ENGLISH, ...loaded?.LANGUAGES[base], ...own[base], ...own[language] };
}
