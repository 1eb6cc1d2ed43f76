import type { DataSource, EntityManager } from 'typeorm';
import type { JournalRow } from './journal.entity.js';
import type { Standing } from './position.js';

/** An entry as it may be shown: the rows before stay inside. With it the epoch that its seq belongs to. */
export interface EntryRow extends Omit<JournalRow, 'before'> {
  epoch: string;
}

/** The meeting's entries after a seq, oldest first. One statement: entries and epoch belong together. [L8] */
export function loadEntries(
  manager: EntityManager,
  meetingId: string,
  after: number,
  first: number,
): Promise<EntryRow[]> {
  return manager.query(
    `SELECT entry.meeting_id AS "meetingId", entry.seq, entry.type, entry.at, entry.refs, meeting.epoch
     FROM journal_entry entry JOIN meeting ON meeting.id = entry.meeting_id
     WHERE entry.meeting_id = $1 AND entry.seq > $2 ORDER BY entry.seq LIMIT $3`,
    [meetingId, after, first],
  );
}

/** Where these meetings are; one that is missing here is not, or no more. */
export async function loadPositions(database: DataSource, ids: string[]): Promise<Map<string, Standing>> {
  const rows: (Standing & { id: string })[] = await database.query(
    `SELECT id, epoch, seq, status IN ('CLOSED', 'ARCHIVED') AS "isOver", visibility, status FROM meeting WHERE id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}
