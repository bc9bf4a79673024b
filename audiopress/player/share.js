/** A link to this moment. */

import { clock, fill } from './phrases.js';

/** @import { Player } from './types' */

/** Said in words where it can be neither shared nor copied. @param {Player} player */
export async function share(player) {
  const { record, strings, currentTime } = player;
  const link = new URL(record?.url || location.href);
  link.hash = currentTime >= 1 ? `t=${Math.floor(currentTime)}` : '';
  player.reporter.tell('ap-share', { link: link.href, trigger: 'button' });
  try {
    if (navigator.share && matchMedia('(pointer: coarse)').matches) {
      await navigator.share({ title: record?.title, url: link.href });
      return;
    }
    await navigator.clipboard.writeText(link.href);
    player.say(fill(strings.copied, { time: clock(currentTime) }));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    player.say(`${strings.share}: ${link.href}`);
  }
}
