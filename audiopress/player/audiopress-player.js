/** The element of `docs/player.md`. What is not needed at once is loaded later. */

import { SHEET, icon, make, waves } from './look.js';
import { fetchRecord, indexAt } from './record.js';
import { ENGLISH, clock, directionOf, fill, languageOf, minutesOf, stringsOf, timeInWords } from './strings.js';

/** @import { Follower, Recording, Strings } from './types' */

const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const LISTS = ['chapters', 'transcript', 'playlist'];
const NAMED = ['previous', 'back', 'forward', 'next', 'speed', 'range', 'download', 'share', 'device', 'close'];
const KEYS = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };
const around = () => import('./around.js');

/** Another one that starts stops it. @type {AudiopressPlayer|null} */
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
  /** @type {Record<string, any>} the controls by name */
  ui = {};
  /** @type {any} the HTMLAudioElement */
  audio;

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
    if (entry.isIntersecting && !this.#fetching) this.#fetch();
    if (this.matches('[data-sticky],[layout=bar]')) around().then(({ stick }) => stick(this));
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

  get duration() {
    return this.record?.duration || this.audio.duration || 0;
  }

  get paused() {
    return !this.#wanted;
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

  /** @param {number} [at] seconds */
  async play(at = this.currentTime) {
    if (at !== this.currentTime) this.currentTime = at;
    this.#claim();
    this.#wait();
    if (!this.#fetching) this.#fetch();
    if (!this.#sound()) return;
    if (this.audio.error) this.audio.load();
    try {
      await this.audio.play();
    } catch (/** @type {any} */ error) {
      const { name } = error;
      if (name === 'NotAllowedError') this.pause();
      else if (name !== 'AbortError' && this.#wanted) this.#fail();
    }
  }

  pause() {
    this.#wanted = false;
    this.audio.pause();
    this.#state('paused');
  }

  /** To the beginning of this paragraph, the one before, or the next. @param {number} step */
  step(step) {
    const paragraphs = this.record?.paragraphs ?? [];
    const here = indexAt(paragraphs, this.currentTime);
    const begun = step < 0 && this.currentTime - (paragraphs[here]?.start ?? 0) > 2;
    this.currentTime = paragraphs[Math.max(0, begun ? here : here + step)]?.start ?? this.duration;
  }

  say(words, retry = false) {
    this.ui.words.textContent = words;
    this.ui.retry.hidden = !retry;
  }

  #build() {
    this.audio = this.querySelector('audio') ?? make('audio', { preload: 'none' });
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [SHEET];
    root.append(this.#draw());
    this.#listen();
    this.#localise(languageOf(this.lang, document.documentElement.lang));
  }

  #draw() {
    const { ui } = this;
    const maker = (tag) => (name, ...inside) => (ui[name] = make(tag, { class: name, part: name }, ...inside));
    const [box, span] = [maker('div'), maker('span')];
    const button = (name, onclick, ...inside) =>
      (ui[name] = make('button', { type: 'button', part: `button ${name}`, onclick }, ...inside));
    const outside = (act) => () => around().then((acts) => acts[act](this));
    button('play', () => (this.#wanted ? this.pause() : this.play()), icon('play'));
    ui.range = make('input', { type: 'range', part: 'position', max: 1, value: 0, step: 0.1 });
    ui.speed = make('select', { part: 'speed' }, ...RATES.map((value) => make('option', { value }, `${value}×`)));
    ui.speed.value = 1;
    ui.download = make('a', { part: 'button download', download: '', href: this.#sound() }, icon('download'));
    box('frame',
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
          span('lists', ...LISTS.map((name) => button(name, () => this.#toggle(name)))),
          span('ends', ui.download,
            button('share', outside('share'), icon('share')),
            button('device', outside('otherDevice'), icon('device')),
            button('close', outside('unstick'), icon('close')))),
        box('status', span('words'), button('retry', () => this.#retry()))),
      box('list'));
    ui.frame.lang = 'en';
    ui.words.role = 'status';
    ui.player.role = 'group';
    ui.list.id = 'list';
    ui.seek.dir = ui.moves.dir = ui.speed.dir = 'ltr';
    ui.frame.classList.add(this.getAttribute('layout') ?? 'column');
    for (const name of ['list', 'device', 'retry', ...LISTS]) ui[name].hidden = true;
    for (const name of LISTS) ui[name].setAttribute('aria-controls', 'list');
    ui.playlist.hidden = !this.hasAttribute('playlist');
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
    for (const name in acts) this.audio.addEventListener(name, acts[name]);
    range.oninput = () => {
      this.#dragging = true;
      this.#show(Number(range.value));
    };
    range.onchange = () => {
      this.#dragging = false;
      this.currentTime = Number(range.value);
    };
    range.onkeydown = (event) => {
      const step = KEYS[event.key];
      if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      this.currentTime += step;
    };
    speed.onchange = () => (this.audio.defaultPlaybackRate = this.audio.playbackRate = speed.value);
    for (const near of ['pointerenter', 'focusin']) player.addEventListener(near, () => this.#warm(), { once: true });
  }

  /** A hand comes near: see what is around. Of the sound nothing is fetched before it is asked for. */
  #warm() {
    around().then(({ findDevices }) => findDevices(this));
  }

  async #fetch() {
    const src = this.getAttribute('src');
    if (!src) return;
    this.#fetching?.abort();
    const fetching = (this.#fetching = new AbortController());
    const giveUp = setTimeout(() => fetching.abort(), AudiopressPlayer.patience.end);
    const record = await fetchRecord(new URL(src, document.baseURI).href, fetching.signal).catch(() => null);
    clearTimeout(giveUp);
    if (fetching !== this.#fetching) return;
    if (record) await this.#take(record);
    else if (this.#sound()) this.#state(this.#wanted ? 'playing' : 'paused', 'missing', true);
    else this.#fail();
  }

  #sound() {
    return this.audio.currentSrc || this.audio.src;
  }

  async #take(record) {
    const { ui } = this;
    this.record = record;
    const sound = this.#sound();
    if (sound !== record.audio && !(sound && this.#wanted)) this.audio.src = record.audio;
    this.#unfollow();
    this.#lists = {};
    this.#open('');
    ui.download.href = record.audio;
    ui.chapters.hidden = record.chapters.length < 2;
    ui.transcript.hidden = ui.previous.disabled = ui.next.disabled = !record.paragraphs.length;
    ui.wave.replaceChildren(...waves(record.peaks));
    await this.#localise(languageOf(this.lang, record.language));
    await this.#begin();
    if (this.#wanted) this.play();
    else if (ui.words.dataset.key) this.#state('paused');
    this.#tell('ap-ready');
    this.#markPage();
  }

  /** Where the address says, or this reader left. */
  async #begin() {
    const kept = this.hasAttribute('data-remember') ? (await around()).recall(this) : null;
    if (!this.currentTime) this.currentTime = this.#hashTime() ?? kept ?? 0;
  }

  #hashTime() {
    const said = /[#&]t=([\d:.]+)s?(?:&|$)/.exec(location.hash);
    if (!said || document.querySelector('audiopress-player') !== this) return null;
    return said[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0) || null;
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

  async #localise(language) {
    const { ui } = this;
    const strings = (this.strings = await stringsOf(language, AudiopressPlayer.strings));
    ui.frame.lang = language;
    ui.frame.dir = directionOf(language);
    for (const name of NAMED) ui[name].ariaLabel = ui[name].title = strings[name];
    for (const name of ['listen', 'retry', ...LISTS]) ui[name].textContent = strings[name];
    this.#state(this.dataset.state ?? 'paused', ui.words.dataset.key, !ui.retry.hidden);
    this.#describe();
  }

  #describe() {
    const { duration, record, strings, ui } = this;
    ui.title.textContent = record?.title || strings.listen;
    ui.length.textContent = duration ? ` · ${minutesOf(duration, ui.frame.lang)}` : '';
    ui.meta.textContent = record?.ai ? strings.ai : '';
    ui.player.ariaLabel = `${strings.listen}: ${record?.title ?? ''}`;
    ui.range.max = duration || 1;
    this.#show();
  }

  /** @param {string} state paused, loading, playing, failed @param {string} [key] said about it @param {boolean} [retry] */
  #state(state, key = '', retry = false) {
    const { ui, strings } = this;
    if (state !== 'loading') this.#timers.splice(0).forEach(clearTimeout);
    const going = state === 'playing' || state === 'loading';
    this.dataset.state = ui.frame.dataset.state = state;
    ui.words.dataset.key = key;
    this.say(key && strings[key], retry);
    ui.play.ariaLabel = ui.play.title = going ? strings.pause : strings.play;
    if (going !== (ui.play.dataset.going === 'true')) ui.play.replaceChildren(icon(going ? 'pause' : 'play'));
    ui.play.dataset.going = going;
  }

  #show(time = this.currentTime) {
    const { ui, duration } = this;
    if (this.#dragging && time !== Number(ui.range.value)) return;
    const [now, all] = [time, duration].map((seconds) => timeInWords(seconds, ui.frame.lang));
    ui.range.value = time;
    ui.range.ariaValueText = fill(this.strings.of, { now, all });
    ui.now.textContent = clock(time);
    ui.left.textContent = duration ? `−${clock(Math.ceil(duration) - Math.floor(time))}` : '';
    ui.player.style.setProperty('--played', duration && Math.min(1, time / duration));
  }

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
    this.#state('failed', 'failed', true);
    this.audio.pause();
    this.#tell('ap-failed');
  }

  #retry() {
    const failed = this.dataset.state === 'failed';
    this.ui.play.focus();
    this.say('');
    if (!this.record) this.#fetch();
    if (!failed) return;
    if (this.#sound()) this.audio.load();
    this.play();
  }

  #tell(type) {
    const { currentTime, duration, record } = this;
    const paragraph = indexAt(record?.paragraphs ?? [], currentTime);
    const detail = { id: record?.id, title: record?.title, currentTime, duration, paragraph };
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  async #toggle(name) {
    if (!this.ui.list.hidden && this.ui[name].ariaExpanded === 'true') return this.#open('');
    this.#lists[name] ??= (await import('./lists.js')).listOf(this, name);
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

if (!customElements.get('audiopress-player')) customElements.define('audiopress-player', AudiopressPlayer);

/** @type {NodeListOf<HTMLScriptElement>} */
const tags = document.querySelectorAll('script[data-auto]');
const tag = [...tags].find(({ src }) => src === import.meta.url);
if (tag) import('./auto.js').then(({ placePlayer }) => placePlayer(tag));
