// @ts-check
/**
 * Where the edition says whether a page has audio: the rule of `audiopress/addresses.py`, in the
 * browser. Both are held to `tests/vectors/by_url.json`. SHA-256 is written out because
 * `crypto.subtle` does not exist on plain http pages.
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
    below = `_h/${sha256(below)}`;
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

/** FIPS 180-4, for ASCII text. @param {string} text @returns {string} 64 hex digits */
export function sha256(text) {
  const { round, start } = constants();
  const data = bytesOf(text);
  const blocks = new Uint8Array(((data.length + 72) >> 6) << 6);
  blocks.set(data);
  blocks[data.length] = 0x80;
  const view = new DataView(blocks.buffer);
  view.setUint32(blocks.length - 4, data.length * 8);
  const state = start.slice();
  for (let at = 0; at < blocks.length; at += 64) compress(state, view, at, round);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** The fractional parts of the cube and square roots of the first primes. */
function constants() {
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (/** @type {number} */ root) => Math.floor((root % 1) * 2 ** 32);
  return {
    round: Uint32Array.from(primes, (p) => fraction(Math.cbrt(p))),
    start: Uint32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p))),
  };
}

/**
 * @param {Uint32Array} state @param {DataView} view @param {number} at
 * @param {Uint32Array} round
 */
function compress(state, view, at, round) {
  const turn = (/** @type {number} */ x, /** @type {number} */ n) => (x >>> n) | (x << (32 - n));
  const w = new Uint32Array(64);
  for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(at + i * 4);
  for (let i = 16; i < 64; i += 1) {
    const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
    const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
    w[i] = w[i - 16] + s0 + w[i - 7] + s1;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + round[i] + w[i]) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => {
    state[i] += word;
  });
}
