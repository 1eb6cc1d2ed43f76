import { type EntryType, steps } from '../../journal/entry.js';
import type { Entry } from './console.query.js';

type Known = Pick<Entry, 'seq' | 'type' | 'undoneSeq'>;

const isStep = ({ type }: Pick<Entry, 'type'>): boolean => (steps as readonly EntryType[]).includes(type);

/** The last step that stands: what undo takes back. [J3] */
export function lastStep<One extends Known>(entries: readonly One[]): One | null {
  const undone = new Set(entries.map(({ undoneSeq }) => undoneSeq));
  return entries.findLast((entry) => isStep(entry) && !undone.has(entry.seq)) ?? null;
}

const PAGE = 100;
/** Beyond so many entries without a step nobody knows any more what there is to take back. */
const FARTHEST = 3_000;

/** What has been read of one journal, without a hole; it outlives a search that is given up. */
export interface Trail<One> {
  entries: readonly One[];
}

/**
 * The entries up to this one, back to the last step that stands: between two steps may be any coming, going and counting. What is
 * known of them is not asked for again, so that in a rush of people a search ends. [J3]
 */
export async function backToStep<One extends Known>(
  seq: number,
  page: (after: number, first: number) => Promise<readonly One[]>,
  trail: Trail<One> = { entries: [] },
): Promise<readonly One[]> {
  const known = trail.entries;
  const end = known.at(-1)?.seq ?? 0;
  let entries: readonly One[] = [];
  let before = seq;
  while (before > Math.max(0, seq - FARTHEST) && !lastStep(entries)) {
    if (before === end) {
      entries = [...known, ...entries];
      before = (known[0]?.seq ?? 1) - 1;
    } else {
      const after = Math.max(0, before - PAGE, before > end ? end : 0);
      entries = [...(await page(after, before - after)), ...entries];
      before = after;
    }
    trail.entries = entries;
  }
  return entries;
}
