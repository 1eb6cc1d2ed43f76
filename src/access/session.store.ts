import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { hashToken, newToken } from './secret.js';
import type { Viewer } from './viewer.js';

/** Whose a session is. */
export type Holder = { accountId: string } | { participantId: string } | { displayId: string };

export interface Opened {
  sessionId: string;
  /** Told once, and kept as a hash only. */
  token: string;
  expiresAt: Date;
}

/** How long the token before a rotation is still good: requests under way have it. */
const GRACE = "interval '1 minute'";

/** Signs somebody in. All times are the database's. */
export async function openSession(
  manager: EntityManager,
  holder: Holder,
  { seconds, address, userAgent }: { seconds: number; address: string; userAgent: string },
  tokenHash?: string,
): Promise<Opened> {
  const token = newToken();
  const sessionId = uuid();
  const { accountId = null, participantId = null, displayId = null } = holder as Record<string, string | undefined>;
  const [{ expiresAt }] = await manager.query(
    `INSERT INTO session (id, token_hash, rotated_at, account_id, participant_id, display_id,
       created_at, expires_at, changed_at, seen_at, address, user_agent)
     SELECT $1, $2, at, $3, $4, $5, at, at + make_interval(secs => $6), at, at, $7, $8
     FROM (SELECT clock_timestamp() AS at) now RETURNING expires_at AS "expiresAt"`,
    [
      sessionId,
      tokenHash ?? hashToken(token),
      accountId,
      participantId,
      displayId,
      seconds,
      address,
      userAgent.slice(0, 300),
    ],
  );
  return { sessionId, token, expiresAt };
}

/** A new token for the same session. */
export async function rotateSession(manager: EntityManager, sessionId: string): Promise<string> {
  const token = newToken();
  await manager.query(
    `UPDATE session SET previous_hash = token_hash, token_hash = $2, rotated_at = clock_timestamp() WHERE id = $1`,
    [sessionId, hashToken(token)],
  );
  return token;
}

/** Ends all sessions that these columns name; answers their ids. Their sockets are closed by whoever has them. */
export async function endSessions(
  manager: EntityManager,
  where: { id?: string; accountId?: string; participantId?: string; displayId?: string },
  except: string | null = null,
): Promise<string[]> {
  const { id = null, accountId = null, participantId = null, displayId = null } = where;
  const [ended] = await manager.query(
    `UPDATE session SET ended_at = clock_timestamp(), changed_at = clock_timestamp()
     WHERE ended_at IS NULL AND id IS DISTINCT FROM $5
       AND (id = $1 OR account_id = $2 OR participant_id = $3 OR display_id = $4) RETURNING id`,
    [id, accountId, participantId, displayId, except],
  );
  return ended.map((row: { id: string }) => row.id);
}

/** What these sessions' holders may do has changed: their sockets are to come back, and are seen with other eyes. */
export async function touchSessions(
  manager: EntityManager,
  { accountId = null, participantId = null }: { accountId?: string | null; participantId?: string | null },
): Promise<void> {
  await manager.query(
    `UPDATE session SET changed_at = clock_timestamp() WHERE ended_at IS NULL AND (account_id = $1 OR participant_id = $2)`,
    [accountId, participantId],
  );
}

/** A session as it is found by its token. */
export interface Found extends Viewer {
  readonly sessionId: string;
  readonly expiresAt: number;
  /** Milliseconds since its token was last changed. */
  readonly tokenAge: number;
  /** Whether the token is the one before the last rotation. */
  readonly isFormer: boolean;
  /** A token before the last rotation that comes too late: somebody else may have it. */
  readonly isReplayed: boolean;
}

const VIEWERS = `
  SELECT s.id AS "sessionId", s.expires_at AS "expiresAt", s.token_hash AS "tokenHash", s.previous_hash AS "previousHash",
    extract(epoch FROM clock_timestamp() - s.rotated_at) * 1000 AS "tokenAge",
    s.previous_hash = ANY($1) AND s.rotated_at < clock_timestamp() - ${GRACE} AS "isReplayed",
    CASE WHEN s.account_id IS NOT NULL THEN 'ACCOUNT' WHEN s.participant_id IS NOT NULL THEN 'PARTICIPANT' ELSE 'DISPLAY' END AS kind,
    coalesce(s.account_id, s.participant_id, s.display_id) AS id,
    coalesce(a.display_name, person.name, d.name) AS name,
    coalesce(a.is_administrator, false) AS "isAdministrator",
    a.person_id AS "personId", coalesce(p.meeting_id, d.meeting_id) AS "meetingId"
  FROM session s
    LEFT JOIN account a ON a.id = s.account_id
    LEFT JOIN participant p ON p.id = s.participant_id LEFT JOIN person ON person.id = p.person_id
    LEFT JOIN display d ON d.id = s.display_id
  WHERE (s.token_hash = ANY($1) OR s.previous_hash = ANY($1)) AND s.ended_at IS NULL
    AND s.expires_at > clock_timestamp() AND a.is_suspended IS NOT TRUE AND d.revoked_at IS NULL`;

/** The sessions of these tokens; null where a token is none, or the session is over. */
export async function findSessions(database: DataSource, tokens: readonly string[]): Promise<(Found | null)[]> {
  const hashes = tokens.map(hashToken);
  const rows: (Omit<Found, 'expiresAt'> & { expiresAt: Date; tokenHash: string; previousHash: string | null })[] =
    await database.query(VIEWERS, [[...new Set(hashes)]]);
  return hashes.map((hash) => {
    const row = rows.find(({ tokenHash, previousHash }) => tokenHash === hash || previousHash === hash);
    if (!row) return null;
    const { tokenHash, previousHash: _, expiresAt, ...found } = row;
    const isFormer = tokenHash !== hash;
    return {
      ...found,
      expiresAt: expiresAt.getTime(),
      tokenAge: Number(found.tokenAge),
      isFormer,
      isReplayed: isFormer && found.isReplayed,
    };
  });
}
