/** Where a player goes: below the headline, where the page's layout gives it room. */

/** Boxes in which no headline of the article stands. */
const ASIDE = 'nav,aside,footer,dialog,audiopress-player,[hidden],[aria-hidden=true]';

/** A heading that names the site. */
const LOGO = '[class*=logo i],[id*=logo i],[class*=site-title i],[class*=brand i],[role=banner] *';

/** What nothing but words may stand in. */
const PHRASE = 'a,b,button,em,font,i,label,strong,summary,span,p,h1,h2,h3,h4,h5,h6,hgroup';

/** Letters that a title has at least that is looked for in any element. */
const TITLE = 12;

/** Letters of a paragraph that is text of an article. */
const TEXT = 80;

/** Pixels between two edges that the eye takes for one. */
const EDGE = 12;

/** Share of the text's width that a player has to have. */
const WIDE = 0.6;

/**
 * Whether there was a place.
 * @param {Element} player @param {string|Element|undefined} after what it follows, where the page says so
 * @param {string} title of the article
 */
export function insert(player, after, title) {
  const chosen = typeof after === 'string' ? document.querySelector(after) : after;
  if (chosen) chosen.after(player);
  if (chosen || after) return Boolean(chosen);
  const headline = headlineOf(title);
  const text = every('p').find((one) => isLong(one)
    && one.closest(ASIDE) === (headline?.closest(ASIDE) ?? null) && (!headline || isBefore(headline, one)));
  if (headline) settle(player, headline, text);
  else if (text) text.before(player);
  else document.querySelector('article,main')?.prepend(player);
  return player.isConnected;
}

const isLong = ({ textContent }) => (textContent ?? '').length >= TEXT;

const lettersOf = (text) => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The page's elements, and those in the open shadow roots of its own. @param {string} selector @param {ParentNode} root @returns {Element[]} */
function every(selector, root = document) {
  const inside = [...root.querySelectorAll(':not(audiopress-player)')].flatMap((one) => (one.shadowRoot ? every(selector, one.shadowRoot) : []));
  return [...root.querySelectorAll(selector), ...inside];
}

/** The heading that says the title, else what else says it, else the first heading that names no site. @returns {Element|undefined} */
function headlineOf(title) {
  const wanted = lettersOf(title);
  const all = every('h1,h2,h3,[itemprop~=headline]');
  const headings = all.filter((one) => !one.closest(ASIDE));
  const isSeen = (one) => one.getBoundingClientRect().width > 1;
  const seen = headings.filter(isSeen);
  const says = (one) => lettersOf(one.textContent ?? '') === wanted;
  const nearly = ({ textContent }) => {
    const letters = lettersOf(textContent ?? '');
    return letters.length > wanted.length * 0.6 && (wanted.includes(letters) || letters.includes(wanted));
  };
  const plain = seen.filter((one) => !one.matches(LOGO));
  const first = (place) => plain.find((one) => one.localName === 'h1' && one.closest(place));
  // What comes before the text says what it is, whatever stands above in large letters.
  const opens = (one) => {
    const text = [...one.closest('article,main')?.querySelectorAll('p') ?? []].find(isLong);
    return text && isBefore(one, text);
  };
  // What says all of it may stand where else only other things do: in a dialog that was opened.
  return wanted && (seen.find(says) || all.filter(isSeen).find(says) || seen.find(nearly)
    || wanted.length >= TITLE && every('body :not(:has(*))').find((one) => says(one) && isSeen(one) && !one.closest(ASIDE)))
    || first('article') || first('main') || plain.find(opens) || first('html')
    || headings.find((one) => one.localName === 'h1');
}

/** Behind the headline, or behind what it stands in, where it fits; best in the column of the text. */
function settle(player, headline, text) {
  /** @type {Element[]} */
  const places = [];
  for (let at = headline; at && at !== document.body && !(text && at.contains(text)); at = at.parentElement) {
    const inWords = at.parentElement?.closest(PHRASE);
    if (!inWords && at.localName !== 'article' && at.localName !== 'main') places.push(at);
  }
  const tried = (test) => places.some((place) => {
    place.after(player);
    return fits(player, headline, text) && test();
  });
  if (tried(() => isInColumn(player, text))) return;
  text?.before(player);
  if (text && fits(player, headline, text)) return;
  if (!tried(() => true) && !text) headline.after(player);
  else if (!fits(player, headline, text)) text?.before(player);
}

/** Whether it begins and ends where the text does. */
function isInColumn(player, text) {
  if (!text) return true;
  const [box, column] = [player, text].map((one) => one.getBoundingClientRect());
  return Math.abs(box.left - column.left) <= EDGE && Math.abs(box.right - column.right) <= EDGE;
}

/** In the page's order; of two in different shadow roots, as they are seen. */
const isBefore = (one, other) => Boolean(one.getRootNode() === other.getRootNode()
  ? one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING
  : one.getBoundingClientRect().bottom <= other.getBoundingClientRect().top);

/** Whether it is wide, below the headline, and neither covered nor cut off. */
function fits(player, headline, text) {
  const [box, head] = [player, headline].map((one) => one.getBoundingClientRect());
  // Nothing of the page is shown: nothing can be seen of it.
  if (!head.width) return true;
  const column = text?.getBoundingClientRect().width || document.documentElement.clientWidth;
  // In lines from top to bottom the text goes on to the left, or to the right.
  const { writingMode } = getComputedStyle(headline);
  if (!writingMode.startsWith('h')) return writingMode.endsWith('rl') ? box.right <= head.left + 2 : box.left >= head.right - 2;
  if (box.width < column * WIDE || !box.height || box.top < head.bottom - 2) return false;
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
