import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { steps } from './entry.js';
import { JournalRow } from './journal.entity.js';

/** The last step that was not undone, and all entries after it; none if there is no such step. */
export async function loadLastStep(manager: EntityManager, meetingId: string): Promise<JournalRow[]> {
  const [{ seq }] = await manager.query(
    `SELECT max(step.seq) AS seq FROM journal_entry step
     WHERE step.meeting_id = $1 AND step.type = ANY($2) AND NOT EXISTS (
       SELECT FROM journal_entry undone WHERE undone.meeting_id = $1 AND undone.type = 'StepUndone'
         AND (undone.refs->>'undoneSeq')::int = step.seq)`,
    [meetingId, steps],
  );
  if (seq === null) return [];
  return manager.find(JournalRow, { where: { meetingId, seq: MoreThanOrEqual(seq) }, order: { seq: 'ASC' } });
}
