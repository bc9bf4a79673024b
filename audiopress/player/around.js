// @ts-check
/** The system's media keys, links to a moment, other loudspeakers, last time's place, the edge of the window. */

import { clock, fill } from './strings.js';

/** @import { Player } from './types' */

const told = new WeakSet();

/** Title and keys for the system, for the player that sounds. @param {Player} player */
export function session(player) {
  /** @type {any} */
  const keys = navigator.mediaSession;
  const { record, audio } = player;
  if (!keys || !record) return;
  const picture = record.artwork || player.dataset.artwork || pictureOfPage();
  const artwork = picture ? [{ src: picture }] : [];
  keys.metadata = new MediaMetadata({ title: record.title, artist: record.byline, album: record.show, artwork });
  /** @type {Record<string, (how: any) => void>} */
  const acts = {
    play: () => player.play(),
    pause: () => player.pause(),
    seekbackward: (how) => (player.currentTime -= how.seekOffset || 15),
    seekforward: (how) => (player.currentTime += how.seekOffset || 30),
    previoustrack: () => player.step(-1),
    nexttrack: () => player.step(1),
    seekto: (how) => (player.currentTime = how.seekTime),
  };
  for (const name in acts) keys.setActionHandler(name, acts[name]);
  const tell = () => {
    keys.playbackState = player.paused ? 'paused' : 'playing';
    const { duration, playbackRate } = audio;
    if (duration) keys.setPositionState?.({ duration, playbackRate, position: audio.currentTime });
    keep(player);
  };
  tell();
  if (told.has(player)) return;
  told.add(player);
  for (const name of ['playing', 'pause', 'seeked', 'ratechange']) audio.addEventListener(name, tell);
  audio.addEventListener('timeupdate', () => keep(player, 5));
}

function pictureOfPage() {
  const picture = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
  return picture && new URL(picture, document.baseURI).href;
}

/** @param {Player} player */
const shelf = (player) => `audiopress:${player.record?.id}`;
const kept = { time: 0 };

/** Only where the site has asked its reader. @param {Player} player @param {number} [apart] seconds */
function keep(player, apart = 0) {
  const time = Math.round(player.currentTime);
  if (!player.hasAttribute('data-remember') || Math.abs(time - kept.time) < apart) return;
  kept.time = time;
  try {
    if (time < player.duration - 5) localStorage.setItem(shelf(player), String(time));
    else localStorage.removeItem(shelf(player));
  } catch {
    // A sandboxed frame or a full store.
  }
}

/** Seconds, or nothing known. @param {Player} player */
export function recall(player) {
  try {
    return Number(localStorage.getItem(shelf(player))) || null;
  } catch {
    return null;
  }
}

/** A link to this moment, said where it can be neither shared nor copied. @param {Player} player */
export async function share(player) {
  const { record, strings, currentTime } = player;
  const link = new URL(record?.url || location.href);
  link.hash = currentTime >= 1 ? `t=${Math.floor(currentTime)}` : '';
  const said = { time: clock(currentTime) };
  try {
    if (navigator.share && matchMedia('(pointer: coarse)').matches) {
      await navigator.share({ title: record?.title, url: link.href });
      return;
    }
    await navigator.clipboard.writeText(link.href);
    player.say(fill(strings.copied, said));
  } catch (/** @type {any} */ error) {
    if (error.name === 'AbortError') return;
    player.say(`${fill(strings.link, said)} ${link.href}`);
  }
}

/** AirPlay and Remote Playback, where there is one. @param {Player} player */
export function findDevices({ audio, ui }) {
  const found = (yes) => (ui.device.hidden = !yes);
  audio.remote?.watchAvailability?.(found).catch(() => {});
  audio.addEventListener('webkitplaybacktargetavailabilitychanged', (event) =>
    found(event.availability === 'available'));
}

/** @param {Player} player */
export function otherDevice({ audio }) {
  if (audio.webkitShowPlaybackTargetPicker) audio.webkitShowPlaybackTargetPicker();
  else audio.remote.prompt().catch(() => {});
}

/** At the edge while it sounds and its place is out of sight. @param {Player} player */
export function stick(player) {
  const { frame } = player.ui;
  const away = player.getBoundingClientRect().bottom < 0;
  const small = away && (!player.paused || frame.classList.contains('stuck'));
  player.style.minBlockSize = small ? player.style.minBlockSize || `${player.getBoundingClientRect().height}px` : '';
  dress(player, small);
}

/** @param {Player} player */
export function unstick(player) {
  player.pause();
  player.style.minBlockSize = '';
  dress(player, false);
}

/** @param {Player} player @param {boolean} small */
function dress(player, small) {
  const { classList } = player.ui.frame;
  classList.toggle('stuck', small);
  classList.toggle('bar', small || player.getAttribute('layout') === 'bar');
}
