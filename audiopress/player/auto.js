/** A player where the edition knows the page, else nothing; `docs/player.md` has the attributes. */

import { byUrlPath } from './by-url.js';
import { make } from './look.js';
import { every, insert, isAstray } from './placing.js';
import { fetchRecord } from './record.js';

/** @import { Player } from './types' */

const NOT_ITS = /^(src|type|data-auto|data-place|async|defer|nonce|integrity|crossorigin)$/;

/** Milliseconds in which a page that goes to another address has written itself anew. */
const SETTLED = 250;

/** Milliseconds that a player sounds on while its page takes it out and puts it in again. */
const GRACE = 1500;

/**
 * The address of a page's record, or nothing where the edition has none.
 * @param {string} [address] else the one that the page claims, then its own
 */
export async function find(address) {
  for (const page of new Set(address ? [address] : [canonical() || location.href, location.href])) {
    try {
      const entry = new URL(`../${byUrlPath(page)}`, import.meta.url).href;
      await fetchRecord(entry, new AbortController().signal);
      return entry;
    } catch {
      // There is no audio.
    }
  }
  return '';
}

/**
 * A player in the page, or `null` where there is no audio or no place for it.
 * @param {{src?: string, after?: string|Element, attributes?: Record<string, string>}} [how]
 *   `src` names the record, else the page's own; `after` what the player follows, else the headline
 * @returns {Promise<Player|null>}
 */
export async function place(how) {
  const player = await bring(how);
  return player?.isConnected ? player : null;
}

/**
 * The player, which waits outside of the page as long as that has no place for it.
 * @param {{src?: string, after?: string|Element, attributes?: Record<string, string>}} [how]
 * @returns {Promise<Player|null>}
 */
async function bring({ src, after, attributes = {} } = {}) {
  const record = src ?? await find();
  if (!record) return null;
  /** @type {() => Player|undefined} */
  const there = () => every('audiopress-player').find((one) => (one.getAttribute('src') ?? record) === record);
  let gone = false;
  const known = !there() && await fetchRecord(new URL(record, document.baseURI).href, new AbortController().signal).catch((error) => {
    ({ gone } = error);
    return null;
  });
  if (gone) return null;
  // Who asks twice, or in the same moment, gets one.
  const player = there() ?? make('audiopress-player');
  for (const [name, value] of Object.entries(attributes)) {
    if (!player.hasAttribute(name)) player.setAttribute(name, value);
  }
  player.setAttribute('src', record);
  if (player.isConnected) return player;
  // No place was kept for it, and a line moves the page's text the least.
  player.compact = true;
  player.heading = known ? known.title : '';
  insert(player, after);
  // A page that keeps its headline on another route has the last article's below it.
  const last = player.nextElementSibling;
  if (last?.localName === 'audiopress-player') last.remove();
  return player;
}

/** What a tag with `data-auto` asks for, as long as the page lives. @param {string} script its address, without what may differ behind it */
export function placeByTag(script) {
  // A page may have the tag twice, under two addresses, and gets one player.
  const tagOf = () => [...document.querySelectorAll('script[data-auto]')].findLast((tag) =>
    tag instanceof HTMLScriptElement && tag.src.split(/[?#]/)[0] === script);
  const tag = tagOf();
  if (tag) keep(tagOf);
}

/** Puts the player where it belongs, and again when the page has written itself anew. */
function keep(tagOf) {
  /** @type {Player|null} */
  let player = null;
  let timer = 0;
  let seen = stateOf(tagOf());
  const begin = async (before) => {
    const tag = tagOf();
    const last = player;
    // Nobody puts the last page's player into this one while its own is looked for.
    player = null;
    player = tag ? await placeFor(tag, seen, before, last) : null;
  };
  const changed = () => {
    const tag = tagOf();
    const now = stateOf(tag);
    if (now.address === seen.address && now.auto === seen.auto) {
      if (!player) return;
      clearTimeout(timer);
      if (player.isConnected) {
        timer = window.setTimeout(() => player?.paused && isAstray(player) && insert(player), SETTLED);
        return;
      }
      // A page that wrote itself anew out of its own markup has one that stands for it.
      const twin = document.querySelector(`[src="${player.getAttribute('src')}"]`);
      if (twin) twin.replaceWith(player);
      else insert(player, tag?.dataset.place);
      return;
    }
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const before = seen;
      seen = stateOf(tagOf());
      begin(before);
    }, SETTLED);
  };
  begin(null);
  new MutationObserver(changed).observe(document, { childList: true, subtree: true });
  addEventListener('popstate', changed);
}

const canonical = () => {
  const claimed = document.querySelector('link[rel~=canonical][href]');
  return claimed instanceof HTMLLinkElement ? claimed.href : '';
};

/** By which a page is told from the next one in the same document. */
const stateOf = (tag) => ({
  address: location.href.split('#')[0],
  canonical: canonical(),
  auto: tag?.dataset.auto ?? '',
});

/** @returns {Promise<Player|null>} */
async function placeFor(tag, now, before, player) {
  // What the last page claimed, or was given, is not said of this one.
  const own = before && now.canonical === before.canonical ? now.address : undefined;
  const given = now.auto && now.auto !== before?.auto ? new URL(now.auto, import.meta.url).href : '';
  const src = given || await find(own);
  if (!src) {
    player?.remove();
    // What was kept free for one: it comes back with a record.
    every('audiopress-player:not([src])').forEach((one) => one.querySelector('audio') || (one.hidden = one.gone = true));
    return null;
  }
  if (player?.isConnected) {
    player.setAttribute('src', src);
    return player;
  }
  const attributes = Object.fromEntries([...tag.attributes].filter(({ name }) => !NOT_ITS.test(name)).map(({ name, value }) => [name, value]));
  const placed = await bring({ src, after: tag.dataset.place, attributes });
  if (placed) placed.grace = GRACE;
  return placed;
}
