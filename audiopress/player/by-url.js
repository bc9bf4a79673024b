// @ts-check
/**
 * Where the edition says whether a page has audio: the rule of `audiopress/addresses.py`, in the
 * browser. Both are held to `tests/vectors/by_url.json`.
 */

const TRACKING = /^(utm_\w+|fbclid|gclid|mc_[ce]id|at_\w+|cmpid|ns_\w+)$/i;
const LONGEST_SEGMENT = 80;
const LONGEST_PATH = 180;

/**
 * The path of an address's entry below the edition, `by-url/…/index.json`.
 * @param {string} address
 * @returns {string} throws `TypeError` for anything that is no http(s) address
 */
export function byUrlPath(address) {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) throw new TypeError('not an address of a page');
  const host = url.hostname.replace(/\.$/, '') + (url.port && `:${url.port}`);
  const segments = [...pathNames(url.pathname), ...queryName(url.search)];
  let below = segments.join('/');
  if (below.length > LONGEST_PATH || segments.some((name) => name.length > LONGEST_SEGMENT)) {
    below = `_h/${hashed(below)}`;
  }
  return ['by-url', escaped(bytesOf(host)), below, 'index.json'].filter(Boolean).join('/');
}

/** @param {string} path */
function pathNames(path) {
  const segments = path.split('/').slice(1).filter(Boolean).map(decoded);
  const last = segments.at(-1);
  if (last && /^index\.html?$/.test(String.fromCharCode(...last.slice(0, 11)))) segments.pop();
  return segments.map((segment) => {
    const name = escaped(composed(segment));
    if (name === 'index.json') return '_69ndex.json';
    return name.replace(/^\./, '_2e').replace(/\.$/, '_2e');
  });
}

/** @param {string} search */
function queryName(search) {
  const kept = search
    .slice(1)
    .replaceAll('+', ' ')
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const cut = pair.indexOf('=');
      return cut < 0 ? [pair, ''] : [pair.slice(0, cut), pair.slice(cut + 1)];
    })
    .filter(([name]) => !TRACKING.test(new TextDecoder().decode(decoded(name))))
    .map((pair) => pair.map((part) => escaped(composed(decoded(part)))).join('_3d'))
    .sort();
  return kept.length ? [`_3f${kept.join('_26')}`] : [];
}

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text);

/** Percent-decoding to bytes; what is no escape stays. @param {string} text */
function decoded(text) {
  const bytes = [...bytesOf(text)];
  const out = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const pair = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
    if (bytes[at] === 0x25 && /^[0-9a-f]{2}$/i.test(pair)) {
      out.push(parseInt(pair, 16));
      at += 2;
    } else out.push(bytes[at]);
  }
  return Uint8Array.from(out);
}

/** NFC where the bytes are UTF-8. @param {Uint8Array} bytes */
function composed(bytes) {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return bytesOf(text.normalize('NFC'));
  } catch {
    return bytes;
  }
}

/** @param {Uint8Array} bytes */
function escaped(bytes) {
  return Array.from(bytes, (byte) => {
    const char = String.fromCharCode(byte);
    return /[a-z0-9.-]/.test(char) ? char : `_${byte.toString(16).padStart(2, '0')}`;
  }).join('');
}

/** FNV-1a, 64 bits, of ASCII text. @param {string} text @returns {string} 16 hex digits */
function hashed(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytesOf(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
