import type { DataSource, EntityManager } from 'typeorm';
import type { Chained, Damage, End } from './walk.js';
import { createWalk } from './walk.js';

/** Which entries of the trail are meant; all conditions must hold, and what is left out is none. */
export interface Wanted {
  from?: Date | null;
  to?: Date | null;
  actorId?: string | null;
  actorKind?: string | null;
  action?: string | null;
  outcome?: string | null;
  meetingId?: string | null;
  /** A pattern for ILIKE. */
  pattern?: string | null;
}

/** A time to the microsecond, as it is hashed. */
const instantText = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** A row as exactly as the database has it: JSON to the letter, the time to the microsecond. */
const COLUMNS = `seq, ${instantText('at')} AS at, actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName",
  session_id AS "sessionId", address, action, outcome, meeting_id AS "meetingId", meeting_seq AS "meetingSeq",
  subject_id AS "subjectId", detail::text AS detail, times, hash`;

const CONDITIONS = `($1::timestamptz IS NULL OR at >= $1) AND ($2::timestamptz IS NULL OR at < $2)
  AND ($3::uuid IS NULL OR actor_id = $3) AND ($4::text IS NULL OR actor_kind = $4) AND ($5::text IS NULL OR action = $5)
  AND ($6::text IS NULL OR outcome = $6) AND ($7::uuid IS NULL OR meeting_id = $7)
  AND ($8::text IS NULL OR actor_name ILIKE $8 OR action ILIKE $8 OR address ILIKE $8)`;

const parametersOf = ({ from, to, actorId, actorKind, action, outcome, meetingId, pattern }: Wanted) =>
  [from, to, actorId, actorKind, action, outcome, meetingId, pattern].map((value) => value ?? null);

/** A page of entries, the newest first, before a seq. [H9] */
export const loadNewest = (
  manager: EntityManager,
  wanted: Wanted,
  before: string | null,
  most: number,
): Promise<Chained[]> =>
  manager.query(
    `SELECT ${COLUMNS} FROM audit_entry WHERE ${CONDITIONS} AND ($9::bigint IS NULL OR seq < $9) ORDER BY seq DESC LIMIT $10`,
    [...parametersOf(wanted), before, most],
  );

const PAGE = 1000;

/** All entries that are wanted, the oldest first, up to the one that is the last now: page by page, however many there are. */
export async function* loadAll(manager: EntityManager, wanted: Wanted = {}): AsyncGenerator<Chained[]> {
  const [{ last }] = await manager.query('SELECT max(seq) AS last FROM audit_entry');
  let after: string | null = null;
  while (last !== null) {
    const page: Chained[] = await manager.query(
      `SELECT ${COLUMNS} FROM audit_entry
       WHERE ${CONDITIONS} AND seq <= $9 AND ($10::bigint IS NULL OR seq > $10) ORDER BY seq LIMIT ${PAGE}`,
      [...parametersOf(wanted), last, after],
    );
    if (page.length > 0) yield page;
    if (page.length < PAGE) return;
    after = page.at(-1)!.seq;
  }
}

export interface Checked {
  entries: number;
  head: End | null;
}

/**
 * Goes through the whole trail as it stands at one moment, also while servers write, and tells what is wrong with it.
 * `noted` is a head that was written down earlier. [H5]
 */
export const checkTrail = (database: DataSource, noted: End | null, tell: (found: Damage) => void): Promise<Checked> =>
  database.transaction('REPEATABLE READ', async (manager) => {
    const walk = createWalk(noted);
    let entries = 0;
    for await (const page of loadAll(manager)) {
      for (const row of page) for (const found of walk.take(row)) tell(found);
      entries += page.length;
    }
    const [head] = await manager.query(`SELECT seq, ${instantText('at')} AS at, hash FROM audit_head WHERE id = 1`);
    for (const found of walk.end(head ?? null)) tell(found);
    return { entries, head: head ?? null };
  });
