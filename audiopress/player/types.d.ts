/** The types the modules share; read by editors and by the type checker, never by a browser. */

export interface Word { start: number; end: number; source?: [number, number] }
export interface Quote { exact: string; prefix: string; suffix: string }

/** What one voice says of a paragraph. Times are seconds. */
export interface Part {
  text: string;
  language: string;
  start: number;
  end: number;
  words: Word[];
  quote: Quote | null;
}

export interface Paragraph { start: number; end: number; role: string; text: string; parts: Part[] }
export interface Chapter { start: number; title: string }

/**
 * What is known of a recording; empty where the files say nothing. `episode.json` has what is shown
 * before anybody listens, and names in `alignment` the file that has the rest.
 */
export interface Recording {
  id: string;
  title: string;
  byline: string;
  show: string;
  language: string;
  url: string;
  audio: string;
  duration: number;
  ai: boolean;
  artwork: string;
  peaks: number[];
  chapters: Chapter[];
  paragraphs: Paragraph[];
  alignment: string;
  hasChapters: boolean;
}

export type Strings = Record<keyof typeof import('./strings.js').ENGLISH, string>
  & Partial<Record<keyof typeof import('./words.js').LATER, string>>;

/** What is going on with a sound; `playback.js` says what may follow what. */
export type State = 'idle' | 'wanted' | 'sounding' | 'failed';

/** Who or what set something going: `trigger` of every event. */
export type Trigger =
  | 'button' | 'slider' | 'key' | 'speed' | 'chapters' | 'transcript' | 'playlist' | 'page' | 'link'
  | 'system' | 'continue' | 'sleep' | 'tab' | 'script';

export interface PlaybackHooks {
  turned(now: State): void;
  /** The wait has become long enough to be said. */
  waits(key: 'loading' | 'slow'): void;
  moved(): void;
  arrived(): void;
  ended(): void;
  patience(): { words: number; slow: number; end: number };
}

export type ListName = 'chapters' | 'transcript' | 'playlist' | 'options';

/** The elements in the shadow root, by name. */
export interface Controls extends Record<ListName, HTMLButtonElement> {
  frame: HTMLDivElement;
  player: HTMLDivElement;
  head: HTMLDivElement;
  label: HTMLSpanElement;
  listen: HTMLSpanElement;
  title: HTMLSpanElement;
  length: HTMLSpanElement;
  meta: HTMLSpanElement;
  seek: HTMLDivElement;
  now: HTMLSpanElement;
  left: HTMLSpanElement;
  track: HTMLDivElement;
  wave: HTMLDivElement;
  range: HTMLInputElement;
  play: HTMLButtonElement;
  more: HTMLButtonElement;
  tools: HTMLDivElement;
  moves: HTMLSpanElement;
  lists: HTMLSpanElement;
  ends: HTMLSpanElement;
  previous: HTMLButtonElement;
  back: HTMLButtonElement;
  forward: HTMLButtonElement;
  next: HTMLButtonElement;
  speed: HTMLSelectElement;
  download: HTMLAnchorElement;
  share: HTMLButtonElement;
  device: HTMLButtonElement;
  close: HTMLButtonElement;
  status: HTMLDivElement;
  words: HTMLSpanElement;
  retry: HTMLButtonElement;
  list: HTMLDivElement;
}

/** What the controls ask for. */
export interface Acts {
  play(): void;
  previous(): void;
  back(): void;
  forward(): void;
  next(): void;
  retry(): void;
  share(): void;
  device(): void;
  close(): void;
  download(): void;
  list(name: ListName): void;
  speed(rate: number): void;
  /** While the thumb is held, then when it is let go. */
  drag(seconds: number): void;
  seek(seconds: number): void;
  /** By so many seconds, with a key on the slider. */
  nudge(seconds: number): void;
}

/** A list below the player, or the marks in the page: told the time while the sound goes on. */
export interface Follower {
  element?: HTMLElement;
  update?(time: number, opened?: boolean): void;
  stop?(): void;
}

/** What has a place in the window. */
export type Measured = Range | Element;

/** By how many pixels what scrolls shall be scrolled. */
export interface Step { scroller: Element; top: number }

/** Told where what is spoken stands, and its word; keeps it in view. */
export interface Gaze {
  look(whole: Measured[], word: Measured[]): void;
  stop(): void;
}

/** An episode of the edition, as its feed has it. */
export interface Listed { title: string; seconds: number; src: string; sound: string }

/** A page's letters and figures, folded, and where each stands. */
export interface Page { letters: string; nodes: Text[]; texts: string[]; offsets: number[]; owners: number[] }

/** From and to in the page's letters, and where that begins in the quote's. */
export type Piece = [from: number, to: number, read: number];
export interface Place { pieces: Piece[]; at: number; end: number; weight: number }

export interface Found { part: Part; place: Place; shift: number }
export interface Spot extends Paragraph { number: number; found: Found[]; ranges: Range[] }

/** A word that was said wrong, where it stands, and in which paragraph. */
export interface Complaint { word: string; range: Range; text: string; paragraph: number; language: string }

/** What Safari alone has. */
export interface Airplay {
  webkitShowPlaybackTargetPicker?(): void;
}

declare global {
  interface HTMLElementTagNameMap { 'audiopress-player': Player }
}

export type Player = import('./audiopress-player.js').AudiopressPlayer;
