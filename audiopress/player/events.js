/** What the site is told: `docs/player.md` has the table. */

import { indexAt } from './moments.js';

/** @import { Player, Trigger } from './types' */

const QUARTERS = [25, 50, 75];
/** Seconds between two reports of the time that are still listening, and no leap. */
const STEP = 2;

export class Reporter {
  /** Who or what set the last thing going. @type {Trigger} */
  trigger = 'script';
  #player;
  #time = 0;
  #heard = 0;
  #second = -1;
  #chapter = -1;
  #begun = false;
  #playing = false;
  /** @type {number[]} */
  #left = [];

  /** @param {Player} player */
  constructor(player) {
    this.#player = player;
    this.forget();
  }

  /** Another article begins. */
  forget() {
    this.#heard = 0;
    this.#second = this.#chapter = -1;
    this.#begun = this.#playing = false;
    this.#left = [...QUARTERS];
  }

  /** @param {string} type @param {object} [more] */
  tell(type, more = {}) {
    const { currentTime, duration, record } = this.#player;
    const detail = {
      id: record?.id,
      title: record?.title,
      url: record?.url,
      currentTime,
      duration,
      paragraph: indexAt(record?.paragraphs ?? [], currentTime),
      heard: Math.round(this.#heard),
      trigger: this.trigger,
      ...more,
    };
    const event = new CustomEvent(type, { bubbles: true, composed: true, detail });
    this.#player.dispatchEvent(event);
  }

  /** It is heard: for the first time, again, or still, after a wait. */
  sounds() {
    this.#time = this.#player.currentTime;
    if (this.#playing) return;
    this.#playing = true;
    if (!this.#begun) this.tell('ap-start');
    this.#begun = true;
    this.tell('ap-play');
  }

  /** @param {boolean} [ended] */
  stops(ended = false) {
    const was = this.#playing;
    this.#playing = false;
    if (ended) this.tell('ap-complete');
    if (ended || was) this.tell(ended ? 'ap-ended' : 'ap-pause');
  }

  /** @param {number} from @param {number} to seconds */
  sought(from, to) {
    this.#time = to;
    if (Math.abs(from - to) > 0.01) this.tell('ap-seek', { from, to });
  }

  moves() {
    const { currentTime, duration, audio, record } = this.#player;
    const passed = currentTime - this.#time;
    this.#time = currentTime;
    if (!this.#playing) return;
    if (passed > 0 && passed < STEP * audio.playbackRate) this.#heard += passed;
    const second = Math.floor(currentTime);
    if (second !== this.#second) this.tell('ap-progress');
    this.#second = second;
    const share = duration ? (100 * currentTime) / duration : 0;
    // A quarter that was leapt over was not heard, and is not told of.
    const reached = this.#left.filter((quarter) => share >= quarter);
    if (reached.length && share - (100 * passed) / duration < reached[reached.length - 1]) {
      this.tell('ap-quarter', { quarter: reached[reached.length - 1] });
    }
    this.#left = this.#left.filter((quarter) => share < quarter);
    const chapter = indexAt(record?.chapters ?? [], currentTime);
    if (chapter !== this.#chapter && chapter >= 0) {
      this.tell('ap-chapter', { chapter, heading: record?.chapters[chapter].title });
    }
    this.#chapter = chapter;
  }
}
