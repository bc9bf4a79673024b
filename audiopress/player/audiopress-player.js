/** The element of `docs/player.md`. What is not needed at once is loaded later. */

import './by-url.js';
import { pick } from './placing.js';
import { find, place, placeByTag } from './auto.js';
import { wear } from './colours.js';
import { LISTS, SHOWN, describe, drawControls, nameControls, showState, showTime } from './controls.js';
import { choose, findDevices } from './devices.js';
import { Reporter } from './events.js';
import { make, raise } from './look.js';
import { indexAt } from './moments.js';
import { clock, fill } from './phrases.js';
import { Playback } from './playback.js';
import { fetchRecord, isGone } from './record.js';
import { BAR, PLAYER } from './sheets.js';
import { ENGLISH, directionOf, languageOf, stringsOf } from './strings.js';
import { waves } from './wave.js';

/** @import { Acts, Controls, Follower, ListName, PlaybackHooks, Recording, State, Strings, Trigger } from './types' */

/** Milliseconds that a pointer stays where it means something. */
const REST = 200;

/** Pixels of width up to which there is room for one line, and up to which it is a phone's. */
const NARROW = 260;
const PHONE = 600;

/** What is not needed before somebody listens. */
const later = () => import('./listening.js');

/** Milliseconds that it is said where it went on. */
const RESUMED = 20000;

/** Those on this page. Where there are several, each says its article. @type {Set<AudiopressPlayer>} */
const players = new Set();

/** Those that the page has in its own places. */
const placed = () => [...players].filter((player) => player.isConnected && !('carried' in player.dataset));

/** The speed that was chosen last: every article is heard at it. */
let rate = 1;

export class AudiopressPlayer extends HTMLElement {
  static observedAttributes = ['src', 'layout', 'playlist', 'data-state'];

  /** A site's own words: `{en: {listen: 'Hear this story'}}`. @type {Record<string, object>} */
  static strings = {};

  /** Whose tags have got their player: each edition's script once, under however many addresses. @type {Set<string>} */
  static scripts = new Set();

  /** Milliseconds until a wait is said in words, is called slow, and is given up. */
  static patience = { words: 400, slow: 8000, end: 30000 };

  /** @type {Recording|null} */
  record = null;
  /** @type {Strings} */
  strings = ENGLISH;
  reporter = new Reporter(this);
  /** Whether it is one line where there is little room, until it is asked for. */
  compact = false;
  /** The article's title, before its record has come. */
  heading = '';
  /** The headline that it was put below; `null` where there was none. @type {Element|null|undefined} */
  below;
  /** Milliseconds that it sounds on after it was taken out of the page. */
  grace = 0;
  /** Whether it is hidden, for its record and its sound are there no more. */
  gone = false;
  /** Whether the page was scrolled for it, and its controls go along. */
  carried = false;
  /** @type {Controls} */
  ui;
  /** @type {HTMLAudioElement} */
  audio;

  /** @type {Playback} */
  #playback;
  /** @type {Set<Follower>} */
  #followers = new Set();
  /** @type {Partial<Record<ListName, Follower>>} */
  #lists = {};
  /** @type {AbortController|null} */
  #fetching = null;
  /** @type {Promise<Recording>|null} the rest of the record, once it is wanted */
  #whole = null;
  /** What "Try again" does about a part that is missing. @type {(() => unknown)|null} */
  #again = null;
  /** The article that the page has it for; others come by the playlist. */
  #own = '';
  /** Seconds where this reader left it. */
  #left = 0;
  /** Whether it is said that it went on there. */
  #resumed = false;
  /** @type {AbortController|null} ends with its stay in the page */
  #stay = null;
  #frame = 0;
  /** Where its place was last. @type {IntersectionObserverEntry[]} */
  #seen = [];
  /** @type {(() => void)|null} takes the page's colours */
  #wear = null;
  #room = new ResizeObserver(() => this.#lay());
  #watch = new IntersectionObserver((entries) => {
    // Of several the last is what holds, also where they wait for a module.
    const [entry] = (this.#seen = entries.slice(-1));
    if (entry.isIntersecting && !this.record && !this.#fetching) this.#fetch();
    if (!this.carried && !this.hasAttribute('data-sticky')) return;
    // Before it sounds there is nothing to keep in sight.
    if (!this.paused || this.ui.frame.matches('.stuck')) later().then(({ stick }) => stick(this, this.#seen[0]));
  }, { rootMargin: '0px 0px 300px' });

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    // Who is moved loses the top layer.
    this.shadowRoot?.querySelectorAll('[popover]').forEach(raise);
    if (this.#wear) this.#wear();
    else this.#wear = wear(this);
    // Taken out and put in again in one turn, as frameworks move elements: nothing has happened.
    if (this.#stay) return;
    this.#stay = new AbortController();
    this.#watch.observe(this);
    this.#room.observe(this);
    addEventListener('hashchange', () => this.#goToHash(), { signal: this.#stay.signal });
    players.add(this);
    if (players.size < 3) players.forEach((player) => player.#describe());
    if (this.hasAttribute('data-frame')) import('./frame.js').then(({ tellHeight }) => tellHeight()).catch(() => {});
    if (this.record) this.#markPage();
  }

  /** `moveBefore` leaves everything as it is. */
  connectedMoveCallback() {}

  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#leave(), this.grace);
  }

  /** @param {string} name @param {string|null} before @param {string|null} now */
  attributeChangedCallback(name, before, now) {
    if (!this.shadowRoot || before === now) return;
    // A page that writes its markup anew takes away what the server never wrote.
    if (name === 'data-state') now ?? this.#showState();
    else if (name === 'layout') this.#lay();
    else if (name === 'playlist') this.ui.playlist.hidden = !now;
    else this.#leaveArticle(before);
  }

  get duration() {
    return this.record?.duration || this.audio.duration || 0;
  }

  get paused() {
    return !this.#playback.asked;
  }

  get rate() {
    return rate;
  }

  set rate(value) {
    this.setRate(value);
  }

  /** @param {number} value @param {Trigger} [trigger] */
  setRate(value, trigger = 'script') {
    const other = value !== rate;
    rate = value;
    for (const { audio } of new Set([this, ...players])) audio.defaultPlaybackRate = audio.playbackRate = value;
    if (other) this.reporter.tell('ap-rate', { rate, trigger });
  }

  get currentTime() {
    return this.#playback.position;
  }

  set currentTime(seconds) {
    this.seek(seconds);
  }

  /** @param {number} seconds @param {Trigger} [trigger] */
  seek(seconds, trigger = 'script') {
    const from = this.currentTime;
    const to = Math.min(Math.max(0, seconds), this.duration || Infinity);
    this.#playback.position = to;
    this.#left = 0;
    this.reporter.trigger = trigger;
    this.reporter.sought(from, to);
    this.#show();
  }

  /** @param {number} [at] seconds @param {Trigger} [trigger] */
  async play(at = this.currentTime, trigger = 'script') {
    if (at !== this.currentTime) this.seek(at, trigger);
    this.reporter.trigger = trigger;
    if (!this.record && !this.#fetching) this.#fetch();
    await this.#playback.play();
  }

  /** @param {Trigger} [trigger] */
  pause(trigger = 'script') {
    this.reporter.trigger = trigger;
    this.#playback.pause();
  }

  /**
   * To the beginning of this paragraph, the one before, or the next.
   * @param {number} step @param {Trigger} [trigger]
   */
  async step(step, trigger = 'script') {
    const { paragraphs } = await this.whole();
    const here = indexAt(paragraphs, this.currentTime);
    const begun = step < 0 && this.currentTime - (paragraphs[here]?.start ?? 0) > 2;
    this.seek(paragraphs[Math.max(0, begun ? here : here + step)]?.start ?? this.duration, trigger);
  }

  /** Another article of the edition. @param {string} src @param {Trigger} [trigger] */
  open(src, trigger = 'playlist') {
    this.setAttribute('src', src);
    return this.play(0, trigger);
  }

  /** The record with its paragraphs and chapters, which are not needed before it sounds. */
  async whole() {
    const { record } = this;
    if (!record) throw new Error('no record yet');
    if (!record.alignment) return record;
    const { signal } = new AbortController();
    this.#whole ??= fetchRecord(record.alignment, signal).then(({ paragraphs, chapters }) => {
      Object.assign(record, { paragraphs, chapters, alignment: '' });
      if (record === this.record) this.#markPage();
      return record;
    });
    return this.#whole.catch((error) => {
      this.#whole = null;
      throw error;
    });
  }

  /** @param {string} words @param {(() => unknown)|null} [again] what the button behind them does @param {string} [name] of it */
  say(words, again = null, name = this.strings.retry) {
    this.#resumed = false;
    this.ui.words.textContent = words;
    this.ui.retry.hidden = !again;
    this.ui.retry.textContent = name;
    this.#again = again;
  }

  #build() {
    this.audio = this.querySelector('audio') ?? make('audio', { preload: 'none' });
    this.#playback = new Playback(this.audio, this.#hooks());
    this.ui = drawControls(this.#acts());
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [PLAYER, BAR];
    root.append(this.ui.frame);
    this.ui.download.href = this.#playback.source;
    this.ui.playlist.hidden = !this.hasAttribute('playlist');
    this.#lay();
    this.audio.addEventListener('ratechange', () => (this.ui.speed.value = String(this.audio.playbackRate)));
    if (rate !== 1) this.audio.defaultPlaybackRate = this.audio.playbackRate = rate;
    // Of the sound nothing is fetched before it is asked for.
    for (const near of ['pointerenter', 'focusin']) {
      this.ui.player.addEventListener(near, () => findDevices(this), { once: true });
    }
    this.#localise(languageOf(this.lang, document.documentElement.lang));
  }

  /** @returns {PlaybackHooks} */
  #hooks() {
    return {
      turned: (now) => this.#turned(now),
      waits: (key) => this.say(this.strings[key]),
      moved: () => this.#moved(),
      arrived: () => this.#describe(),
      ended: () => this.#ended(),
      patience: () => AudiopressPlayer.patience,
    };
  }

  /** @returns {Acts} */
  #acts() {
    return {
      play: () => (this.paused ? this.play(undefined, 'button') : this.pause('button')),
      previous: () => this.#try(() => this.step(-1, 'button')),
      next: () => this.#try(() => this.step(1, 'button')),
      back: () => this.seek(this.currentTime - 15, 'button'),
      forward: () => this.seek(this.currentTime + 30, 'button'),
      retry: () => this.#retry(),
      share: () => later().then(({ share }) => share(this)),
      device: () => choose(this),
      close: () => later().then(({ unstick }) => unstick(this)),
      download: () => this.reporter.tell('ap-download', { link: this.ui.download.href, trigger: 'button' }),
      list: (name) => this.#try(() => this.#toggle(name)),
      speed: (rate) => this.setRate(rate, 'speed'),
      drag: (seconds) => this.#show(seconds),
      seek: (seconds) => this.seek(seconds, 'slider'),
      nudge: (seconds) => this.seek(this.currentTime + seconds, 'key'),
    };
  }

  #lay() {
    const { classList } = this.ui.frame;
    const width = this.clientWidth;
    const room = this.compact ? PHONE : NARROW;
    const layout = this.getAttribute('layout') ?? (width && width <= room ? 'line' : 'column');
    classList.toggle('upright', getComputedStyle(this).writingMode.startsWith('v'));
    // At the edge of the window it stays the bar.
    if (!classList.contains('stuck')) for (const name of ['column', 'card', 'bar', 'line']) classList.toggle(name, name === layout);
  }

  // -- the record ------------------------------------------------------------------------------

  async #fetch() {
    const src = this.getAttribute('src');
    if (!src) return;
    this.#fetching?.abort();
    const fetching = (this.#fetching = new AbortController());
    const giveUp = setTimeout(() => fetching.abort(), AudiopressPlayer.patience.end);
    const { source } = this.#playback;
    let gone = false;
    const record = await fetchRecord(new URL(src, document.baseURI).href, fetching.signal).catch((error) => {
      ({ gone } = error);
      return null;
    });
    gone &&= !source || await fetch(source, { method: 'HEAD', signal: fetching.signal }).then(isGone, () => false);
    clearTimeout(giveUp);
    if (fetching !== this.#fetching) return;
    this.#fetching = null;
    // An article that was withdrawn leaves no player that is dead.
    if (gone || this.gone) this.hidden = this.gone = gone;
    if (record) await this.#take(record);
    // Nobody is told of a fault before somebody asks for the sound; then it is asked for again.
    else if (this.#playback.asked && !this.#playback.source) this.#playback.fail();
    else this.#speak();
  }

  /** @param {Recording} record */
  async #take(record) {
    const { ui } = this;
    const playback = this.#playback;
    this.record = record;
    this.#own ||= record.id;
    if (playback.source !== record.audio && !(playback.source && playback.asked)) playback.take(record.audio);
    ui.frame.classList.toggle('other', record.id !== this.#own);
    ui.download.href = record.audio;
    ui.chapters.hidden = !record.hasChapters;
    ui.options.hidden = false;
    ui.transcript.hidden = ui.previous.disabled = ui.next.disabled = !record.paragraphs.length && !record.alignment;
    ui.wave.replaceChildren(...waves(record.peaks));
    await this.#localise(languageOf(this.lang, record.language));
    await this.#begin();
    if (playback.asked) this.#playback.play();
    this.#speak();
    this.reporter.tell('ap-ready');
    this.#markPage();
  }

  /** @param {string|null} before the address of the article that was here, if there was one */
  #leaveArticle(before) {
    this.pause();
    if (before) {
      this.#playback.take('');
      this.reporter.forget();
      this.#unfollow();
      const { playlist, options } = this.#lists;
      this.#lists = { playlist, options };
      const open = LISTS.find((name) => this.ui[name].ariaExpanded === 'true');
      const list = open && this.#lists[open];
      // Who is in a list that stays keeps the focus there.
      if (list) this.#followers.add(list);
      else this.#open(null);
    }
    this.record = this.#whole = null;
    this.#fetch();
  }

  /** Where the address says, or this reader left. */
  async #begin() {
    const memory = this.hasAttribute('data-remember') ? await import('./memory.js').catch(() => null) : null;
    const linked = this.#hashTime();
    const left = memory?.recall(this);
    const from = linked ?? left;
    if (!this.currentTime && from) {
      this.#playback.position = from;
      this.#left = linked ? 0 : from;
    }
    this.#show();
  }

  #hashTime() {
    const said = /[#&]t=([\d:.]+)s?(?:&|$)/.exec(location.hash);
    if (!said || this.record?.id !== this.#own || document.querySelector('audiopress-player') !== this) return null;
    return said[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0) || null;
  }

  #goToHash() {
    const time = this.#hashTime();
    if (time !== null) this.seek(time, 'link');
  }

  // -- the page --------------------------------------------------------------------------------

  async #markPage() {
    const where = this.dataset.page;
    // A page that changes without loading may bring another body.
    const find = () => (where ? pick(where) : document.body);
    this.#unfollow('page');
    if (!this.#stay || (where ? where === 'off' || !find() : placed().length !== 1)) return;
    if (this.record?.alignment) this.#awaitReader(find);
    else {
      // Where it cannot be had now, it is asked for again with the sound.
      const { followPage } = await later().catch(() => ({ followPage: null }));
      if (!followPage || !this.isConnected || this.#followers.has(this.#marks)) return;
      this.#marks = followPage(this, find);
      this.#followers.add(this.#marks);
    }
  }

  /** @type {Follower} the marks in the page, which may be none */
  #marks = {};

  /** Who rests on the text with a pointer, or comes with the tab key, may want to begin at a paragraph. */
  #awaitReader(find) {
    let resting = 0;
    const ask = () => this.record?.alignment && this.whole().catch(() => {});
    const { signal } = this.#stay ?? new AbortController();
    document.addEventListener('pointerover', (event) => {
      clearTimeout(resting);
      // On the player it is about to press play, and the sound comes first.
      const there = event.pointerType === 'mouse' && find()?.contains(event.target) && !event.composedPath().includes(this);
      if (there) resting = window.setTimeout(ask, REST);
    }, { passive: true, signal });
    document.addEventListener('keydown', ({ key }) => key === 'Tab' && ask(), { signal });
  }

  /** @param {'page'} [only] the marks, and not an open list */
  #unfollow(only) {
    this.#marks.stop?.();
    if (only) this.#followers.delete(this.#marks);
    else this.#followers.clear();
    this.#marks = {};
  }

  #leave() {
    if (!this.#stay) return;
    const { currentTime } = this;
    const heir = !this.paused && [...players].find((player) => player !== this && player.getAttribute('src') === this.getAttribute('src'));
    this.pause();
    // Its markup was written again by the page: the new one goes on with it.
    if (heir) heir.play(currentTime, this.reporter.trigger);
    players.delete(this);
    this.#watch.disconnect();
    this.#room.disconnect();
    this.#stay.abort();
    this.#stay = null;
    this.#unfollow('page');
    if (players.size < 2) players.forEach((player) => player.#describe());
  }

  // -- what is shown ---------------------------------------------------------------------------

  async #localise(language) {
    const { ui } = this;
    const strings = (this.strings = await stringsOf(language, AudiopressPlayer.strings));
    ui.frame.lang = language;
    ui.frame.dir = directionOf(language);
    nameControls(ui, strings);
    this.#describe();
  }

  #describe() {
    const title = this.record?.title || this.#titleAround();
    describe(this.ui, this.strings, this.record, title, this.duration);
    this.#showState();
    this.#show();
  }

  /** What the page says it is, until its record has come. */
  #titleAround() {
    const around = this.closest('article,li,section,[itemscope]') ?? (players.size < 2 ? document : null);
    return around?.querySelector('h1,h2,h3,h4,h5,h6')?.textContent?.trim() ?? '';
  }

  #showState() {
    const { state } = this.#playback;
    this.dataset.state = SHOWN[state];
    const which = players.size > 1 ? this.record?.title || this.#titleAround() : '';
    showState(this.ui, this.strings, state, which);
  }

  #show(time = this.currentTime) {
    showTime(this.ui, this.strings, time, this.duration);
  }

  /** What has to be said of the state, in words. */
  #speak() {
    const { state } = this.#playback;
    if (state === 'failed') this.say(this.strings.failed, () => this.play(undefined, 'button'));
    else if (state === 'sounding' && !this.record && !this.#fetching) this.say(this.strings.missing, () => this.#fetch());
    else if (state === 'idle' || state === 'sounding' && !this.#resumed) this.say('');
  }

  #retry() {
    const again = this.#again;
    this.ui.play.focus();
    this.say('');
    again?.();
  }

  /** Does what needs a file that may not come. @param {() => Promise<unknown>} act */
  async #try(act) {
    try {
      await act();
    } catch {
      this.say(this.strings.missing, () => this.#try(act));
    }
  }

  // -- the sound -------------------------------------------------------------------------------

  /** @param {State} now */
  #turned(now) {
    this.#showState();
    this.#speak();
    if (now === 'wanted' && this.compact) {
      // What the reader's own press moves is no shift.
      this.compact = false;
      this.#lay();
    }
    if (now === 'wanted') players.forEach((player) => player !== this && player.#yield());
    if (now === 'sounding') this.#sounds();
    if (now === 'failed') this.reporter.tell('ap-failed');
    if (now === 'idle' && !this.audio.ended || now === 'failed') this.reporter.stops();
  }

  /** To another one of this page. */
  #yield() {
    if (!this.paused) this.pause();
    if ('carried' in this.dataset) this.remove();
    else if ('stuck' in this.dataset) later().then(({ dress }) => dress(this, false));
  }

  #sounds() {
    this.reporter.sounds();
    if (this.#left) this.#sayLeft(this.#left);
    // Its place may be out of sight: it began by itself.
    this.#watch.unobserve(this);
    this.#watch.observe(this);
    this.whole().then(() => (this.#marks.update ? undefined : this.#markPage())).catch(() => {});
    later().then(({ session }) => session(this)).catch(() => {});
    if (this.hasAttribute('data-remember')) import('./memory.js').then(({ remember }) => remember(this)).catch(() => {});
    cancelAnimationFrame(this.#frame);
    this.#follow();
  }

  /** @param {number} left seconds */
  #sayLeft(left) {
    const { resumed, begin } = this.strings;
    this.#left = 0;
    const again = () => this.seek(0, 'button');
    this.say(fill(resumed, { time: clock(left) }), again, begin);
    this.#resumed = true;
    setTimeout(() => this.#again === again && this.say(''), RESUMED);
  }

  #follow = () => {
    if (this.isConnected) this.#followers.forEach((follower) => follower.update?.(this.currentTime));
    if (!this.paused) this.#frame = requestAnimationFrame(this.#follow);
  };

  #moved() {
    this.#show();
    if (this.paused) this.#follow();
    this.reporter.moves();
  }

  #ended() {
    this.reporter.stops(true);
    if (this.hasAttribute('playlist')) later().then(({ goOn }) => goOn(this)).catch(() => {});
  }

  // -- the lists -------------------------------------------------------------------------------

  /** @param {ListName} name */
  async #toggle(name) {
    if (!this.ui.list.hidden && this.ui[name].ariaExpanded === 'true') return this.#open(null);
    if (name === 'transcript' || name === 'chapters') await this.whole();
    this.#lists[name] ??= await (await later()).listOf(this, name);
    return this.#open(name);
  }

  /** @param {ListName|null} name none of them closes all */
  #open(name) {
    const { ui } = this;
    for (const other of LISTS) ui[other].ariaExpanded = String(other === name);
    ui.list.hidden = !name;
    const list = name && this.#lists[name];
    for (const one of Object.values(this.#lists)) one && this.#followers.delete(one);
    if (!list?.element) return;
    ui.list.replaceChildren(list.element);
    this.#followers.add(list);
    list.update?.(this.currentTime, true);
  }
}

// The script may stand in a page twice, under two addresses; the first one has made the element.
if (!customElements.get('audiopress-player')) {
  customElements.define('audiopress-player', AudiopressPlayer);
  // What sounded on the page before goes on.
  try {
    if (sessionStorage.getItem('audiopress')) later().then(({ resume }) => resume()).catch(() => {});
  } catch {
    // No store here.
  }
}

/** @type {any} the one that the page has, which may be of another edition, or older */
const made = customElements.get('audiopress-player');
const address = import.meta.url.split(/[?#]/)[0];
if (!made.scripts?.has(address)) {
  made.scripts?.add(address);
  placeByTag(address);
}

export { find, place };
