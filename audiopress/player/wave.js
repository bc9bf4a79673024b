/** The shape of the sound. */

import { draw } from './icons.js';

const BARS = 90;

/** Twice: what is to come and what was heard, cut off at the position. @param {number[]} peaks */
export function waves(peaks) {
  if (peaks.length < 8) return [];
  const step = Math.max(1, peaks.length / BARS);
  let d = '';
  for (let at = 0; at * step < peaks.length; at += 1) {
    const half = Math.max(3, 50 * Math.max(...peaks.slice(Math.floor(at * step), Math.ceil((at + 1) * step))));
    d += `M${at + 0.5} ${50 - half}V${50 + half}`;
  }
  const viewBox = `0 0 ${Math.ceil(peaks.length / step)} 100`;
  return ['to-come', 'heard'].map((name) =>
    draw('svg', { class: name, viewBox, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, draw('path', { d })));
}
