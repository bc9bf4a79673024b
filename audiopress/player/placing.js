/** Where a player goes: below the headline, where the page's layout gives it room. */

/** @import { Player } from './types' */

/** Boxes in which no headline of the article stands. */
const ASIDE = 'nav,aside,footer,dialog,audiopress-player,[hidden],[aria-hidden=true]';

/** A heading that names the site. */
const LOGO = '[class*=logo i],[id*=logo i],[class*=site-title i],[class*=brand i],[role=banner] *';

/** What nothing but words may stand in. */
const PHRASE = 'a,b,button,em,font,i,label,strong,summary,span,p,h1,h2,h3,h4,h5,h6,hgroup';

/** Letters that a title has at least that is looked for in any element. */
const TITLE = 12;

/** What is no text of an article, whatever stands in it. */
const UNTOLD = 'a,button,figure,form,h1,h2,h3,h4,h5,h6';

/** Times that a letter counts that stands in the headline's own article. */
const OWN = 9;

/** Pixels between two edges that the eye takes for one. */
const EDGE = 12;

/** Blocks that the text may begin with: a byline is one of them where it is as wide. */
const FIRST = 5;

/** Share of the text's width that a player has to have. */
const WIDE = 0.6;

/**
 * Where there is no place it stays outside.
 * @param {Player} player @param {string|Element} [after] what it follows, where the page says so
 */
export function insert(player, after) {
  const chosen = typeof after === 'string' ? pick(after) : after;
  if (chosen) chosen.after(player);
  if (chosen || after) return;
  const headline = headlineOf(titleOf(player));
  player.below = headline ?? null;
  const texts = textBelow(headline);
  if (headline) settle(player, headline, texts);
  else if (texts[0]) texts[0].before(player);
  else document.querySelector('article,main')?.prepend(player);
}

const titleOf = ({ record, heading }) => record?.title || heading;

/** Whether the page has brought another headline than the one that it was put below for want of its own. @param {Player} player */
export function isAstray(player) {
  const { below } = player;
  const title = titleOf(player);
  return below !== undefined && lettersOf(below?.textContent ?? '') !== lettersOf(title) && (headlineOf(title) ?? null) !== below;
}

/**
 * The text: the blocks as wide as those that hold most of the words, whatever elements they are;
 * words that stand in one box with the headline by themselves.
 * @returns {any[]}
 */
function textBelow(headline) {
  /** @type {{wide: number, blocks: (Element|Text)[], letters: number}[]} */
  const columns = [];
  const home = headline?.closest('article,main');
  for (const holder of every('body,body *')) {
    if (holder.closest(UNTOLD) || headline?.contains(holder) || holder.closest(ASIDE) !== (headline?.closest(ASIDE) ?? null)) continue;
    for (const text of holder.childNodes) {
      const letters = text instanceof Text ? text.data.trim().length : 0;
      if (!letters) continue;
      let block = holder;
      while (/^(inline|contents)/.test(getComputedStyle(block).display) && block.parentElement) block = block.parentElement;
      const begins = headline && block.contains(headline) ? text : block;
      const [box] = block.getClientRects();
      if (!box || headline && !isBefore(headline, begins)) continue;
      const wide = Math.round(getComputedStyle(block).writingMode === 'horizontal-tb' ? box.width : box.height);
      const column = columns.find((one) => one.wide === wide) ?? { wide, blocks: [], letters: 0 };
      if (!column.letters) columns.push(column);
      column.blocks.push(begins);
      column.letters += letters * (home?.contains(holder) ? OWN : 1);
    }
  }
  return columns.sort((one, other) => other.letters - one.letters)[0]?.blocks ?? [];
}

/** What a selector finds, or nothing where it is none. @param {string} selector @returns {Element|null} */
export function pick(selector) {
  try {
    return document.querySelector(selector);
  } catch (error) {
    console.warn('audiopress:', error);
    return null;
  }
}

const lettersOf = (text) => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The page's elements, and those in the open shadow roots of its own. @param {string} selector @param {ParentNode} root @returns {any[]} */
export function every(selector, root = document) {
  const inside = [...root.querySelectorAll(':not(audiopress-player)')].flatMap((one) => (one.shadowRoot ? every(selector, one.shadowRoot) : []));
  return [...root.querySelectorAll(selector), ...inside];
}

/** The heading that says the title, else what else says it, else the first heading that names no site. @returns {Element|undefined} */
function headlineOf(title) {
  const wanted = lettersOf(title);
  const all = every('h1,h2,h3,[itemprop~=headline]');
  const headings = all.filter((one) => !one.closest(ASIDE));
  const seen = headings.filter(isSeen);
  const says = (one) => lettersOf(one.textContent ?? '') === wanted;
  const nearly = ({ textContent }) => {
    const letters = lettersOf(textContent ?? '');
    return letters.length > wanted.length * 0.6 && (wanted.includes(letters) || letters.includes(wanted));
  };
  const plain = seen.filter((one) => !one.matches(LOGO));
  const first = (place) => plain.find((one) => one.localName === 'h1' && one.closest(place));
  // What says all of it may stand where else only other things do: in a dialog that was opened.
  return wanted && (seen.find(says) || all.filter(isSeen).find(says) || seen.find(nearly)
    || wanted.length >= TITLE && every('body *').find((one) => !one.firstElementChild && says(one) && isSeen(one) && !one.closest(ASIDE)))
    || first('article') || first('main') || plain.find((one) => one.closest('article,main')) || first('html')
    || headings.find((one) => one.localName === 'h1');
}

/** Behind the headline, or behind what it stands in, where it fits; best in the column of the text. */
function settle(player, headline, texts) {
  // A grid that names the place of each of its parts has the rest at its end.
  const text = texts.slice(0, FIRST).find((one) => one instanceof Text
    || (one.before(player), isAbove(player, one) && (isAbove(headline, player) || !isSeen(headline)))) ?? texts[0];
  /** @type {(() => void)[]} */
  const places = [];
  for (let at = headline; at && at !== document.body && !(text && at.contains(text)); at = at.parentElement) {
    const place = at;
    const inWords = at.parentElement?.closest(PHRASE);
    if (!inWords && at.localName !== 'article' && at.localName !== 'main') places.push(() => place.after(player));
  }
  const last = () => (text ? text.before(player) : headline.after(player));
  const holds = (put) => {
    put();
    align(player, text);
    return fits(player, headline, text);
  };
  if (!places.some((put) => holds(put) && isInColumn(player, text)) && !(text && holds(last)) && !places.some(holds)) holds(last);
  again = () => align(player, text);
}

/** For the player that was put last. */
let again = () => {};
addEventListener('resize', () => again());

/** In a grid it has the columns of what holds the text, where the page says which. */
function align(player, text) {
  const beside = [...player.parentNode?.children ?? []].find((one) => text && one.contains(text));
  const columns = beside ? getComputedStyle(beside).gridColumn : 'auto';
  player.style.gridColumn = columns.startsWith('auto') ? '' : columns;
}

/** Whether it begins and ends where the text does. */
function isInColumn(player, text) {
  if (!text) return true;
  const [box, column] = [player, boxAt(text)].map((one) => one.getBoundingClientRect());
  return Math.abs(box.left - column.left) <= EDGE && Math.abs(box.right - column.right) <= EDGE;
}

/** The element of words that stand by themselves. */
const boxAt = (text) => (text instanceof Text ? text.parentElement : text);

/** Also what is only read aloud is a pixel wide. */
const isSeen = (one) => one.getBoundingClientRect().width > 1;

/** As they are seen. */
const isAbove = (one, other) => one.getBoundingClientRect().bottom <= other.getBoundingClientRect().top + 2;

/** In the page's order; of two in different shadow roots, as they are seen. */
const isBefore = (one, other) => Boolean(one.getRootNode() === other.getRootNode()
  ? one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING
  : isAbove(one, other));

/** Whether it is wide, below the headline, and neither covered nor cut off. */
function fits(player, headline, text) {
  const [box, head] = [player, headline].map((one) => one.getBoundingClientRect());
  // Nothing of the page is shown: nothing can be seen of it.
  if (!head.width) return true;
  const column = boxAt(text)?.getClientRects()[0].width || document.documentElement.clientWidth;
  // In lines from top to bottom the text goes on to the left, or to the right.
  const { writingMode } = getComputedStyle(headline);
  if (writingMode !== 'horizontal-tb') return writingMode.endsWith('rl') ? box.right <= head.left + 2 : box.left >= head.right - 2;
  if (box.width < column * WIDE || !box.height || box.top < head.bottom - 2) return false;
  if (text instanceof Element && !isAbove(player, text)) return false;
  for (let at = player.parentElement; at && at !== document.body; at = at.parentElement) {
    const { overflowY, position } = getComputedStyle(at);
    const bounds = at.getBoundingClientRect();
    if (/hidden|clip/.test(overflowY) && box.bottom > bounds.bottom + 1) return false;
    if (/fixed|sticky/.test(position)) return false;
    if (position === 'absolute' && text && !at.contains(text)) return false;
  }
  return !isCovered(player, box, headline);
}

/** By what holds the headline, or by a picture behind it. */
function isCovered(player, box, headline) {
  const root = player.getRootNode();
  const over = root.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 40));
  if (!over || player.contains(over) || over.contains(player)) return false;
  return over.contains(headline) || isBefore(over, player);
}
