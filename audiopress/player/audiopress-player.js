// @ts-check
/**
 * `<audiopress-player src="…/alignment.json"><audio controls src="…"></audio></audiopress-player>`
 *
 * One element on the browser's own `<audio>`. What every reader sees is here; the transcript,
 * other lists, the marks in the page and other languages are loaded when they are needed.
 * `docs/player.md` tells attributes, events, properties and parts.
 */

import { bars, icon, make, thinned } from './dom.js';
import { fetchRecord, indexAt } from './record.js';
import { ENGLISH, clock, directionOf, fill, minutesOf, stringsOf, timeInWords } from './strings.js';
import { sheet } from './style.js';

/** @typedef {import('./record.js').Recording} Recording */
/** @typedef {import('./strings.js').Strings} Strings */
/** @typedef {'transcript'|'chapters'|'playlist'} PanelName */

const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];
const NOTHING_HEARD = 0.25;

/** The player that sounds; another one that starts stops it. @type {AudiopressPlayer|null} */
let sounding = null;
/** The player that answers `#t=`. @type {AudiopressPlayer|null} */
let first = null;

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

  /** What follows the sound: transcript and page. @type {{update(time: number): void}[]} */
  followers = [];

  /** @type {Record<string, any>} */
  #ui = {};
  /** @type {HTMLAudioElement} */
  // @ts-ignore set before anything else can run
  #audio;
  #wanted = false;
  #dragging = false;
  /** @type {number|null} where to go once the sound is there */
  #start = null;
  /** @type {number[]} */
  #timers = [];
  #told = -1;
  #saved = 0;
  #frame = 0;
  /** @type {AbortController|null} */
  #fetching = null;
  /** @type {IntersectionObserver|null} */
  #watch = null;
  /** @type {Partial<Record<PanelName, any>>} */
  #panels = {};

  connectedCallback() {
    if (!this.shadowRoot) this.#build();
    first ??= this;
    addEventListener('hashchange', this.#onHash);
    this.#watch = new IntersectionObserver(this.#onView, { rootMargin: '300px 0px' });
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#audio.pause();
    this.#watch?.disconnect();
    removeEventListener('hashchange', this.#onHash);
    if (first === this) first = null;
  }

  /** @param {string} _name @param {string|null} before @param {string|null} now */
  attributeChangedCallback(_name, before, now) {
    if (this.shadowRoot && before !== now) this.#fetch();
  }

  // -- what a page may use -------------------------------------------------------------------

  /** The `<audio>` that sounds. */
  get audio() {
    return this.#audio;
  }

  get duration() {
    return this.record?.duration || this.#audio.duration || 0;
  }

  get currentTime() {
    return this.#start ?? this.#audio.currentTime;
  }

  set currentTime(seconds) {
    const end = this.duration || Infinity;
    const time = Math.min(Math.max(0, seconds), end);
    if (this.#audio.readyState) this.#audio.currentTime = time;
    else this.#start = time;
    this.#show();
  }

  get paused() {
    return !this.#wanted;
  }

  /** @param {number} [at] seconds */
  async play(at) {
    if (at !== undefined) this.currentTime = at;
    this.#wanted = true;
    if (sounding !== this) sounding?.pause();
    sounding = this;
    this.#state('loading', '');
    this.#wait();
    if (!this.#audio.src && !this.record) return this.#fetch();
    if (this.#audio.error) this.#audio.load();
    try {
      await this.#audio.play();
    } catch (error) {
      const name = /** @type {Error} */ (error).name;
      if (name === 'NotAllowedError') this.pause();
      else if (name !== 'AbortError' && this.#wanted) this.#fail();
    }
  }

  pause() {
    this.#wanted = false;
    this.#clear();
    this.#audio.pause();
    this.#state('paused', '');
  }

  /** Go to the paragraph `step` away and go on as before. @param {number} step */
  step(step) {
    const paragraphs = this.record?.paragraphs ?? [];
    const here = indexAt(paragraphs, this.currentTime);
    const inside = this.currentTime - (paragraphs[here]?.start ?? 0) > 2;
    const to = here + step + (step < 0 && inside ? 1 : 0);
    const goal = paragraphs[Math.max(0, to)];
    this.currentTime = goal ? goal.start : this.duration;
  }

  // -- what it is made of --------------------------------------------------------------------

  #build() {
    this.#audio = this.querySelector('audio') ?? make('audio', { preload: 'none' });
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [sheet()];
    root.append(this.#frameOf());
    this.#listen();
    this.#localise(this.lang || document.documentElement.lang || 'en');
    this.#show();
  }

  #frameOf() {
    const ui = this.#ui;
    const click = (/** @type {() => void} */ onclick) => ({ type: 'button', onclick });
    /** @param {string} name @param {() => void} act @param {SVGElement} picture */
    const tool = (name, act, picture) =>
      (ui[name] = make('button', { ...click(act), class: 'tool', part: `button ${name}` }, picture));
    /** @param {PanelName} name */
    const opener = (name) =>
      (ui[name] = make('button', {
        ...click(() => this.#toggle(name)),
        class: 'opener', part: `button ${name}`, 'aria-expanded': 'false', 'aria-controls': 'more', hidden: true,
      }));
    ui.play = make('button', { ...click(() => this.#press()), class: 'play', part: 'play' }, icon('play'));
    ui.label = make('strong', { part: 'label' });
    ui.length = make('span', { class: 'length' });
    ui.meta = make('span', { class: 'meta', part: 'meta' });
    ui.wave = make('div', { class: 'wave', part: 'wave' });
    ui.range = make('input', { type: 'range', part: 'position', min: 0, max: 1, value: 0, step: 0.1 });
    ui.now = make('output', { class: 'now', for: 'position', 'aria-live': 'off' });
    ui.left = make('output', { class: 'left', 'aria-live': 'off' });
    ui.rate = make('select', { part: 'speed' },
      ...RATES.map((rate) => make('option', { value: rate, selected: rate === 1 }, `${rate}×`)));
    ui.download = make('a', { class: 'tool', part: 'button download', download: true, hidden: true }, icon('download'));
    ui.words = make('span', { role: 'status', part: 'status' });
    ui.retry = make('button', { ...click(() => this.#retry()), class: 'opener retry', part: 'button retry', hidden: true });
    ui.status = make('div', { class: 'status', hidden: true }, ui.words, ui.retry);
    ui.more = make('div', { class: 'more', id: 'more', part: 'panel', hidden: true });
    ui.panel = make('div', { class: 'player', part: 'player', role: 'group' },
      ui.play,
      make('div', { class: 'head' }, make('span', { class: 'label' }, ui.label, ui.length), ui.meta),
      make('div', { class: 'seek', dir: 'ltr' }, ui.now, make('div', { class: 'track' }, ui.wave, ui.range), ui.left),
      make('div', { class: 'tools' },
        make('span', { class: 'set', dir: 'ltr' },
          tool('previous', () => this.step(-1), icon('previous')),
          tool('back', () => this.#skip(-15), icon('back', '15')),
          tool('forward', () => this.#skip(30), icon('forward', '30')),
          tool('next', () => this.step(1), icon('next'))),
        ui.rate,
        make('span', { class: 'set end' },
          opener('chapters'), opener('transcript'), opener('playlist'),
          ui.download,
          tool('share', () => this.#share(), icon('share')),
          tool('device', () => this.#otherDevice(), icon('device')),
          tool('close', () => this.#unstick(), icon('close')))),
      ui.status);
    ui.device.hidden = true;
    ui.playlist.hidden = !this.hasAttribute('playlist');
    return (ui.frame = make('div', { class: 'frame', part: 'frame' }, ui.panel, ui.more));
  }

  #listen() {
    const { range, rate } = this.#ui;
    const on = (/** @type {string} */ names, /** @type {(event: any) => void} */ act) =>
      names.split(' ').forEach((name) => this.#audio.addEventListener(name, act));
    on('playing', () => this.#sounds());
    on('waiting stalled', () => this.#wanted && this.#wait());
    on('pause', () => this.#audio.ended || this.#audio.error || (this.#wanted && this.pause()));
    on('timeupdate seeked durationchange', () => this.#progress());
    on('loadedmetadata', () => this.#arrive());
    on('error', () => this.#fail());
    on('ended', () => this.#end());
    on('ratechange', () => (rate.value = String(this.#audio.playbackRate)));
    range.addEventListener('input', () => {
      this.#dragging = true;
      this.#show(Number(range.value));
    });
    range.addEventListener('change', () => {
      this.#dragging = false;
      this.currentTime = Number(range.value);
    });
    range.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.#keys(event));
    rate.addEventListener('change', () => this.#speed(Number(rate.value)));
    this.#ui.panel.addEventListener('pointerenter', () => this.#warm(), { once: true });
    this.#ui.panel.addEventListener('focusin', () => this.#warm(), { once: true });
    this.#audio.disableRemotePlayback || this.#findDevices();
  }

  // -- the record ----------------------------------------------------------------------------

  /** @type {IntersectionObserverCallback} */
  #onView = (entries) => {
    const entry = entries[entries.length - 1];
    if (entry.isIntersecting && !this.record && !this.#fetching) this.#fetch();
    if (this.hasAttribute('data-sticky')) this.#stick(this.getBoundingClientRect().bottom < 0);
  };

  async #fetch() {
    const src = this.getAttribute('src');
    if (!src) return;
    this.#fetching?.abort();
    const fetching = (this.#fetching = new AbortController());
    const giveUp = setTimeout(() => fetching.abort('late'), AudiopressPlayer.patience.end);
    try {
      this.#take(await fetchRecord(new URL(src, document.baseURI).href, fetching.signal));
    } catch {
      if (fetching === this.#fetching) this.#recordless();
    } finally {
      clearTimeout(giveUp);
    }
  }

  /** @param {Recording} record */
  async #take(record) {
    const changed = this.record && this.record.audio !== record.audio;
    this.record = record;
    if (changed || !this.#audio.currentSrc) this.#audio.src = record.audio;
    this.followers = [];
    this.#panels = {};
    this.#open(null);
    this.#describe();
    await this.#localise(this.getAttribute('lang') || record.language || 'en');
    if (this.#start === null) this.#start = this.#whereToStart();
    this.#show();
    this.dispatchEvent(new CustomEvent('ap-ready', { bubbles: true, composed: true }));
    if (this.#wanted) this.play();
    else if (this.#ui.frame.dataset.state === 'failed') this.#state('paused', '');
    this.#markPage();
  }

  #recordless() {
    this.#fetching = null;
    if (this.#audio.src) this.#state(this.#wanted ? 'playing' : 'paused', 'textless', true);
    else this.#fail();
  }

  #whereToStart() {
    if (first === this && timeInHash() !== null) return timeInHash();
    const kept = this.#memory();
    return kept && kept.time < this.duration - 5 ? kept.time : null;
  }

  #describe() {
    const { record } = this;
    const ui = this.#ui;
    if (!record) return;
    ui.range.max = String(this.duration);
    ui.download.href = record.audio;
    ui.download.hidden = false;
    ui.chapters.hidden = record.chapters.length < 2;
    ui.transcript.hidden = !record.paragraphs.length;
    ui.previous.disabled = ui.next.disabled = !record.paragraphs.length;
    ui.wave.replaceChildren(...waves(record.peaks));
  }

  async #markPage() {
    const where = this.getAttribute('data-page');
    if (where === 'off' || !this.record?.paragraphs.some((one) => one.parts.some((part) => part.quote))) return;
    const { followPage } = await import('./page.js');
    const follower = followPage(this, where ? document.querySelector(where) : document.body);
    if (follower) this.followers.push(follower);
  }

  // -- words ---------------------------------------------------------------------------------

  /** @param {string} language */
  async #localise(language) {
    const strings = await stringsOf(language, AudiopressPlayer.strings).catch(() => ENGLISH);
    this.strings = strings;
    const ui = this.#ui;
    ui.frame.lang = language;
    ui.frame.dir = directionOf(language);
    for (const name of ['previous', 'back', 'forward', 'next', 'download', 'share', 'device', 'close']) {
      name_(ui[name], strings[/** @type {keyof Strings} */ (name)]);
    }
    for (const name of ['chapters', 'transcript', 'playlist', 'retry']) {
      ui[name].textContent = strings[/** @type {keyof Strings} */ (name)];
    }
    name_(ui.rate, strings.speed);
    ui.range.setAttribute('aria-label', strings.position);
    this.#title(language);
    this.#state(ui.frame.dataset.state ?? 'paused', ui.words.dataset.key ?? '', !ui.retry.hidden);
  }

  /** @param {string} language */
  #title(language) {
    const ui = this.#ui;
    const { record, strings } = this;
    const title = record?.title ?? '';
    ui.label.textContent = strings.listen;
    ui.length.textContent = this.duration ? ` · ${minutesOf(this.duration, language)}` : '';
    ui.meta.textContent = record?.ai ? strings.ai : '';
    ui.panel.setAttribute('aria-label', title ? `${strings.listen}: ${title}` : strings.listen);
  }

  /**
   * @param {string} state paused, loading, playing, failed
   * @param {keyof Strings|''} key what is said about it, if anything
   * @param {boolean} [retry] whether it can be tried again
   */
  #state(state, key, retry = false) {
    const ui = this.#ui;
    const going = state === 'playing' || state === 'loading';
    ui.frame.dataset.state = state;
    this.dataset.state = state;
    ui.words.dataset.key = key;
    this.#say(key && this.strings[key], retry);
    name_(ui.play, going ? this.strings.pause : this.strings.play);
    ui.play.replaceChildren(icon(going ? 'pause' : 'play'));
    if ('mediaSession' in navigator && sounding === this) {
      navigator.mediaSession.playbackState = going ? 'playing' : 'paused';
    }
  }

  /** @param {string} words @param {boolean} [retry] */
  #say(words, retry = false) {
    this.#ui.words.textContent = words;
    this.#ui.retry.hidden = !retry;
    this.#ui.status.hidden = !words;
  }

  // -- playing -------------------------------------------------------------------------------

  #press() {
    if (this.#wanted) this.pause();
    else this.play();
  }

  /** Fetch the head of the file when a hand comes near. */
  #warm() {
    if (this.#audio.preload === 'none') this.#audio.preload = 'metadata';
  }

  #wait() {
    this.#clear();
    const { words, slow, end } = AudiopressPlayer.patience;
    const say = (/** @type {'loading'|'slow'} */ key) => () => this.#state('loading', key);
    this.#timers = [
      window.setTimeout(say('loading'), words),
      window.setTimeout(say('slow'), slow),
      window.setTimeout(() => this.#fail(), end),
    ];
  }

  #clear() {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }

  #arrive() {
    if (this.#start !== null) this.#audio.currentTime = this.#start;
    this.#start = null;
    this.#audio.preservesPitch = true;
    this.#ui.range.max = String(this.duration);
    this.#title(this.#ui.frame.lang);
    this.#show();
  }

  #sounds() {
    this.#clear();
    if (!this.#wanted) {
      this.#wanted = true;
      if (sounding !== this) sounding?.pause();
      sounding = this;
    }
    this.#state('playing', '');
    this.#session();
    this.#tell('ap-play');
    cancelAnimationFrame(this.#frame);
    this.#follow();
  }

  #follow = () => {
    this.followers.forEach((follower) => follower.update(this.#audio.currentTime));
    if (this.#wanted) this.#frame = requestAnimationFrame(this.#follow);
  };

  #progress() {
    if (this.#timers.length && this.#audio.readyState > 2 && !this.#audio.seeking && !this.#audio.paused) {
      this.#clear();
      this.#state('playing', '');
    }
    this.#show();
    this.followers.forEach((follower) => follower.update(this.currentTime));
    const second = Math.floor(this.currentTime);
    if (second !== this.#told && this.#wanted) this.#tell('ap-progress');
    this.#told = second;
    if (Math.abs(this.currentTime - this.#saved) > 5) this.#remember();
  }

  #end() {
    this.#wanted = false;
    this.#clear();
    this.#state('paused', '');
    this.#remember(0);
    this.#tell('ap-ended');
    this.#panels.playlist?.goOn();
  }

  #fail() {
    this.#clear();
    this.#start = this.currentTime || null;
    this.#wanted = false;
    this.#audio.pause();
    this.#state('failed', 'failed', true);
    this.#tell('ap-failed');
  }

  #retry() {
    const stopped = this.#ui.frame.dataset.state === 'failed';
    this.#say('');
    if (!this.record) this.#fetch();
    this.#ui.play.focus();
    if (!stopped) return;
    if (this.#audio.src) this.#audio.load();
    this.play();
  }

  /** @param {number} seconds */
  #skip(seconds) {
    this.currentTime += seconds;
  }

  /** @param {number} rate */
  #speed(rate) {
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
    this.#remember();
  }

  /** @param {KeyboardEvent} event */
  #keys(event) {
    const towards = { ArrowLeft: -5, ArrowDown: -5, ArrowRight: 5, ArrowUp: 5, PageDown: -30, PageUp: 30 };
    const step = towards[/** @type {keyof typeof towards} */ (event.key)];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#skip(step);
  }

  /** @param {number} [time] */
  #show(time = this.currentTime) {
    if (this.#dragging && time !== Number(this.#ui.range.value)) return;
    const ui = this.#ui;
    const { lang } = ui.frame;
    const all = this.duration;
    if (!this.#dragging) ui.range.value = String(time);
    ui.range.setAttribute('aria-valuetext',
      fill(this.strings.of, { now: timeInWords(time, lang), all: timeInWords(all, lang) }));
    ui.now.textContent = clock(time);
    ui.left.textContent = all ? `−${clock(Math.ceil(all) - Math.floor(time))}` : '';
    ui.left.title = fill(this.strings.left, { time: timeInWords(all - time, lang) });
    ui.panel.style.setProperty('--played', String(all ? Math.min(1, time / all) : 0));
    if (sounding === this) positionState(this.#audio, all);
  }

  // -- the world around ----------------------------------------------------------------------

  /** @param {string} type */
  #tell(type) {
    const { currentTime, duration, record } = this;
    const paragraph = indexAt(record?.paragraphs ?? [], currentTime);
    const detail = { id: record?.id ?? '', title: record?.title ?? '', currentTime, duration, paragraph };
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  #session() {
    const { record } = this;
    if (!('mediaSession' in navigator) || !record) return;
    const picture = record.artwork || this.getAttribute('data-artwork') || pictureOfPage();
    navigator.mediaSession.metadata = new MediaMetadata({
      title: record.title,
      artist: record.byline,
      album: record.show,
      artwork: picture ? [{ src: picture }] : [],
    });
    /** @type {Record<string, (how: any) => void>} */
    const acts = {
      play: () => this.play(),
      pause: () => this.pause(),
      seekbackward: (how) => this.#skip(-(how.seekOffset || 15)),
      seekforward: (how) => this.#skip(how.seekOffset || 30),
      previoustrack: () => this.step(-1),
      nexttrack: () => this.step(1),
      seekto: (how) => (this.currentTime = how.seekTime),
    };
    for (const [name, act] of Object.entries(acts)) {
      try {
        navigator.mediaSession.setActionHandler(/** @type {MediaSessionAction} */ (name), act);
      } catch {
        // A browser that does not know this key does without it.
      }
    }
  }

  /** What was kept of this recording: only where the site asked its readers first. */
  #memory() {
    if (!this.hasAttribute('data-remember') || !this.record) return null;
    try {
      return JSON.parse(localStorage.getItem(`audiopress:${this.record.id}`) ?? 'null');
    } catch {
      return null;
    }
  }

  #remember(time = this.currentTime) {
    this.#saved = time;
    if (!this.hasAttribute('data-remember') || !this.record) return;
    try {
      localStorage.setItem(`audiopress:${this.record.id}`, JSON.stringify({ time: Math.round(time) }));
    } catch {
      // A sandboxed frame or a full store: the reader starts at the beginning next time.
    }
  }

  #onHash = () => {
    const time = timeInHash();
    if (first === this && time !== null) this.currentTime = time;
  };

  async #share() {
    const time = Math.floor(this.currentTime);
    const link = new URL(this.record?.url || location.href);
    link.hash = time > NOTHING_HEARD ? `t=${time}` : '';
    const said = { time: clock(time) };
    try {
      if (navigator.share && matchMedia('(pointer: coarse)').matches) {
        await navigator.share({ title: this.record?.title, url: link.href });
      } else {
        await navigator.clipboard.writeText(link.href);
        this.#say(fill(this.strings.copied, said));
      }
    } catch (error) {
      if (/** @type {Error} */ (error).name === 'AbortError') return;
      this.#say(`${fill(this.strings.link, said)} ${link.href}`);
    }
  }

  #findDevices() {
    const { device } = this.#ui;
    const found = (/** @type {boolean} */ yes) => (device.hidden = !yes);
    this.#audio.remote?.watchAvailability?.(found).catch(() => found(false));
    this.#audio.addEventListener('webkitplaybacktargetavailabilitychanged', (event) =>
      found(/** @type {any} */ (event).availability === 'available'));
  }

  #otherDevice() {
    const audio = /** @type {any} */ (this.#audio);
    if (audio.webkitShowPlaybackTargetPicker) audio.webkitShowPlaybackTargetPicker();
    else audio.remote.prompt().catch(() => {});
  }

  // -- lists ---------------------------------------------------------------------------------

  /** @param {PanelName} name */
  async #toggle(name) {
    if (this.#ui[name].getAttribute('aria-expanded') === 'true') return this.#open(null);
    const panels = await import('./panels.js');
    this.#panels[name] ??= panels[name](this);
    return this.#open(name);
  }

  /** @param {PanelName|null} name */
  #open(name) {
    const { more } = this.#ui;
    for (const other of ['chapters', 'transcript', 'playlist']) {
      this.#ui[other].setAttribute('aria-expanded', String(other === name));
    }
    more.hidden = !name;
    if (!name) return;
    const { element, update } = this.#panels[name];
    more.replaceChildren(element);
    if (update && !this.followers.includes(this.#panels[name])) this.followers.push(this.#panels[name]);
    update?.(this.currentTime, true);
  }

  // -- the small player at the edge ----------------------------------------------------------

  /** @param {boolean} out whether the place in the page is scrolled away */
  #stick(out) {
    const { frame } = this.#ui;
    const stuck = out && this.#wanted;
    if (stuck === frame.classList.contains('stuck') || (out && frame.classList.contains('stuck'))) return;
    this.style.minBlockSize = stuck ? `${this.offsetHeight}px` : '';
    frame.classList.toggle('stuck', stuck);
  }

  #unstick() {
    this.pause();
    this.#ui.frame.classList.remove('stuck');
    this.style.minBlockSize = '';
  }
}

/** @param {HTMLElement} control @param {string} words */
function name_(control, words) {
  control.setAttribute('aria-label', words);
  control.title = words;
}

/** The waveform twice: what is to come, and what was heard, cut at the position. @param {number[]} peaks */
function waves(peaks) {
  const few = thinned(peaks, 96);
  const space = 'http://www.w3.org/2000/svg';
  return few.length < 8 ? [] : ['to-come', 'heard'].map((name) => {
    const svg = document.createElementNS(space, 'svg');
    svg.setAttribute('class', name);
    svg.setAttribute('viewBox', `0 0 ${few.length} 100`);
    svg.setAttribute('preserveAspectRatio', 'none');
    svg.setAttribute('aria-hidden', 'true');
    svg.appendChild(document.createElementNS(space, 'path')).setAttribute('d', bars(few));
    return svg;
  });
}

/** `#t=75`, `#t=1:15` as seconds. */
function timeInHash() {
  const found = /[#&]t=((?:\d+:)*\d+(?:\.\d+)?)s?(?:&|$)/.exec(location.hash);
  return found ? found[1].split(':').reduce((sum, part) => sum * 60 + Number(part), 0) : null;
}

/** @param {HTMLAudioElement} audio @param {number} duration */
function positionState(audio, duration) {
  if (!('mediaSession' in navigator) || !duration) return;
  const position = Math.min(audio.currentTime, duration);
  navigator.mediaSession.setPositionState?.({ duration, position, playbackRate: audio.playbackRate || 1 });
}

function pictureOfPage() {
  const picture = document.querySelector('meta[property="og:image"]')?.getAttribute('content');
  return picture && new URL(picture, document.baseURI).href;
}

if (!customElements.get('audiopress-player')) customElements.define('audiopress-player', AudiopressPlayer);

const tag = [...document.querySelectorAll('script[data-auto]')].find(
  (script) => /** @type {HTMLScriptElement} */ (script).src === import.meta.url,
);
if (tag) import('./auto.js').then(({ placePlayer }) => placePlayer(/** @type {HTMLElement} */ (tag)));
