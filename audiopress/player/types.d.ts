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

/** `alignment.json` as the player uses it; empty where the file says nothing. */
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
}

export type Strings = Record<keyof typeof import('./strings.js').ENGLISH, string>;

/** A list below the player, or the marks in the page: told the time while the sound goes on. */
export interface Follower {
  element?: HTMLElement;
  update?(time: number, opened?: boolean): void;
  goOn?(): void;
  stop?(): void;
}

/** A page's letters and figures, folded, and where each stands. */
export interface Page { letters: string; nodes: Text[]; offsets: number[]; owners: number[] }

/** From and to in the page's letters, and where that begins in the quote's. */
export type Piece = [from: number, to: number, read: number];
export interface Place { pieces: Piece[]; at: number; end: number; weight: number }

export interface Found { part: Part; place: Place; shift: number }
export interface Spot { start: number; end: number; text: string; found: Found[]; ranges: Range[] }

declare global {
  interface HTMLElementTagNameMap { 'audiopress-player': Player }
}

export type Player = import('./audiopress-player.js').AudiopressPlayer;
