/** What a listener sets. */

import { make } from './look.js';
import { wordsOf } from './words.js';

/** @import { Follower, Player } from './types' */

const line = (words, control) => make('li', {}, make('label', { class: 'option' }, make('span', {}, words), control));

/** @param {Player} player @returns {Follower} */
export function options(player) {
  const words = wordsOf(player);
  const follow = make('input', { type: 'checkbox', role: 'switch' });
  follow.checked = player.dataset.follow !== 'off';
  follow.onchange = () => (player.dataset.follow = follow.checked ? 'on' : 'off');
  return { element: make('ul', {}, line(words.follow, follow)) };
}
