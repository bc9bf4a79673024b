/** "Wrong pronunciation?" at a word, where the site has said who is to be told. */

import { make, raise } from './look.js';
import { paint } from './marks.js';
import { REPORT } from './later-sheets.js';
import { fill } from './phrases.js';
import { wordsOf } from './words.js';

/** @import { Complaint, Player } from './types' */

/** Letters that a chosen word or name has at most. */
const LONG = 80;

/** The link of a player: at the word that was spoken last, or that the reader chose. @type {WeakMap<Player, (complaint: Complaint|null) => void>} */
const links = new WeakMap();

/** A word without what stands around it. */
const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Nothing where the site has not asked for it. @param {Player} player @param {Complaint|null} complaint */
export function offerReport(player, complaint) {
  if (!player.dataset.report) return;
  if (!links.has(player)) links.set(player, drawLink(player));
  links.get(player)?.(complaint && { ...complaint, word: bare(complaint.word) });
}

/** The word of a selection within one of these texts. @param {Range[]} texts */
export function chosenIn(texts) {
  const selection = getSelection();
  const word = bare(String(selection ?? ''));
  if (!selection?.rangeCount || !word || word.length > LONG) return null;
  const range = selection.getRangeAt(0);
  return texts.some((text) => text.comparePoint(range.startContainer, range.startOffset) === 0) ? { word, range } : null;
}

/** @param {Player} player */
function drawLink(player) {
  const link = make('a', { class: 'report', part: 'report', popover: 'manual', target: '_blank', rel: 'noopener',
    onclick: () => player.reporter.tell('ap-report', { word: shown?.word, link: link.href, trigger: 'button' }) });
  /** @type {Complaint|null} */
  let shown = null;
  paint(player, REPORT);
  player.shadowRoot?.append(link);
  const put = () => {
    const box = shown?.range.getBoundingClientRect();
    link.hidden = !box?.height || box.bottom < 0 || box.top > innerHeight;
    if (link.hidden || !box) return;
    raise(link);
    const { offsetWidth, offsetHeight } = link;
    const below = box.bottom + 4 + offsetHeight < innerHeight;
    link.style.left = `${Math.max(4, Math.min(box.left, document.documentElement.clientWidth - offsetWidth - 4))}px`;
    link.style.top = `${below ? box.bottom + 4 : box.top - 4 - offsetHeight}px`;
  };
  return (complaint) => {
    if (complaint?.word !== shown?.word || complaint?.paragraph !== shown?.paragraph) {
      if (complaint) link.href = addressOf(player, complaint);
      link.textContent = fill(wordsOf(player).report, { word: complaint?.word ?? '' });
    }
    shown = complaint;
    // While there is a word; a player that has left leaves no listener.
    const heed = shown ? addEventListener : removeEventListener;
    for (const name of ['scroll', 'resize']) heed(name, put, { passive: true, capture: true });
    put();
  };
}

/** What an editor needs to find the word and to say it otherwise. @param {Player} player @param {Complaint} complaint */
function addressOf({ dataset, record, currentTime }, { word, text, paragraph, language }) {
  const to = dataset.report ?? '';
  const plain = (said) => said.replace(/[\s\p{C}]+/gu, ' ').trim();
  const found = { word: plain(word), text: plain(text), paragraph: String(paragraph), language,
    article: record?.id ?? '', title: record?.title ?? '', url: record?.url || location.href, time: currentTime.toFixed(1) };
  if (/^https?:/i.test(to)) {
    const address = new URL(to);
    for (const [name, value] of Object.entries(found)) address.searchParams.set(name, value);
    return address.href;
  }
  if (!/^mailto:/i.test(to)) return '';
  const said = Object.entries(found).map(([name, value]) => `${name}: ${value}`);
  // In single quotes: what stands in a page is no command.
  const add = `audiopress lexicon add '${found.word.replaceAll("'", "'\\''")}' --language ${language.replace(/[^\w-]/g, '')} --say ''`;
  const mail = { subject: `Pronunciation: ${found.word}`, body: [...said, '', add].join('\r\n') };
  const query = Object.entries(mail).map((pair) => pair.map(encodeURIComponent).join('=')).join('&');
  return `${to}${to.includes('?') ? '&' : '?'}${query}`;
}
