/** The colours of the page around a player: its ground, its ink, and the one of its links and buttons. */

/** @import { Player } from './types' */

/** A colour through which what is below shows. */
const THIN = /^(rgba\(.*, 0(\.[0-4]\d*)?\)|.*\/ 0(\.[0-4]\d*)?\))$/;

/** Where a site shows its own colour, best first, and the property that has it. */
const COLOURED_BY = [
  ['p a[href]', 'color'],
  ['main a[href]', 'color'],
  ['button,[type=submit],[class*=btn],[class*=button]', 'backgroundColor'],
];

/** How many of each kind are looked at. */
const MANY = 9;

/** Least contrast with the ground of what is read, and of what is only seen: WCAG 2.2, 1.4.3 and 1.4.11. */
const READ = 4.5;
const SEEN = 3;

/** Least distance of the channels, of 1, of what is a colour and no grey. */
const COLOURED = 0.15;

/** Percent by which a colour that is too pale is made deeper, at most the last. */
const DEEPER = [0, 20, 40, 60];

/** Percent of the ink that is left in what is said quietly, as far as it can be read. */
const QUIET = [84, 92, 100];

/** The page's colours for the player, made deep enough to be read; again whenever the page's ink changes. @param {Player} player */
export function wear(player) {
  const { frame, wave } = player.ui;
  const style = getComputedStyle(player);
  const [below, sheet] = [new CSSStyleSheet(), new CSSStyleSheet()];
  const put = () => {
    const around = coloursOf(player);
    // First: the bar is painted with it, and its ground is read next.
    below.replaceSync(`:host{--measured:${around.ground}}`);
    const { ground } = coloursOf(frame);
    // Never what was made of it here: the two would change in turns for ever.
    const ink = style.getPropertyValue('--ap-ink') || around.ink;
    const onGround = (colour) => contrast(channelsOf(ground, wave), channelsOf(colour, wave));
    const deepened = (colour, toward, enough) => DEEPER.map((share) => `color-mix(in srgb, ${colour}, ${toward} ${share}%)`)
      .find((one) => onGround(one) >= enough);
    const far = lightOf(channelsOf(ground, wave)) > 0.18 ? '#000' : '#fff';
    const own = style.getPropertyValue('--ap-accent');
    const deep = deepened(ink, far, READ) ?? ink;
    const quiet = QUIET.find((share) => onGround(`color-mix(in srgb, ${deep} ${share}%, transparent)`) >= READ) ?? 100;
    const [accent] = own ? [] : shownBy(player).flatMap((colour) =>
      !THIN.test(colour) && isColoured(channelsOf(colour, wave)) && deepened(colour, ink, SEEN) || []);
    sheet.replaceSync(`:host{--share:${quiet}%;--deep:${deep};${accent ? `--found:${accent};--under:${ground}` : ''}}`);
  };
  player.shadowRoot?.adoptedStyleSheets.push(below, sheet);
  // The page's colour, which it has by itself, changes for whatever reason: that ends a transition.
  frame.addEventListener('transitionend', put);
  put();
  return put;
}

/** Colours that the page shows around it. @param {Player} player @returns {string[]} */
function shownBy(player) {
  const roots = new Set([/** @type {Document|ShadowRoot} */ (player.getRootNode()), document]);
  return COLOURED_BY.flatMap(([selector, property]) => [...roots].flatMap((root) => [...root.querySelectorAll(selector)].slice(0, MANY))
    .filter((one) => one.getClientRects().length).map((one) => getComputedStyle(one)[property]));
}

/** Red, green, blue and alpha of 1, whatever words the page has for a colour. @returns {[number, number, number, number]} */
function channelsOf(colour, wave) {
  wave.style.outlineColor = `color-mix(in srgb, ${colour}, ${colour})`;
  const said = getComputedStyle(wave).outlineColor;
  wave.style.outlineColor = '';
  const [red, green, blue, alpha = 1] = (said.match(/[\d.]+(e-?\d+)?(?![\w.])/g) ?? []).map(Number);
  const scale = said.startsWith('rgb') ? 255 : 1;
  return [red / scale, green / scale, blue / scale, alpha];
}

/** @param {number[]} channels */
const isColoured = ([red, green, blue]) => Math.max(red, green, blue) - Math.min(red, green, blue) >= COLOURED;

/** Relative luminance: WCAG 2.2. */
const lightOf = (channels) => [0.2126, 0.7152, 0.0722].reduce((sum, part, at) => {
  const value = channels[at];
  return sum + part * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
}, 0);

/** Of a colour, which may be thin, on a ground. */
function contrast(ground, colour) {
  const painted = ground.map((value, at) => value + (colour[at] - value) * colour[3]);
  const ratio = (lightOf(ground) + 0.05) / (lightOf(painted) + 0.05);
  return Math.max(ratio, 1 / ratio);
}

/** What the page is really painted with at this place, whatever `color-scheme` says. @param {Element} place */
function coloursOf(place) {
  const { color: ink } = getComputedStyle(place);
  /** @type {Element|null} */
  let at = place;
  while (at) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    // On a picture the letters alone say what the ground is like.
    if (backgroundImage !== 'none' && !/gradient/.test(backgroundImage)) break;
    if (!THIN.test(backgroundColor)) return { ground: backgroundColor, ink };
    const root = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return { ground: at ? 'oklch(from currentColor calc((.62 - l) * 999) 0 0)' : 'Canvas', ink };
}
