/** What the player says of what is loaded later, in English; `languages.js` has the others. */

/** @import { Player } from './types' */

export const LATER = {
  follow: 'Keep what is read in view',
  back_to: 'Back to what is read',
};

/** @param {Player} player */
export const wordsOf = (player) => ({ ...LATER, ...player.strings });
