// @ts-check
/**
 * `<audiopress-player src="…/alignment.json"><audio controls src="…"></audio></audiopress-player>`
 *
 * One element on the browser's own `<audio>`. Here is what every reader sees; lists, marks in the
 * page, other languages and the devices around are loaded when they are needed. `docs/player.md`
 * tells attributes, events, properties and parts.
 */

import { icon, make, waves } from './dom.js';
import { fetchRecord, indexAt } from './record.js';
import { ENGLISH, clock, directionOf, fill, minutesOf, stringsOf, timeInWords } from './strings.js';
import { sheet } from './style.js';

/** @import { Follower, Recording, Strings } from './types' */

const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const LISTS = ['chapters', 'transcript', 'playlist'];
const KEYS = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };
const around = () => import('./around.js');

/** The player that sounds; another one that starts stops it. @type {AudiopressPlayer|null} */
let sounding = null;

export class AudiopressPlayer extends HTMLElement {
  static observedAttributes = ['src'];

  /** A site's own words: `{en: {listen: 'Hear this story'}}`. @type {Record<string, object>} */
  static strings = {};

  /** Milliseconds until a wait is said in words, is called slow, and is given up. */
  static patience = { words: 400, slow: 8000, end: 30000 };

  /** @type {Recording|null} */
  record = null;
  /** @type {Strings} */
  strings = ENGLISH;
  /** @type {HTMLAudioElement} the sound itself */
  // @ts-ignore there from the moment the element is in a page
  audio;
  /** @type {Record<string, any>} the controls by name */
  ui = {};

  /** @type {Set<Follower>} */
  #followers = new Set();
  /** @type {Record<string, Follower>} */
  #lists = {};
  #wanted = false;
  #dragging = false;
  /** @type {number|null} where to go once the sound is there */
  #start = null;
  /** @type {number[]} */
  #timers = [];
  #second = -1;
  #frame = 0;
  /** @type {AbortController|null} */
  #fetching = null;
  #watch = new IntersectionObserver(([entry]) => {
    if (entry.isIntersecting && !this.record && !this.#fetching) this.#fetch();
    if (this.hasAttribute('data-sticky')) around().then(({ stick }) => stick(this));
  }, { rootMargin: '0px 0px 300px' });

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    this.#watch.observe(this);
    addEventListener('hashchange', this.#onHash);
    if (this.record) this.#markPage();
  }

  disconnectedCallback() {
    this.pause();
    this.#watch.disconnect();
    removeEventListener('hashchange', this.#onHash);
    this.#unfollow();
  }

  attributeChangedCallback() {
    if (!this.shadowRoot) return;
    this.pause();
    this.#fetch();
  }

  // -- what a page may use -------------------------------------------------------------------

  get duration() {
    return this.record?.duration || this.audio.duration || 0;
  }

  get currentTime() {
    return this.#start ?? this.audio.currentTime;
  }

  set currentTime(seconds) {
    const time = Math.min(Math.max(0, seconds), this.duration || Infinity);
    if (this.audio.readyState) this.audio.currentTime = time;
    else this.#start = time;
    this.#show();
  }

  get paused() {
    return !this.#wanted;
  }

  /** @param {number} [at] seconds */
  async play(at) {
    if (at !== undefined) this.currentTime = at;
    this.#claim();
    this.#wait();
    if (!this.record && !this.#fetching) this.#fetch();
    if (!this.#hasSound()) return;
    if (this.audio.error) this.audio.load();
    try {
      await this.audio.play();
    } catch (error) {
      const { name } = /** @type {Error} */ (error);
      if (name === 'NotAllowedError') this.pause();
      else if (name !== 'AbortError' && this.#wanted) this.#fail();
    }
  }

  pause() {
    this.#wanted = false;
    this.audio.pause();
    this.#state('paused');
  }

  /** To the beginning of this paragraph, of the one before, or of the next. @param {number} step */
  step(step) {
    const paragraphs = this.record?.paragraphs ?? [];
    const here = indexAt(paragraphs, this.currentTime);
    const begun = step < 0 && this.currentTime - (paragraphs[here]?.start ?? 0) > 2;
    this.currentTime = paragraphs[Math.max(0, begun ? here : here + step)]?.start ?? this.duration;
  }

  /** @param {string} words @param {boolean} [retry] whether it can be tried again */
  say(words, retry = false) {
    this.ui.words.textContent = words;
    this.ui.retry.hidden = !retry;
    this.ui.status.hidden = !words;
  }

  // -- what it is made of --------------------------------------------------------------------

  #build() {
    this.audio = this.querySelector('audio') ?? make('audio', { preload: 'none' });
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [sheet()];
    root.append(this.#draw());
    this.#listen();
    this.#localise(this.lang || document.documentElement.lang || 'en');
  }

  #draw() {
    const { ui } = this;
    /** @param {string} name @param {() => void} act @param {Node[]} inside */
    const button = (name, act, ...inside) =>
      (ui[name] = make('button', { type: 'button', part: `button ${name}`, onclick: act }, ...inside));
    /** @param {string} name */
    const list = (name) => {
      button(name, () => this.#toggle(name)).setAttribute('aria-controls', 'list');
      return ui[name];
    };
    const span = (/** @type {string} */ name, /** @type {Node[]} */ ...inside) =>
      (ui[name] = make('span', { class: name, part: name }, ...inside));
    const box = (/** @type {string} */ name, /** @type {Node[]} */ ...inside) =>
      (ui[name] = make('div', { class: name, part: name }, ...inside));
    button('play', () => (this.#wanted ? this.pause() : this.play()));
    ui.range = make('input', { type: 'range', part: 'position', max: 1, value: 0, step: 0.1 });
    ui.speed = make('select', { part: 'speed' },
      ...RATES.map((rate) => make('option', { value: rate, selected: rate === 1 }, `${rate}×`)));
    ui.download = make('a', { part: 'button download', download: true }, icon('download'));
    span('words').role = 'status';
    box('player', ui.play,
      box('head', span('label', span('listen'), span('title'), span('length')), span('meta')),
      box('seek', span('now'), box('track', box('wave'), ui.range), span('left')),
      box('tools',
        span('moves',
          button('previous', () => this.step(-1), icon('previous')),
          button('back', () => (this.currentTime -= 15), icon('back', '15')),
          button('forward', () => (this.currentTime += 30), icon('forward', '30')),
          button('next', () => this.step(1), icon('next'))),
        ui.speed,
        span('lists', ...LISTS.map(list)),
        span('ends', ui.download,
          button('share', async () => (await around()).share(this), icon('share')),
          button('device', async () => (await around()).otherDevice(this), icon('device')),
          button('close', async () => (await around()).unstick(this), icon('close')))),
      box('status', ui.words, button('retry', () => this.#retry())));
    ui.player.role = 'group';
    ui.seek.dir = ui.moves.dir = ui.speed.dir = 'ltr';
    box('list').id = 'list';
    for (const name of ['list', 'device', 'download', ...LISTS]) ui[name].hidden = true;
    ui.playlist.hidden = !this.hasAttribute('playlist');
    box('frame', ui.player, ui.list).classList.add(this.getAttribute('layout') ?? 'column');
    return ui.frame;
  }

  #listen() {
    const { range, speed, player } = this.ui;
    /** @type {Record<string, () => unknown>} */
    const acts = {
      playing: () => this.#sounds(),
      waiting: () => this.#wanted && this.#wait(),
      pause: () => this.#paused(),
      timeupdate: () => this.#progress(),
      seeked: () => this.#progress(),
      loadedmetadata: () => this.#arrive(),
      error: () => this.#fail(),
      ended: () => this.#end(),
      ratechange: () => (speed.value = this.audio.playbackRate),
    };
    for (const [name, act] of Object.entries(acts)) this.audio.addEventListener(name, act);
    range.oninput = () => {
      this.#dragging = true;
      this.#show(Number(range.value));
    };
    range.onchange = () => {
      this.#dragging = false;
      this.currentTime = Number(range.value);
    };
    range.onkeydown = (/** @type {KeyboardEvent} */ event) => {
      const step = KEYS[/** @type {keyof typeof KEYS} */ (event.key)];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.currentTime += step;
    };
    speed.onchange = () => {
      this.audio.defaultPlaybackRate = this.audio.playbackRate = Number(speed.value);
    };
    for (const near of ['pointerenter', 'focusin']) {
      player.addEventListener(near, () => this.#warm(), { once: true });
    }
  }

  /** A hand comes near: fetch the head of the file, and see what is around. */
  #warm() {
    if (this.audio.preload === 'none') this.audio.preload = 'metadata';
    around().then(({ findDevices }) => findDevices(this));
  }

  // -- the record ----------------------------------------------------------------------------

  async #fetch() {
    const src = this.getAttribute('src');
    if (!src) return;
    this.#fetching?.abort();
    const fetching = (this.#fetching = new AbortController());
    const giveUp = setTimeout(() => fetching.abort(), AudiopressPlayer.patience.end);
    try {
      const record = await fetchRecord(new URL(src, document.baseURI).href, fetching.signal);
      if (fetching === this.#fetching) await this.#take(record);
    } catch {
      if (fetching === this.#fetching) this.#recordless();
    }
    clearTimeout(giveUp);
  }

  #recordless() {
    this.#fetching = null;
    if (this.#hasSound()) this.#state(this.#wanted ? 'playing' : 'paused', 'textless', true);
    else this.#fail();
  }

  #hasSound() {
    return this.audio.currentSrc || this.audio.src;
  }

  /** @param {Recording} record */
  async #take(record) {
    const { ui } = this;
    this.record = record;
    const sound = this.#hasSound();
    if (sound !== record.audio && !(sound && this.#wanted)) this.audio.src = record.audio;
    this.#unfollow();
    this.#lists = {};
    this.#open('');
    ui.download.href = record.audio;
    ui.download.hidden = false;
    ui.chapters.hidden = record.chapters.length < 2;
    ui.transcript.hidden = ui.previous.disabled = ui.next.disabled = !record.paragraphs.length;
    ui.wave.replaceChildren(...waves(record.peaks));
    await this.#localise(this.lang || record.language || 'en');
    await this.#begin();
    this.dispatchEvent(new CustomEvent('ap-ready', { bubbles: true, composed: true }));
    if (this.#wanted) this.play();
    else if (this.dataset.state === 'failed' || ui.words.dataset.key) this.#state('paused');
    this.#markPage();
  }

  /** Where the address says, or where this reader left, if the site asked to remember. */
  async #begin() {
    if (this.#start !== null || this.currentTime) return;
    const kept = this.hasAttribute('data-remember') ? (await around()).recall(this) : null;
    this.#start = this.#hashTime() ?? kept;
    this.#show();
  }

  #hashTime() {
    const said = /[#&]t=((?:\d+:)*\d+(?:\.\d+)?)s?(?:&|$)/.exec(location.hash);
    if (!said || document.querySelector('audiopress-player') !== this) return null;
    return said[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  }

  #onHash = () => {
    this.currentTime = this.#hashTime() ?? this.currentTime;
  };

  async #markPage() {
    const where = this.dataset.page;
    const alone = document.querySelectorAll('audiopress-player').length === 1;
    if (where === 'off' || !(where || alone)) return;
    const { followPage } = await import('./page.js');
    const follower = followPage(this, where ? document.querySelector(where) : document.body);
    if (follower) this.#followers.add(follower);
  }

  #unfollow() {
    this.#followers.forEach((follower) => follower.stop?.());
    this.#followers.clear();
  }

  // -- words ---------------------------------------------------------------------------------

  /** @param {string} language */
  async #localise(language) {
    const { ui } = this;
    const strings = (this.strings = await stringsOf(language, AudiopressPlayer.strings));
    ui.frame.lang = language;
    ui.frame.dir = directionOf(language);
    for (const name of ['previous', 'back', 'forward', 'next', 'speed', 'range', 'download', 'share', 'device', 'close']) {
      named(ui[name], strings[/** @type {keyof Strings} */ (name)]);
    }
    for (const name of ['listen', 'retry', ...LISTS]) {
      ui[name].textContent = strings[/** @type {keyof Strings} */ (name)];
    }
    this.#state(this.dataset.state ?? 'paused', ui.words.dataset.key, !ui.retry.hidden);
    this.#describe();
  }

  #describe() {
    const { record, strings, ui } = this;
    ui.title.textContent = record?.title || strings.listen;
    ui.length.textContent = this.duration ? ` · ${minutesOf(this.duration, ui.frame.lang)}` : '';
    ui.meta.textContent = record?.ai ? strings.ai : '';
    ui.player.ariaLabel = record?.title ? `${strings.listen}: ${record.title}` : strings.listen;
    ui.range.max = this.duration || 1;
    this.#show();
  }

  /**
   * @param {string} state paused, loading, playing, failed
   * @param {string} [key] what is said about it, if anything
   * @param {boolean} [retry]
   */
  #state(state, key = '', retry = false) {
    const { ui, strings } = this;
    if (state !== 'loading') this.#timers.splice(0).forEach(clearTimeout);
    const going = state === 'playing' || state === 'loading';
    this.dataset.state = ui.frame.dataset.state = state;
    ui.words.dataset.key = key;
    this.say(key && strings[/** @type {keyof Strings} */ (key)], retry);
    named(ui.play, going ? strings.pause : strings.play);
    ui.play.replaceChildren(icon(going ? 'pause' : 'play'));
  }

  /** @param {number} [time] */
  #show(time = this.currentTime) {
    const { ui, duration } = this;
    const language = ui.frame.lang;
    const all = timeInWords(duration, language);
    if (this.#dragging && time !== Number(ui.range.value)) return;
    ui.range.value = time;
    ui.range.ariaValueText = fill(this.strings.of, { now: timeInWords(time, language), all });
    ui.now.textContent = clock(time);
    ui.left.textContent = duration ? `−${clock(Math.ceil(duration) - Math.floor(time))}` : '';
    ui.player.style.setProperty('--played', duration ? Math.min(1, time / duration) : 0);
  }

  // -- playing -------------------------------------------------------------------------------

  #claim() {
    this.#wanted = true;
    if (sounding !== this) sounding?.pause();
    sounding = this;
  }

  #wait() {
    const { words, slow, end } = AudiopressPlayer.patience;
    this.#timers.splice(0).forEach(clearTimeout);
    if (this.dataset.state !== 'playing') this.#state('loading');
    this.#timers.push(
      window.setTimeout(() => this.#state('loading', 'loading'), words),
      window.setTimeout(() => this.#state('loading', 'slow'), slow),
      window.setTimeout(() => this.#fail(), end),
    );
  }

  #arrive() {
    if (this.#start !== null) this.audio.currentTime = this.#start;
    this.#start = null;
    this.audio.preservesPitch = true;
    this.#describe();
  }

  #sounds() {
    this.#claim();
    this.#state('playing');
    this.#tell('ap-play');
    around().then(({ session }) => session(this));
    cancelAnimationFrame(this.#frame);
    this.#follow();
  }

  #follow = () => {
    this.#followers.forEach((follower) => follower.update?.(this.currentTime));
    if (this.#wanted) this.#frame = requestAnimationFrame(this.#follow);
  };

  #progress() {
    const { audio } = this;
    if (this.#timers.length && audio.readyState > 2 && !audio.seeking && !audio.paused) this.#state('playing');
    this.#show();
    if (!this.#wanted) this.#follow();
    const second = Math.floor(this.currentTime);
    if (second !== this.#second && this.#wanted) this.#tell('ap-progress');
    this.#second = second;
  }

  #paused() {
    if (this.audio.ended || this.dataset.state === 'failed') return;
    if (this.#wanted) this.pause();
    this.#tell('ap-pause');
  }

  #end() {
    this.pause();
    this.#tell('ap-ended');
    this.#lists.playlist?.goOn?.();
  }

  #fail() {
    this.#start = this.currentTime || null;
    this.#wanted = false;
    this.audio.pause();
    this.#state('failed', 'failed', true);
    this.#tell('ap-failed');
  }

  #retry() {
    const failed = this.dataset.state === 'failed';
    this.ui.play.focus();
    this.say('');
    if (!this.record) this.#fetch();
    if (!failed) return;
    if (this.#hasSound()) this.audio.load();
    this.play();
  }

  /** @param {string} type */
  #tell(type) {
    const { currentTime, duration, record } = this;
    const paragraph = indexAt(record?.paragraphs ?? [], currentTime);
    const detail = { id: record?.id, title: record?.title, currentTime, duration, paragraph };
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  // -- lists ---------------------------------------------------------------------------------

  /** @param {string} name */
  async #toggle(name) {
    if (this.ui[name].ariaExpanded === 'true') return this.#open('');
    const lists = await import('./lists.js');
    this.#lists[name] ??= lists[/** @type {'chapters'} */ (name)](this);
    return this.#open(name);
  }

  /** @param {string} name none of them closes all */
  #open(name) {
    const { ui } = this;
    for (const other of LISTS) ui[other].ariaExpanded = String(other === name);
    ui.list.hidden = !name;
    const list = this.#lists[name];
    if (!list) return;
    ui.list.replaceChildren(list.element);
    this.#followers.add(list);
    list.update?.(this.currentTime, true);
  }
}

/** @param {HTMLElement} control @param {string} words */
function named(control, words) {
  control.ariaLabel = control.title = words;
}

if (!customElements.get('audiopress-player')) customElements.define('audiopress-player', AudiopressPlayer);

const tags = /** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll('script[data-auto]'));
const tag = [...tags].find(({ src }) => src === import.meta.url);
if (tag) import('./auto.js').then(({ placePlayer }) => placePlayer(tag));
