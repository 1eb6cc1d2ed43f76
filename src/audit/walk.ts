import { hashOf, type Link } from './chain.js';

/** A link as it stands in the table. */
export interface Chained extends Link {
  hash: string;
}

/** Where the trail ends, or ended when somebody wrote it down. */
export interface End {
  seq: string;
  hash: string;
}

/** What was found wrong. Of `first` to `last` where it is about several rows. */
export interface Damage {
  what: 'CHANGED' | 'MISSING' | 'BEYOND_HEAD' | 'HEAD' | 'REWRITTEN' | 'CUT';
  first: bigint;
  last: bigint;
}

export interface Walk {
  /** The next row, in the order of seq; answers with what it shows to be wrong. */
  take(row: Chained): Damage[];
  /** After the last row, with the head as it stands; null: there is none. */
  end(head: (End & { at: string }) | null): Damage[];
}

const damage = (what: Damage['what'], first: bigint, last = first): Damage => ({ what, first, last });

/**
 * Goes through the trail from its beginning. Each row must follow on the one before and bear the hash of it and of itself.
 * A row whose number is too high has others missing before it; whether it was changed itself nobody can say then. [H5]
 */
export function createWalk(noted: End | null = null): Walk {
  let seq = 0n;
  let at = '';
  /** What the next row may be chained to: after a damaged one, the hash that it has or the one that it should have. */
  let before: readonly [string, string] = ['', ''];

  const compare = (row: Chained): Damage[] => {
    if (noted === null || row.seq !== noted.seq) return [];
    return row.hash === noted.hash ? [] : [damage('REWRITTEN', BigInt(row.seq))];
  };

  return {
    take(row) {
      const number = BigInt(row.seq);
      if (number <= seq) return [damage('CHANGED', number)];
      const hole = number === seq + 1n ? [] : [damage('MISSING', seq + 1n, number - 1n)];
      const proper = hashOf(before[0], row);
      const isChanged = hole.length === 0 && proper !== row.hash && hashOf(before[1], row) !== row.hash;
      seq = number;
      at = row.at;
      before = [row.hash, isChanged ? proper : row.hash];
      return [...hole, ...(isChanged ? [damage('CHANGED', number)] : []), ...compare(row)];
    },

    end(head) {
      const lost = noted && BigInt(noted.seq) > seq ? [damage('CUT', seq, BigInt(noted.seq))] : [];
      if (head === null) return [damage('HEAD', seq), ...lost];
      const wanted = BigInt(head.seq);
      if (wanted > seq) return [damage('MISSING', seq + 1n, wanted), ...lost];
      if (wanted < seq) return [damage('BEYOND_HEAD', wanted + 1n, seq), ...lost];
      const isRight = seq === 0n ? head.hash === '' : head.hash === before[0] && head.at === at;
      return [...(isRight ? [] : [damage('HEAD', seq)]), ...lost];
    },
  };
}

const range = ({ first, last }: Damage) => (first === last ? `row ${first}` : `rows ${first} to ${last}`);

/** What is wrong, in a sentence. */
export function sentence(found: Damage): string {
  const { first, last } = found;
  switch (found.what) {
    case 'CHANGED':
      return `${range(found)} is not as it was written`;
    case 'MISSING':
      return `${range(found)} ${first === last ? 'is' : 'are'} missing`;
    case 'BEYOND_HEAD':
      return `${range(found)} ${first === last ? 'is' : 'are'} beyond the head: written past Rostrum, or the head was set back`;
    case 'HEAD':
      return `the head is not that of row ${first}`;
    case 'REWRITTEN':
      return `the trail up to row ${first} is not the one whose head was written down`;
    case 'CUT':
      return `the trail ends at row ${first}, and had ${last} when its head was written down`;
  }
}
