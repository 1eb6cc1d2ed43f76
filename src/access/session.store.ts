import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { hashToken, newToken } from './secret.js';
import type { Keep } from './signed-in.type.js';
import type { Visit } from './viewer.js';

/** Whose a session is. */
export type Holder = { accountId: string } | { participantId: string } | { displayId: string };

export interface Opened {
  sessionId: string;
  /** Told once, and kept as a hash only. */
  token: string;
  expiresAt: Date;
}

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

/**
 * A new token for the same session, unless it got one within so many seconds: of two requests at once, one changes it.
 * While nobody has come with the last one, the one before it stays good: its owner may have lost two answers in a row. [N7]
 */
export async function rotateSession(manager: EntityManager, sessionId: string, seconds = 0): Promise<string | null> {
  const token = newToken();
  const [rotated] = await manager.query(
    `UPDATE session SET token_hash = $2, rotated_at = clock_timestamp(), confirmed_at = NULL,
       previous_hash = CASE WHEN confirmed_at IS NULL AND previous_hash IS NOT NULL THEN previous_hash ELSE token_hash END
     WHERE id = $1 AND ended_at IS NULL AND rotated_at <= clock_timestamp() - make_interval(secs => $3) RETURNING id`,
    [sessionId, hashToken(token), seconds],
  );
  return rotated.length === 1 ? token : null;
}

/** The token after the last rotation has arrived: from now on the one before it is good for a moment only. */
export async function confirmRotation(manager: EntityManager, sessionId: string): Promise<void> {
  await manager.query('UPDATE session SET confirmed_at = clock_timestamp() WHERE id = $1 AND confirmed_at IS NULL', [
    sessionId,
  ]);
}

/**
 * The session that a new one takes the place of, for endSessions: a browser that was signed in already is not left with
 * one that nobody sees any more. [N10]
 */
export const replacedBy = (keep: Keep, { viewer: { sessionId } }: Visit): { id?: string } =>
  keep === 'COOKIE' && sessionId !== null ? { id: sessionId } : {};

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
  where: { accountId?: string; participantId?: string; personId?: string; displayId?: string },
): Promise<void> {
  const { accountId = null, participantId = null, personId = null, displayId = null } = where;
  await manager.query(
    `UPDATE session SET changed_at = clock_timestamp() WHERE ended_at IS NULL AND (account_id = $1 OR participant_id = $2
       OR account_id IN (SELECT id FROM account WHERE person_id = $3) OR display_id = $4)`,
    [accountId, participantId, personId, displayId],
  );
}

/** A participant's slip lets nobody in any more, and whoever it has let in is out. */
export async function revokeSlip(manager: EntityManager, participantId: string): Promise<void> {
  await manager.query(
    'UPDATE slip SET revoked_at = clock_timestamp() WHERE participant_id = $1 AND revoked_at IS NULL',
    [participantId],
  );
  await endSessions(manager, { participantId });
}
