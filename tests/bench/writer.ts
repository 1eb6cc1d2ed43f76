import pg from 'pg';
import { channel } from '../../src/journal/doorbell.js';

export interface Writer {
  /** Takes a meeting forward by some entries in one transaction, as journal/write.ts does; answers when COMMIT was sent. */
  write(meetingId: string, entries: number): Promise<number>;
  query: pg.Client['query'];
  close(): Promise<void>;
}

/** The turn's length changes, so that each board differs from the one before. */
const STEP = `
  WITH moved AS (UPDATE meeting SET seq = seq + $2 WHERE id = $1 RETURNING seq),
    changed AS (UPDATE turn SET extended_seconds = 60 + (SELECT seq % 60 FROM moved) WHERE meeting_id = $1 AND ended_at IS NULL),
    written AS (INSERT INTO journal_entry (meeting_id, seq, type, at, refs, before)
      SELECT $1, number, 'TurnExtended', clock_timestamp(), '{}', '[]'
      FROM moved, generate_series(moved.seq - $2 + 1, moved.seq) AS number)
  SELECT pg_notify('${channel}', $1 || ':' || seq) FROM moved`;

/** The bench writes by SQL: the same rows and the same doorbell, without the server's CPU. */
export async function openWriter(url: string): Promise<Writer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async write(meetingId, entries) {
      await client.query('BEGIN');
      await client.query({ name: 'step', text: STEP, values: [meetingId, entries] });
      const at = performance.now();
      await client.query('COMMIT');
      return at;
    },
    query: client.query.bind(client) as pg.Client['query'],
    close: () => client.end(),
  };
}
