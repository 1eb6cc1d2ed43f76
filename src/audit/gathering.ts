import { networkOf } from '../access/network.js';
import { inside, type Visit } from '../access/viewer.js';
import type { Fact } from './audit.js';

/** Facts that are equal, and how many there were. */
export interface Gathered {
  visit: Visit;
  fact: Fact;
  times: number;
  /** When the first came, in milliseconds of the process's own clock. */
  since: number;
}

export interface Gathering {
  readonly isEmpty: boolean;
  add(visit: Visit, fact: Fact, now: number): void;
  /** All that was gathered, in the order in which it came first; the gathering is empty then. */
  take(): Gathered[];
}

/** So many different facts are told apart of those who have signed in, so many of all others, and so many of one visitor. */
const MOST = 50;
const MOST_OF_ONE = 20;

/** What stands for facts beyond those. */
const UNTOLD: Fact = { action: 'UNTOLD' };

/**
 * Equal facts are one, with a number. Whoever makes up ever new ones has those that are too many counted in one line of
 * their own, so that nobody else's are crowded out; beyond all bounds there is one line for everybody. Who hasn't signed in
 * takes no room from those who have, and all addresses of one network are one visitor. [H3]
 */
export function createGathering(): Gathering {
  let gathered = new Map<string, Gathered>();
  /** How many lines there are, of one visitor and of all of a kind. */
  let lines = new Map<string, number>();
  const linesOf = (whose: string) => lines.get(whose) ?? 0;

  /** Counts it, unless that takes a line too many. */
  const count = (visit: Visit, fact: Fact, now: number, most: number, mostOfOne = most): boolean => {
    const { kind, id } = visit.viewer;
    const one = JSON.stringify([kind, id, networkOf(visit.address)]);
    const all = kind === 'PUBLIC' ? 'strangers' : 'known';
    const { action, outcome, meetingId, subjectId, detail } = fact;
    const key = JSON.stringify([one, action, outcome, meetingId, subjectId, detail]);
    const known = gathered.get(key);
    if (known) {
      known.times += 1;
      return true;
    }
    if (linesOf(all) >= most || linesOf(one) >= mostOfOne) return false;
    gathered.set(key, { visit, fact, times: 1, since: now });
    for (const whose of [one, all]) lines.set(whose, linesOf(whose) + 1);
    return true;
  };

  return {
    get isEmpty() {
      return gathered.size === 0;
    },
    add(visit, fact, now) {
      const isCounted = count(visit, fact, now, MOST, MOST_OF_ONE) || count(visit, UNTOLD, now, 2 * MOST);
      if (!isCounted) count(inside, UNTOLD, now, Number.POSITIVE_INFINITY);
    },
    take() {
      const taken = [...gathered.values()];
      gathered = new Map();
      lines = new Map();
      return taken;
    },
  };
}
