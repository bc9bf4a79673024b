/** The system's media keys and panel. */

/** @import { Player } from './types' */

const told = new WeakSet();

/** For the player that sounds. @param {Player} player */
export function session(player) {
  const keys = navigator.mediaSession;
  const { record, audio } = player;
  if (!keys || !record) return;
  const picture = record.artwork || player.dataset.artwork || pictureOfPage();
  const artwork = picture ? [{ src: picture }] : [];
  keys.metadata = new MediaMetadata({ title: record.title, artist: record.byline, album: record.show, artwork });
  /** @type {[MediaSessionAction, (how: MediaSessionActionDetails) => void][]} */
  const acts = [
    ['play', () => player.play(undefined, 'system')],
    ['pause', () => player.pause('system')],
    ['seekbackward', (how) => player.seek(player.currentTime - (how.seekOffset || 15), 'system')],
    ['seekforward', (how) => player.seek(player.currentTime + (how.seekOffset || 30), 'system')],
    ['previoustrack', () => player.step(-1, 'system').catch(() => {})],
    ['nexttrack', () => player.step(1, 'system').catch(() => {})],
    ['seekto', (how) => player.seek(how.seekTime ?? 0, 'system')],
  ];
  for (const [name, act] of acts) keys.setActionHandler(name, act);
  const tell = () => {
    keys.playbackState = player.paused ? 'paused' : 'playing';
    const { duration, playbackRate } = audio;
    if (duration) keys.setPositionState?.({ duration, playbackRate, position: audio.currentTime });
  };
  tell();
  if (told.has(player)) return;
  told.add(player);
  for (const name of ['playing', 'pause', 'seeked', 'ratechange']) audio.addEventListener(name, tell);
}

function pictureOfPage() {
  const picture = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
  return picture ? new URL(picture, document.baseURI).href : '';
}
