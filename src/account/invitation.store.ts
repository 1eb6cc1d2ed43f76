import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { hashToken, newToken } from '../access/secret.js';
import type { InvitationRow } from './invitation.entity.js';

type Purpose = InvitationRow['purpose'];

/** How long a link works, in hours. */
const HOURS: Record<Purpose, number> = { PASSWORD: 72, ENTER: 12 };

export interface Invitation {
  accountId: string;
  purpose: Purpose;
  /** Name of the account. */
  name: string;
}

/** The link that a token is told with. It stands behind the #, which browsers send to nobody. */
export const linkOf = (home: string, token: string, to?: string): string =>
  `${home}/invite${to ? `?to=${to}` : ''}#${token}`;

/** A new token, told this once. What was used or has expired is cleared away. */
export async function invite(
  manager: EntityManager,
  accountId: string,
  purpose: Purpose,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken();
  await manager.query(
    'DELETE FROM invitation WHERE account_id = $1 AND (used_at IS NOT NULL OR expires_at < clock_timestamp())',
    [accountId],
  );
  const [{ expiresAt }] = await manager.query(
    `INSERT INTO invitation (id, account_id, token_hash, purpose, expires_at)
     VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5)) RETURNING expires_at AS "expiresAt"`,
    [uuid(), accountId, hashToken(token), purpose, HOURS[purpose]],
  );
  return { token, expiresAt };
}

/** Links that were given before and not used are good for nothing any more: all, or those of one purpose. */
export const withdrawInvitations = (manager: EntityManager, accountId: string, purpose: Purpose | null = null) =>
  manager.query('DELETE FROM invitation WHERE account_id = $1 AND purpose = coalesce($2, purpose)', [
    accountId,
    purpose,
  ]);

const OPEN = `token_hash = $1 AND used_at IS NULL AND i.expires_at > clock_timestamp()
  AND a.id = i.account_id AND NOT a.is_suspended`;
const FOUND = 'i.account_id AS "accountId", i.purpose, a.name';

/** What a link is good for; null: nothing, or nothing any more. */
export async function findInvitation(manager: EntityManager, token: string): Promise<Invitation | null> {
  const [found] = await manager.query(`SELECT ${FOUND} FROM invitation i, account a WHERE ${OPEN}`, [hashToken(token)]);
  return found ?? null;
}

/** Of two who use a link at once one waits here for the other, and finds it used. [N5] */
export async function takeInvitation(manager: EntityManager, token: string): Promise<Invitation | null> {
  const [[taken]] = await manager.query(
    `UPDATE invitation i SET used_at = clock_timestamp() FROM account a WHERE ${OPEN} RETURNING ${FOUND}`,
    [hashToken(token)],
  );
  return taken ?? null;
}
