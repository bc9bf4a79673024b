/** Addresses that files of others name. */

/** @param {unknown} value */
export const text = (value) => (typeof value === 'string' ? value : '');

/** No record makes a page run a script. @param {unknown} address @param {string} base */
export function webAddress(address, base) {
  const url = text(address) && URL.canParse(text(address), base) ? new URL(text(address), base) : null;
  return url && /^https?:$/.test(url.protocol) ? url.href : '';
}
