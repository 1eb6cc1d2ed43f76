import type { DataSource, EntityManager } from 'typeorm';
import { Refusal } from '../errors.js';
import { hashToken } from './secret.js';
import type { Viewer } from './viewer.js';

/** A session that holds, as its holder. */
export interface Found extends Viewer {
  readonly sessionId: string;
  readonly expiresAt: number;
  /** Milliseconds since its token was last changed. */
  readonly tokenAge: number;
  /** Whether the present token has not been used yet. */
  readonly isUnconfirmed: boolean;
  /** Whether it was found by the token before the last rotation. */
  readonly isFormer: boolean;
  /** The token before comes although the present one has long been used: somebody else may have it. */
  readonly isReplayed: boolean;
}

type Row = Omit<Found, 'expiresAt' | 'isFormer' | 'isReplayed'> & {
  expiresAt: Date;
  tokenHash: string;
  previousHash: string | null;
  isLate: boolean;
};

/** How long the token before a rotation is still good, once the new one has arrived: requests under way have it. */
const GRACE = "interval '1 minute'";

/** Sessions that are not over, of holders who may sign in. */
const HOLDING = `
  SELECT s.id AS "sessionId", s.expires_at AS "expiresAt", s.token_hash AS "tokenHash", s.previous_hash AS "previousHash",
    s.changed_at::text AS "changedAt",
    extract(epoch FROM clock_timestamp() - s.rotated_at)::float8 * 1000 AS "tokenAge",
    s.previous_hash IS NOT NULL AND s.confirmed_at IS NULL AS "isUnconfirmed",
    coalesce(s.confirmed_at < clock_timestamp() - ${GRACE}, false) AS "isLate",
    CASE WHEN a.id IS NOT NULL THEN 'ACCOUNT' WHEN p.id IS NOT NULL THEN 'PARTICIPANT' ELSE 'DISPLAY' END AS kind,
    coalesce(a.id, p.id, d.id) AS id, coalesce(a.display_name, person.name, d.name) AS name,
    coalesce(a.is_administrator, false) AS "isAdministrator",
    a.person_id AS "personId", coalesce(p.meeting_id, d.meeting_id) AS "meetingId"
  FROM session s
    LEFT JOIN account a ON a.id = s.account_id AND NOT a.is_suspended
    LEFT JOIN participant p ON p.id = s.participant_id LEFT JOIN person ON person.id = p.person_id
    LEFT JOIN display d ON d.id = s.display_id AND d.revoked_at IS NULL
  WHERE s.ended_at IS NULL AND s.expires_at > clock_timestamp() AND num_nonnulls(a.id, p.id, d.id) = 1`;

/** The sessions of these tokens; null where a token is none, or its session is over. */
export async function findSessions(database: DataSource, tokens: readonly string[]): Promise<(Found | null)[]> {
  const hashes = tokens.map(hashToken);
  const sql = `${HOLDING} AND (s.token_hash = ANY($1) OR s.previous_hash = ANY($1))`;
  const rows: Row[] = await database.query(sql, [[...new Set(hashes)]]);
  return hashes.map((hash) => {
    const row = rows.find(({ tokenHash, previousHash }) => tokenHash === hash || previousHash === hash);
    return row ? found(row, row.tokenHash !== hash) : null;
  });
}

/** The sessions with these ids that still hold. */
export async function loadSessions(database: DataSource, ids: readonly string[]): Promise<Map<string, Viewer>> {
  const rows: Row[] = await database.query(`${HOLDING} AND s.id = ANY($1)`, [ids]);
  return new Map(rows.map((row) => [row.sessionId, found(row, false)]));
}

/**
 * Whoever waited for a lock may have lost what they were allowed meanwhile: refuses unless the session is as it was when the viewer was
 * found. [F6]
 */
export async function checkUnchanged(manager: EntityManager, { sessionId, changedAt }: Viewer): Promise<void> {
  if (sessionId === null) return;
  const [session] = await manager.query(
    `SELECT changed_at::text AS at FROM session WHERE id = $1 AND ended_at IS NULL AND expires_at > clock_timestamp()`,
    [sessionId],
  );
  if (!session) throw new Refusal('UNAUTHENTICATED');
  if (session.at !== changedAt) throw new Refusal('FORBIDDEN');
}

function found({ tokenHash: _, previousHash: __, isLate, expiresAt, ...row }: Row, isFormer: boolean): Found {
  return { ...row, expiresAt: expiresAt.getTime(), isFormer, isReplayed: isFormer && isLate };
}
