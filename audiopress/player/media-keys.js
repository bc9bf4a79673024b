/** The system's media keys and panel, and the other tabs. */

import { carry } from './carry.js';
import { doze, wake } from './options.js';

/** @import { Player } from './types' */

const told = new WeakSet();

/** Open while it sounds, so that a page at rest can be kept as it is. @type {BroadcastChannel|null} */
let tabs = null;

/** For the player that sounds. @param {Player} player */
export function session(player) {
  wake();
  speakAlone(player);
  if (player.dataset.sticky === 'site') carry(player);
  tellSystem(player);
  if (told.has(player)) return;
  told.add(player);
  const { audio } = player;
  for (const name of ['playing', 'pause', 'seeked', 'ratechange']) audio.addEventListener(name, () => tellState(player));
  audio.addEventListener('timeupdate', () => doze(player));
  audio.addEventListener('pause', () => {
    tabs?.close();
    tabs = null;
  });
}

/** One tab at a time. @param {Player} player */
function speakAlone(player) {
  tabs?.close();
  tabs = new BroadcastChannel('audiopress');
  tabs.onmessage = () => player.pause('tab');
  tabs.postMessage('');
}

/** @param {Player} player */
function tellSystem(player) {
  const keys = navigator.mediaSession;
  const { record } = player;
  if (!keys || !record) return;
  const picture = player.dataset.artwork || record.artwork || pictureOfPage();
  const artwork = picture ? [{ src: picture }] : [];
  keys.metadata = new MediaMetadata({ title: record.title, artist: record.byline, album: record.show, artwork });
  /** @type {[MediaSessionAction, (how: MediaSessionActionDetails) => void][]} */
  const acts = [
    ['play', () => player.isConnected && player.play(undefined, 'system')],
    ['pause', () => player.pause('system')],
    ['seekbackward', (how) => player.seek(player.currentTime - (how.seekOffset || 15), 'system')],
    ['seekforward', (how) => player.seek(player.currentTime + (how.seekOffset || 30), 'system')],
    ['previoustrack', () => player.step(-1, 'system').catch(() => {})],
    ['nexttrack', () => player.step(1, 'system').catch(() => {})],
    ['seekto', (how) => player.seek(how.seekTime ?? 0, 'system')],
  ];
  for (const [name, act] of acts) keys.setActionHandler(name, act);
  tellState(player);
}

/** @param {Player} player */
function tellState({ audio, paused }) {
  const keys = navigator.mediaSession;
  if (!keys) return;
  keys.playbackState = paused ? 'paused' : 'playing';
  const { duration, playbackRate, currentTime: position } = audio;
  if (duration) keys.setPositionState?.({ duration, playbackRate, position });
}

function pictureOfPage() {
  const picture = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
  return picture ? new URL(picture, document.baseURI).href : '';
}
