// @ts-check
/**
 * `<script type="module" src="…/player/audiopress-player.js" data-auto></script>`: look the page up
 * in the edition's index, and show the player where there is audio. Where there is none, nothing.
 *
 * On the tag: `data-place`, a CSS selector of what the player follows (the headline by default),
 * and any attribute of the element (`data-sticky`, `data-remember`, `layout`, `playlist` ...).
 */

import { byUrlPath } from './by-url.js';
import { make } from './dom.js';

const PLACES = ['article h1', 'main h1', 'h1', 'article', 'main'];
const OWN = ['src', 'type', 'data-auto', 'data-place', 'async', 'defer', 'nonce', 'integrity', 'crossorigin'];

/** @param {HTMLElement} tag */
export async function placePlayer(tag) {
  const entry = await findEntry(new URL('../', import.meta.url));
  if (!entry) return;
  const waiting = document.querySelector('audiopress-player:not([src])');
  const player = waiting ?? make(/** @type {any} */ ('audiopress-player'));
  for (const { name, value } of tag.attributes) {
    if (!OWN.includes(name) && !player.hasAttribute(name)) player.setAttribute(name, value);
  }
  player.setAttribute('src', entry);
  if (!waiting) insert(player, tag.dataset.place);
}

/**
 * The first address of the page that the edition knows: the one it claims, then its own.
 * @param {URL} edition
 */
async function findEntry(edition) {
  const claimed = /** @type {HTMLLinkElement|null} */ (document.querySelector('link[rel~=canonical][href]'));
  const paths = [claimed?.href, location.href].flatMap((address) => {
    try {
      return address ? [byUrlPath(address)] : [];
    } catch {
      return [];
    }
  });
  for (const path of new Set(paths)) {
    const entry = new URL(path, edition).href;
    const answer = await fetch(entry).catch(() => null);
    if (answer?.ok && /json/.test(answer.headers.get('content-type') ?? 'json')) return entry;
  }
  return null;
}

/** @param {Element} player @param {string} [place] */
function insert(player, place) {
  const [at] = (place ? [place] : PLACES).flatMap((selector) => document.querySelector(selector) ?? []);
  if (!at) return;
  if (place || at.localName === 'h1') at.after(player);
  else at.prepend(player);
}
