/** What else the edition has, by its feed, and what is heard next. */

import { webAddress } from './record.js';

/** @import { Listed, Player } from './types' */

/** @type {Map<string, Promise<Listed[]>>} by the feed's address */
const known = new Map();

/** @param {Player} player */
export function listEpisodes(player) {
  const address = new URL(player.getAttribute('playlist') ?? '', document.baseURI).href;
  const listed = known.get(address) ?? fetchFeed(address);
  known.set(address, listed);
  // What failed is asked for again.
  listed.catch(() => known.delete(address));
  return listed;
}

/** The feed, its addresses relative to where it was fetched: a copy plays its own files. */
async function fetchFeed(address) {
  const answer = await fetch(address);
  const feed = new DOMParser().parseFromString(await answer.text(), 'application/xml');
  const home = new URL('.', feed.querySelector('channel > link[rel=self]')?.getAttribute('href') ?? answer.url).href;
  const items = [...feed.querySelectorAll('item')];
  if (!items.length) throw new Error(answer.statusText);
  return items.map((item) => {
    const enclosure = item.querySelector('enclosure')?.getAttribute('url') ?? '';
    const sound = webAddress(enclosure.replace(home, ''), answer.url);
    return {
      title: item.querySelector('title')?.textContent ?? '',
      seconds: Number(item.getElementsByTagNameNS('*', 'duration')[0]?.textContent),
      src: webAddress('alignment.json', sound),
      sound,
    };
  }).filter(({ src }) => src);
}

/** Where what is heard stands in the list, by its sound: its record has several addresses. @param {Listed[]} episodes @param {Player} player */
export const placeIn = (episodes, { record }) => episodes.findIndex(({ sound }) => sound === record?.audio);

/** The next one, whether the list was ever opened or not. @param {Player} player */
export async function goOn(player) {
  const episodes = await listEpisodes(player);
  const here = placeIn(episodes, player);
  if (here >= 0 && episodes[here + 1]) await player.open(episodes[here + 1].src, 'continue');
}
