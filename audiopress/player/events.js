/** What the site is told: `docs/player.md` has the table. */

import { indexAt } from './moments.js';

/** @import { Player, Trigger } from './types' */

const QUARTERS = [25, 50, 75];
/** Share of an article that somebody has heard who came to its end, and did not leap there. */
const HEARD = 0.75;
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
  #complete = false;
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
    this.#begun = this.#complete = this.#playing = false;
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
    if (ended && !this.#complete && this.#heard >= HEARD * this.#player.duration) {
      this.#complete = true;
      this.tell('ap-complete');
    }
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
    const listens = passed > 0 && passed < STEP * audio.playbackRate;
    if (listens) this.#heard += passed;
    const second = Math.floor(currentTime);
    if (second !== this.#second) this.tell('ap-progress');
    this.#second = second;
    // A quarter that was leapt over was not heard, and is not told of until it is.
    const reached = this.#left.find((quarter) => {
      const at = duration * quarter / 100;
      return listens && currentTime >= at && currentTime - passed < at;
    });
    if (reached) {
      this.#left = this.#left.filter((quarter) => quarter !== reached);
      this.tell('ap-quarter', { quarter: reached });
    }
    const chapter = indexAt(record?.chapters ?? [], currentTime);
    if (chapter !== this.#chapter && chapter >= 0) {
      this.tell('ap-chapter', { chapter, heading: record?.chapters[chapter].title });
    }
    this.#chapter = chapter;
  }
}
