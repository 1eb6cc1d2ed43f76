import type { Comment, Person } from '../shared/board.query.js';

/** What the desk asks a preview to show: a statement and the comments on it, the one that may be posted among them. */
export interface Showing {
  readonly kind: 'SHOW';
  readonly statement: Shown;
  readonly comments: readonly Comment[];
  /** The page of the newest comment, counted from 0. */
  readonly page: number;
}

/** A statement, whether or not it is its turn. */
export interface Shown {
  readonly id: string;
  readonly mode: 'ON_SITE' | 'WRITTEN';
  readonly itemId: string;
  readonly number: number;
  readonly total: number;
  readonly speaker: Person;
}

/** What a preview tells the desk: that it can show something, or what it shows. */
export type Telling =
  | { readonly kind: 'READY' }
  | { readonly kind: 'SHOWN'; readonly commentId: string; readonly pages: number; readonly milliseconds: number };

/** Both are pages of this server: a message from anywhere else is none. [C9] */
export function isOurs({ origin, source }: MessageEvent, from: MessageEventSource | null): boolean {
  return origin === location.origin && source !== null && source === from;
}
