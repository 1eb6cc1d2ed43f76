import { randomUUID } from 'node:crypto';
import type { Writer } from './writer.js';

/** Tables of what belongs to a meeting, each after those it refers to. */
const PARTS = ['participant', 'agenda_item', 'statement', 'turn', 'appraisal_comment', 'requirement'];

/** Copies a meeting with all its rows under new ids, many times; answers with the ids of the copies. */
export async function copyMeeting(writer: Writer, meetingId: string, count: number): Promise<string[]> {
  const rows = new Map<string, { id: string }[]>();
  for (const table of ['meeting', ...PARTS]) {
    const key = table === 'meeting' ? 'id' : 'meeting_id';
    const { rows: found } = await writer.query(`SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${key} = $1`, [
      meetingId,
    ]);
    rows.set(
      table,
      found.map(({ row }) => row),
    );
  }
  const own = [...rows.values()].flatMap((found) => found.map(({ id }) => id));
  const copies: string[] = [];
  await writer.query('BEGIN');
  for (let copy = 0; copy < count; copy += 1) {
    const renamed = new Map(own.map((id) => [id, randomUUID()]));
    for (const [table, found] of rows) {
      const text = JSON.stringify(found).replace(/[0-9a-f-]{36}/g, (id) => renamed.get(id) ?? id);
      await writer.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [text]);
    }
    copies.push(renamed.get(meetingId)!);
  }
  await writer.query('COMMIT');
  await writer.query('ANALYZE');
  return copies;
}

/** Gives a copied meeting a journal of this length. */
export async function fillJournal(writer: Writer, meetingId: string, length: number): Promise<void> {
  await writer.query(
    `INSERT INTO journal_entry (meeting_id, seq, type, at, refs, before)
     SELECT $1, number, 'TurnExtended', clock_timestamp(), '{}', '[]' FROM generate_series(1, $2::int) AS number`,
    [meetingId, length],
  );
  await writer.query('UPDATE meeting SET seq = $2 WHERE id = $1', [meetingId, length]);
  await writer.query('ANALYZE journal_entry');
}
