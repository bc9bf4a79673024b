/** The sound of one article, and which of four things is going on with it. */

/** @import { PlaybackHooks, State } from './types' */

/**
 * What may follow what. `idle`: nobody asks for it. `wanted`: asked for, and not heard yet or not
 * any more. `sounding`: heard. `failed`: given up.
 *
 * @type {Record<State, State[]>}
 */
const NEXT = {
  idle: ['wanted', 'failed'],
  wanted: ['sounding', 'idle', 'failed'],
  sounding: ['wanted', 'idle', 'failed'],
  failed: ['wanted', 'idle'],
};

export class Playback {
  /** @type {State} */
  state = 'idle';

  /** Seconds where it shall begin once the sound is there. @type {number|null} */
  #start = null;
  /** @type {number[]} */
  #timers = [];
  #audio;
  #hooks;

  /** @param {HTMLAudioElement} audio @param {PlaybackHooks} hooks told what happens */
  constructor(audio, hooks) {
    this.#audio = audio;
    this.#hooks = hooks;
    this.source = audio.src || audio.querySelector('source')?.src || '';
    /** @type {Record<string, () => void>} */
    const acts = {
      playing: () => this.#turn('sounding'),
      waiting: () => this.state === 'sounding' && this.#turn('wanted'),
      // Another program, the system or the page itself may stop it.
      pause: () => !audio.ended && this.asked && this.#turn('idle'),
      timeupdate: () => this.#moved(),
      seeked: () => this.#moved(),
      loadedmetadata: () => this.#arrive(),
      // Before anybody asked it is no news.
      error: () => this.asked && this.fail(),
      ended: () => this.#end(),
    };
    for (const name in acts) audio.addEventListener(name, acts[name]);
  }

  /** Whether somebody wants to hear it. */
  get asked() {
    return this.state === 'wanted' || this.state === 'sounding';
  }

  /** Another sound; or none for now, and where the last one should have begun is forgotten. @param {string} address */
  take(address) {
    this.source = address;
    if (address) {
      this.#audio.src = address;
      return;
    }
    this.#start = null;
    this.#audio.removeAttribute('src');
    this.#audio.load();
  }

  get position() {
    return this.#start ?? this.#audio.currentTime;
  }

  set position(seconds) {
    if (this.#audio.readyState) this.#audio.currentTime = seconds;
    else this.#start = seconds;
  }

  /** Sounds as soon as there is something to sound. */
  async play() {
    // What stopped coming is asked for anew.
    const lost = this.#audio.error || this.state === 'failed';
    if (this.state !== 'sounding') this.#turn('wanted');
    if (!this.source) return;
    if (lost) this.#audio.load();
    try {
      await this.#audio.play();
    } catch (error) {
      const name = error instanceof Error || error instanceof DOMException ? error.name : '';
      if (name === 'NotAllowedError') this.pause();
      else if (name !== 'AbortError' && this.asked) this.fail();
    }
  }

  pause() {
    this.#turn('idle');
    this.#audio.pause();
  }

  fail() {
    this.#start = this.position || null;
    this.#turn('failed');
    this.#audio.pause();
  }

  /** @param {State} next */
  #turn(next) {
    const before = this.state;
    // A play that was asked for twice is waited for anew.
    if (!NEXT[before].includes(next) && !(before === next && next === 'wanted')) return;
    this.#timers.splice(0).forEach(clearTimeout);
    this.state = next;
    if (next === 'wanted') this.#wait();
    if (next !== before) this.#hooks.turned(next);
  }

  #wait() {
    const { words, slow, end } = this.#hooks.patience();
    this.#timers.push(
      window.setTimeout(() => this.#hooks.waits('loading'), words),
      window.setTimeout(() => this.#hooks.waits('slow'), slow),
      window.setTimeout(() => this.fail(), end),
    );
  }

  #arrive() {
    if (this.#start !== null) this.#audio.currentTime = this.#start;
    this.#start = null;
    this.#audio.preservesPitch = true;
    this.#hooks.arrived();
  }

  #moved() {
    const { paused, readyState, seeking } = this.#audio;
    // Not every browser says that it plays again after a seek.
    if (this.state === 'wanted' && readyState > 2 && !seeking && !paused) this.#turn('sounding');
    this.#hooks.moved();
  }

  #end() {
    this.#turn('idle');
    this.#hooks.ended();
  }
}
