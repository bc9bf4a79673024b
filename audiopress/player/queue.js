/** What else the edition has, by its feed, and what is heard next. */

import { webAddress } from './addresses.js';
import { endsHere } from './options.js';

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

/** `DOMParser` is not allowed where a page requires trusted types. @returns {Promise<any>} */
const fetchXml = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.overrideMimeType('text/xml');
  request.onload = () => resolve(request);
  request.onerror = reject;
  request.send();
});

/** The feed, its addresses relative to where it was fetched: a copy plays its own files. */
async function fetchFeed(address) {
  const { responseXML: feed, responseURL } = await fetchXml(address);
  const home = new URL('.', feed.querySelector('channel > link[rel=self]')?.getAttribute('href') ?? responseURL).href;
  const items = [...feed.querySelectorAll('item')];
  if (!items.length) throw new Error(address);
  return items.map((item) => {
    const enclosure = item.querySelector('enclosure')?.getAttribute('url') ?? '';
    const sound = webAddress(enclosure.replace(home, ''), responseURL);
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

/** What was chosen to be heard next, on this page. @type {Listed[]} */
export const queue = [];

/** The next one, whether the list was ever opened or not; in its own place, if the page has one. @param {Player} player */
export async function goOn(player) {
  if (endsHere() || player.dataset.continue === 'off') return;
  const episodes = await listEpisodes(player);
  const here = placeIn(episodes, player);
  const next = queue.shift() ?? (here >= 0 ? episodes[here + 1] : null);
  if (!next) return;
  const own = [...document.querySelectorAll('audiopress-player')].find((other) =>
    other !== player && other.audio?.src === next.sound && (other.record?.audio ?? next.sound) === next.sound);
  if (own) {
    own.audio.volume = player.audio.volume;
    await own.play(0, 'continue');
  } else await player.open(next.src, 'continue');
}
