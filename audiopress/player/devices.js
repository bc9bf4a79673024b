/** AirPlay and Remote Playback, where there is one. */

/** @import { Airplay, Player } from './types' */

/** @param {Player} player */
export function findDevices({ audio, ui }) {
  const found = (yes) => (ui.device.hidden = !yes);
  audio.remote?.watchAvailability?.(found).catch(() => {});
  audio.addEventListener('webkitplaybacktargetavailabilitychanged', (event) =>
    found('availability' in event && event.availability === 'available'));
}

/** @param {Player} player */
export function choose({ audio }) {
  /** @type {Airplay} */
  const safari = /** @type {any} */ (audio);
  if (safari.webkitShowPlaybackTargetPicker) safari.webkitShowPlaybackTargetPicker();
  else audio.remote.prompt().catch(() => {});
}
