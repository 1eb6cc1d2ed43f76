import type { Board } from '../shared/board.query.js';
import type { Theme } from '../shared/address.js';
import type { LanguageTag } from '../shared/words.js';

/** How the screen in the room is set. */
export interface Looks {
  readonly theme: Theme;
  /** Null: the meeting's own. */
  readonly language: LanguageTag | null;
}

/** What the desk asks a preview to show. */
export interface Showing {
  readonly kind: 'SHOW';
  readonly board: Board;
  readonly looks: Looks;
  /** The page of the newest comment, counted from 0. */
  readonly page: number;
}

/** What a preview tells the desk: that it can show something, or what it shows. */
export type Telling =
  | { readonly kind: 'READY' }
  | { readonly kind: 'SHOWN'; readonly commentId: string; readonly pages: number; readonly milliseconds: number };

/** Both are pages of this server: a message from anywhere else is none. [C9] */
export function isOurs({ origin, source }: MessageEvent, from: MessageEventSource | null): boolean {
  return origin === location.origin && source !== null && source === from;
}
