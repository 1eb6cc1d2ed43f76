import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import type { Before } from '../journal/entry.js';
import type { AuditBefore } from './audit.type.js';

/** The entry of a meeting's journal that a line of the trail is about. */
export interface Written {
  meetingId: string | null;
  meetingSeq: number | null;
}

/**
 * Reads what stood before, for all lines of a page in one statement. Here alone words can be read again that were corrected,
 * dropped or retracted; drafts not even here, since their author alone sees them. [H7]
 */
export const createBefore = (database: DataSource) =>
  new DataLoader<Written, AuditBefore[], string>(
    async (lines) => {
      const rows: { meetingId: string; seq: number; before: Before[] }[] = await database.query(
        `SELECT meeting_id AS "meetingId", seq, before FROM journal_entry
         WHERE (meeting_id, seq) IN (SELECT * FROM unnest($1::uuid[], $2::int[]))`,
        [lines.map(({ meetingId }) => meetingId), lines.map(({ meetingSeq }) => meetingSeq)],
      );
      const found = new Map(rows.map(({ before, ...row }) => [keyOf({ ...row, meetingSeq: row.seq }), before]));
      return lines.map((line) => (found.get(keyOf(line)) ?? []).flatMap(shown));
    },
    { cacheKeyFn: keyOf },
  );

const keyOf = ({ meetingId, meetingSeq }: Written) => `${meetingId}:${meetingSeq}`;

const shown = ({ part, id, row }: Before): AuditBefore[] =>
  row === null || (part === 'comments' && row.status === 'DRAFT')
    ? []
    : [{ what: part, id, values: JSON.stringify(row) }];
