import { createContext } from 'preact';

/** Pages of a text that somebody turns, as in a preview. */
export interface Turned {
  /** Counted from 0. */
  readonly page: number;
  /** Tells how many pages the text has, and for how long the room will have them in all. */
  readonly told: (pages: number, milliseconds: number) => void;
}

/** Null: the pages turn by themselves. */
export const TurnedContext = createContext<Turned | null>(null);
