import { randomInt } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { hashToken, newToken, spelled } from '../access/secret.js';
import type { Visit } from '../access/viewer.js';
import { Refusal } from '../errors.js';
import type { PairingRow } from './pairing.entity.js';
import type { Pairing, PairingState } from './pairing.type.js';

const LASTS = "interval '10 minutes'";
/** More at once would make it likely that a mistyped code is another screen's: one in a thousand at worst. */
const MOST = 1_000;
const TRIES = 5;

/** Digits, because they are the same on every keyboard and in both languages. */
const newDigits = () => String(randomInt(1_000_000)).padStart(6, '0');

const LEFT = `ceil(extract(epoch FROM expires_at - clock_timestamp()))::integer AS "secondsLeft"`;

/**
 * A screen asks for a code by itself. The code is six digits and good for ten minutes; what screens did not use is
 * thrown away, and there are never so many that a mistyped code is likely to be another's. [Y1]
 */
export async function addPairing(database: DataSource, { address, userAgent }: Visit): Promise<Pairing> {
  await database.query(
    `DELETE FROM pairing WHERE id IN
       (SELECT id FROM pairing WHERE expires_at < clock_timestamp() FOR UPDATE SKIP LOCKED)`,
  );
  const token = newToken();
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const [added] = await database.query(
      `INSERT INTO pairing (id, code, token_hash, requested_at, expires_at, address, user_agent)
       SELECT $1, $2, $3, at, at + ${LASTS}, $4, $5 FROM (SELECT clock_timestamp() AS at) now
       WHERE (SELECT count(*) FROM pairing WHERE code IS NOT NULL) < ${MOST}
       ON CONFLICT (code) DO NOTHING RETURNING code, address, expires_at AS "expiresAt", ${LEFT}`,
      [uuid(), newDigits(), hashToken(token), address, userAgent.slice(0, 300)],
    );
    if (added) return { ...added, token };
  }
  throw new Refusal('TOO_MANY_ATTEMPTS', { seconds: 60 });
}

/** What has become of a screen's code. Once it is used up, expired or its display revoked, there is nothing to say. */
export async function pairingState(database: DataSource, token: string): Promise<PairingState> {
  const [state] = await database.query(
    `SELECT p.display_id IS NOT NULL AS "isConfirmed", d.meeting_id AS "meetingId", m.title AS "meetingTitle",
       p.expires_at AS "expiresAt", ${LEFT}
     FROM pairing p LEFT JOIN display d ON d.id = p.display_id LEFT JOIN meeting m ON m.id = d.meeting_id
     WHERE p.token_hash = $1 AND p.expires_at > clock_timestamp() AND d.revoked_at IS NULL`,
    [hashToken(token)],
  );
  if (!state) throw new Refusal('WRONG_CODE');
  return state;
}

type Waiting = Pick<PairingRow, 'id' | 'tokenHash' | 'address' | 'userAgent' | 'requestedAt' | 'expiresAt'>;

/** The screen that shows this code. Locked, so that of two operators who type it at once only one has it. */
export async function waitingScreen(manager: EntityManager, code: string, lock = ''): Promise<Waiting> {
  const [waiting] = await manager.query(
    `SELECT id, token_hash AS "tokenHash", address, user_agent AS "userAgent",
       requested_at AS "requestedAt", expires_at AS "expiresAt"
     FROM pairing WHERE code = $1 AND expires_at > clock_timestamp() ${lock}`,
    [spelled(code)],
  );
  if (!waiting) throw new Refusal('WRONG_CODE');
  return waiting;
}

/** Frees the code, and leaves the screen ten minutes to hear of it. */
export async function usePairing(manager: EntityManager, id: string, displayId: string): Promise<void> {
  await manager.query(
    `UPDATE pairing SET code = NULL, display_id = $2, expires_at = clock_timestamp() + ${LASTS} WHERE id = $1`,
    [id, displayId],
  );
}
