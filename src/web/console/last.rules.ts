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

/** The entries up to this one, back to the last step that stands: between two steps may be any coming, going and counting. [J3] */
export async function backToStep<One extends Known>(
  seq: number,
  page: (after: number, first: number) => Promise<readonly One[]>,
): Promise<readonly One[]> {
  let entries: readonly One[] = [];
  for (let before = seq; before > Math.max(0, seq - FARTHEST) && !lastStep(entries); before -= PAGE) {
    const after = Math.max(0, before - PAGE);
    entries = [...(await page(after, before - after)), ...entries];
  }
  return entries;
}
