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

/** So many different facts are told apart, and so many of one visitor. */
const MOST = 100;
const MOST_OF_ONE = 20;

/** What stands for facts beyond those. */
const UNTOLD: Fact = { action: 'UNTOLD' };

/**
 * Equal facts are one, with a number. Whoever makes up ever new ones has those that are too many counted in one line of
 * their own, so that nobody else's are crowded out; beyond all bounds there is one line for everybody. [H3]
 */
export function createGathering(): Gathering {
  let gathered = new Map<string, Gathered>();
  let ofOne = new Map<string, number>();

  /** Counts it, unless that takes a line too many. */
  const count = (visit: Visit, fact: Fact, now: number, hasRoom: (one: string) => boolean): boolean => {
    const one = JSON.stringify([visit.viewer.kind, visit.viewer.id, visit.address]);
    const { action, outcome, meetingId, subjectId, detail } = fact;
    const key = JSON.stringify([one, action, outcome, meetingId, subjectId, detail]);
    const known = gathered.get(key);
    if (known) {
      known.times += 1;
      return true;
    }
    if (!hasRoom(one)) return false;
    gathered.set(key, { visit, fact, times: 1, since: now });
    ofOne.set(one, (ofOne.get(one) ?? 0) + 1);
    return true;
  };

  return {
    get isEmpty() {
      return gathered.size === 0;
    },
    add(visit, fact, now) {
      const isCounted =
        count(visit, fact, now, (one) => gathered.size < MOST && (ofOne.get(one) ?? 0) < MOST_OF_ONE) ||
        count(visit, UNTOLD, now, () => gathered.size < 2 * MOST);
      if (!isCounted) count(inside, UNTOLD, now, () => true);
    },
    take() {
      const taken = [...gathered.values()];
      gathered = new Map();
      ofOne = new Map();
      return taken;
    },
  };
}
