/** Where an edition says whether it has a page: `audiopress/publish/by_url.py` has the rule in words. */

const TRACKING = /^(utm_\w+|fbclid|gclid|mc_[ce]id|at_\w+|cmpid|ns_\w+)$/i;

/** `by-url/…/index.json`; throws `TypeError` for what is no http(s) address. @param {string} address */
export function byUrlPath(address) {
  const url = new URL(address);
  // Chromium alone takes a host with a blank in it.
  if (!/^https?:$/.test(url.protocol) || url.hostname.includes('%')) throw new TypeError(address);
  const host = url.hostname.replace(/\.$/, '') + (url.port && `:${url.port}`);
  const names = url.pathname.split('/').filter(Boolean).map(named);
  if (/^index\.html?$/.test(names.at(-1) ?? '')) names.pop();
  const segments = names.map((name) =>
    name === 'index.json' ? '_69ndex.json' : name.replace(/^\./, '_2e').replace(/\.$/, '_2e'));
  const below = [...segments, ...searched(url.search)].join('/');
  const long = below.length > 180 || below.split('/').some((name) => name.length > 80);
  return ['by-url', named(host), long ? `_h/${hashed(below)}` : below, 'index.json'].filter(Boolean).join('/');
}

function searched(search) {
  const pairs = search.slice(1).replaceAll('+', ' ').split('&').filter(Boolean).map((pair) => /^([^=]*)=?(.*)$/s.exec(pair) ?? []);
  const kept = pairs.filter(([, name]) => !TRACKING.test(plain(name))).map(([, ...pair]) => pair.map(named).join('_3d'));
  return kept.length ? [`_3f${kept.sort().join('_26')}`] : [];
}

const plain = (text) => text.replace(/%([\da-f]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

/** NFC if it is UTF-8; all but `a-z 0-9 - .` escaped. */
function named(text) {
  let escaped = text.replace(/%(?![\da-f]{2})/gi, '%25');
  try {
    escaped = encodeURIComponent(decodeURIComponent(escaped).normalize('NFC'));
  } catch {
    // Another encoding stays.
  }
  return plain(escaped).replace(/[^a-z\d.-]/g, (char) => `_${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** FNV-1a of 64 bits. */
function hashed(text) {
  let hash = 0xcbf29ce484222325n;
  for (const char of text) hash = BigInt.asUintN(64, (hash ^ BigInt(char.charCodeAt(0))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
