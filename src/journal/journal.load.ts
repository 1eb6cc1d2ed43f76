import { type EntityManager, MoreThan } from 'typeorm';
import { JournalRow } from './journal.entity.js';

/** Columns that may be shown: the rows before stay inside. */
const shown = { meetingId: true, seq: true, type: true, at: true, refs: true } as const;

/** The meeting's entries after a seq, oldest first. */
export function loadEntries(
  manager: EntityManager,
  meetingId: string,
  after: number,
  first: number,
): Promise<JournalRow[]> {
  return manager.find(JournalRow, {
    select: shown,
    where: { meetingId, seq: MoreThan(after) },
    order: { seq: 'ASC' },
    take: first,
  });
}
