// @ts-check
/**
 * The page behind `<iframe src="…/player/embed.html?episode=a-slug">`. Only episodes of this
 * edition can be named, so that nobody shows other sounds under its address.
 */

import './audiopress-player.js';
import { make } from './dom.js';

const slug = new URLSearchParams(location.search).get('episode') ?? '';

if (/^[a-z0-9-]{1,80}$/.test(slug)) {
  const player = make(/** @type {any} */ ('audiopress-player'), {
    src: `../episodes/${slug}/episode.json`,
    layout: 'card',
    'data-page': 'off',
  });
  player.addEventListener('ap-ready', () => {
    document.title = player.record.title;
    document.documentElement.lang = player.record.language || 'en';
  });
  document.querySelector('main')?.append(player);
}
