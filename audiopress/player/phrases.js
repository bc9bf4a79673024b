/** Words with something filled in, and times as they are written and said. */

/** @param {string} pattern @param {Record<string, string>} values */
export const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** `1:02:03` or `2:03`. @param {number} seconds */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds || 0));
  const parts = [whole / 3600, (whole / 60) % 60, whole % 60].map(Math.floor);
  const shown = parts[0] ? parts : parts.slice(1);
  return shown.map((part, at) => (at ? String(part).padStart(2, '0') : part)).join(':');
}

/** `3 min`, at least one. @param {number} seconds @param {string} language */
export const minutesOf = (seconds, language) => inUnits(Math.max(1, Math.round(seconds / 60)), 'minute', 'short', language);

/** @param {number} count @param {string} unit @param {'short'|'long'} unitDisplay @param {string} language */
export const inUnits = (count, unit, unitDisplay, language) =>
  count.toLocaleString(language, { style: 'unit', unit, unitDisplay, numberingSystem: 'latn' });
