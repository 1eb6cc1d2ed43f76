import { type EntryType, steps } from '../../journal/entry.js';
import type { Entry } from './console.query.js';

const isStep = ({ type }: Pick<Entry, 'type'>): boolean => (steps as readonly EntryType[]).includes(type);

/** The last step that stands: what undo takes back. [J3] */
export function lastStep<Known extends Pick<Entry, 'seq' | 'type' | 'undoneSeq'>>(
  entries: readonly Known[],
): Known | null {
  const undone = new Set(entries.map(({ undoneSeq }) => undoneSeq));
  return entries.findLast((entry) => isStep(entry) && !undone.has(entry.seq)) ?? null;
}
