/** What the player says of what is loaded later, in English; `languages.js` has the others. */

/** @import { Player } from './types' */

export const LATER = {
  follow: 'Keep what is read in view',
  back_to: 'Back to what is read',
  tap: 'Tap a paragraph to hear it',
  continue: 'Go on with the next article',
  sleep: 'Sleep timer',
  off: 'Off',
  end: 'At the end of the article',
  volume: 'Volume',
  queue: 'Hear next: {title}',
  report: 'Wrong pronunciation of “{word}”?',
};

/** @param {Player} player */
export const wordsOf = (player) => ({ ...LATER, ...player.strings });
