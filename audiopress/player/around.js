/** Media keys, links to a moment, other loudspeakers, last time's place, the bar. */

import { sheetOf } from './look.js';
import { clock, fill } from './strings.js';

/** @import { Player } from './types' */

const told = new WeakSet();
const BAR = sheetOf(`
.bar .player{grid-template:"play head seek tools" auto "status status status status" auto/auto minmax(6rem,18rem) minmax(0,1fr) auto;padding:.375rem .75rem;max-inline-size:80rem;margin-inline:auto;row-gap:0}
.bar [part~=play]{inline-size:2.5rem;block-size:2.5rem}
.bar .label{font-size:.9375rem;inline-size:100%;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.bar .tools{padding:0;margin:0;flex-wrap:nowrap}
.bar .lists{order:0;flex-basis:auto;margin:0}
.bar .listen,.bar .lists :not([part~=transcript]),.bar .length{display:none}
.bar .title{display:inline}
.stuck{position:fixed;inset:auto 0 0;z-index:2147483000;box-shadow:0 -2px 12px #0002;padding-block-end:env(safe-area-inset-bottom)}
.stuck .tools [part~=close]{display:grid}
.stuck :is(.lists,.list,[part~=download],[part~=share]){display:none}
@container (max-width:47rem){
.bar .player{grid-template:"seek seek seek" auto "play head tools" auto "status status status" auto/auto minmax(0,1fr) auto;padding:0 .5rem .375rem}
.bar .seek{margin-inline:-.5rem}
.bar .track{block-size:1.5rem}
.bar :is(.now,.left,[part~=previous],[part~=next],[part~=download],[part~=share]){display:none}
}
@container (max-width:26rem){.bar :is(.lists,[part~=forward],.meta){display:none}}`);

/** For the player that sounds. @param {Player} player */
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

const shelf = (player) => `audiopress:${player.record?.id}`;
const kept = { time: 0 };

/** Only where the site has asked its reader. */
function keep(player, apart = 0) {
  const time = Math.round(player.currentTime);
  if (!player.hasAttribute('data-remember') || Math.abs(time - kept.time) < apart) return;
  kept.time = time;
  try {
    if (time < player.duration - 5) localStorage.setItem(shelf(player), String(time));
    else localStorage.removeItem(shelf(player));
  } catch {
    // No store here.
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
  try {
    if (navigator.share && matchMedia('(pointer: coarse)').matches) {
      await navigator.share({ title: record?.title, url: link.href });
      return;
    }
    await navigator.clipboard.writeText(link.href);
    player.say(fill(strings.copied, { time: clock(currentTime) }));
  } catch (/** @type {any} */ error) {
    if (error.name === 'AbortError') return;
    player.say(`${strings.share}: ${link.href}`);
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

/** The bar; at the edge while it sounds and its place is out of sight. @param {Player} player */
export function stick(player) {
  const { frame } = player.ui;
  const away = player.hasAttribute('data-sticky') && player.getBoundingClientRect().bottom < 0;
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

function dress(player, small) {
  const { classList } = player.ui.frame;
  const sheets = player.shadowRoot?.adoptedStyleSheets;
  if (!sheets?.includes(BAR)) sheets?.push(BAR);
  classList.toggle('stuck', small);
  classList.toggle('bar', small || player.getAttribute('layout') === 'bar');
}
