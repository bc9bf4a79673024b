/** The button that plays from a paragraph of the page. */

import { make, raise } from './look.js';
import { firstWords, paint } from './marks.js';
import { indexAt } from './moments.js';
import { HERE } from './later-sheets.js';
import { fill } from './phrases.js';

/** @import { Player, Spot } from './types' */

/** What a finger may mean something else by. */
const PRESSED = 'a,button,input,label,select,summary,textarea,audio,video,[onclick],[role=button],[contenteditable],audiopress-player';

const KEYS = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -1e9, End: 1e9 };

/**
 * A pointer brings the button, and the arrow keys do.
 * @param {Player} player @param {() => Spot[]} spotsOf
 */
export function addButton(player, spotsOf) {
  let at = 0;
  let hiding = 0;
  let touch = false;
  const button = make('button', { type: 'button', class: 'here', part: 'here', popover: 'manual',
    'aria-description': player.strings.arrows, onclick: () => player.play(spotsOf()[at].start, 'page') });
  paint(player, HERE);
  player.shadowRoot?.append(button);
  raise(button);
  const go = (to, bring) => {
    at = Math.max(0, Math.min(to, spotsOf().length - 1));
    const { text, ranges } = spotsOf()[at];
    button.ariaLabel = fill(player.strings.from, { words: firstWords(text) });
    if (bring) ranges[0].startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    put(button, ranges[0]);
  };
  const life = new AbortController();
  const { signal } = life;
  button.addEventListener('focus', () => button.matches(':focus-visible') && go(indexAt(spotsOf(), player.currentTime), true));
  button.addEventListener('keydown', (event) => {
    const step = KEYS[event.key];
    if (!step) return;
    event.preventDefault();
    go(at + step, true);
  });
  const spotAt = (target) => spotsOf().findIndex(({ ranges }) => ranges.some((range) => holds(range, target)));
  document.addEventListener('click', (event) => {
    const [target] = event.composedPath();
    // While it sounds, and where the page itself does nothing with it.
    if (!touch || player.paused || player.dataset.tap === 'off' || event.defaultPrevented || !getSelection()?.isCollapsed
      || target instanceof Element && target.closest(PRESSED)) return;
    const to = spotAt(target);
    if (to >= 0) player.play(spotsOf()[to].start, 'page');
  }, { signal });
  document.addEventListener('pointerover', (event) => {
    const target = event.composedPath()[0];
    const to = spotAt(target);
    touch = event.pointerType !== 'mouse';
    clearTimeout(hiding);
    if (to >= 0) go(to);
    if (to >= 0 || target === button) button.classList.add('shown');
    else hiding = window.setTimeout(() => button.classList.remove('shown'), 700);
  }, { signal });
  const settle = () => button.matches('.shown,:focus-visible') && go(at);
  addEventListener('scroll', settle, { passive: true, signal });
  addEventListener('resize', settle, { signal });
  go(0);
  return () => {
    life.abort();
    button.remove();
  };
}

/** Whether the pointer is in the block that holds the range. */
function holds(range, target) {
  const block = range.commonAncestorContainer;
  const holder = block instanceof Text ? block.parentElement : block;
  return target instanceof Node && target !== document.body && Boolean(holder?.contains(target)) && range.intersectsNode(target);
}

/** In the margin where there is one. */
function put(button, range) {
  const [line] = range.getClientRects();
  const { left, right } = range.getBoundingClientRect();
  const { clientWidth } = document.documentElement;
  const toLeft = range.startContainer.parentElement?.closest('[dir=rtl]');
  const margin = toLeft ? right + 8 : left - 40;
  const fits = margin >= 2 && margin + 34 < clientWidth;
  button.style.left = `${fits ? margin : clientWidth - 34}px`;
  button.style.top = `${(line?.top ?? 0) + (fits ? (line?.height ?? 0) / 2 - 16 : -30)}px`;
}
