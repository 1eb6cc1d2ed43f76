import { LRUCache } from 'lru-cache';
import { FRESH } from './group.js';

/** Some entries as messages, and the seq up to which they tell everything. */
export interface Page {
  messages: { seq: number; payload: string }[];
  last: number;
}

/** The page after a seq, up to another one, while the meeting is known to be at a third. */
export type Pages = (from: number, to: number, at: number) => Promise<Page>;

const MOST_CHARACTERS = 2_000_000;

/**
 * Pages for those who are behind: whoever is equally far behind shares one. Entries are told as their rows stand now, so no page
 * is used once the meeting is known to have moved on. [L17]
 */
export function createPages(read: (from: number, to: number) => Promise<Page>, isVolatile: boolean): Pages {
  const pages = new LRUCache<number, Promise<Page>>({ maxSize: MOST_CHARACTERS, ttl: isVolatile ? FRESH : 0 });
  let madeAt = -1;

  return (from, to, at) => {
    if (at !== madeAt) pages.clear();
    madeAt = at;
    const known = pages.get(from);
    if (known) return known;
    const made = read(from, to);
    pages.set(from, made, { size: 1 });
    // What is set again under its key keeps the size that it had.
    const drop = () => pages.peek(from) === made && pages.delete(from);
    made.then(({ messages }) => {
      const size = messages.reduce((sum, { payload }) => sum + payload.length, 1);
      if (drop()) pages.set(from, made, { size });
    }, drop);
    return made;
  };
}
