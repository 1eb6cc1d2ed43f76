import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { endSessions, touchSessions } from '../access/session.store.js';
import { Refusal } from '../errors.js';
import { AccountRow } from './account.entity.js';
import { refuseLockout } from './account.rules.js';
import { invite, withdrawInvitations } from './invitation.store.js';

type New = Pick<AccountRow, 'name' | 'displayName' | 'isAdministrator' | 'personId'>;

export async function addAccount(manager: EntityManager, given: New): Promise<AccountRow> {
  const [{ at }] = await manager.query('SELECT clock_timestamp() AS at');
  const row = { ...given, id: uuid(), passwordHash: null, subject: null, isSuspended: false, createdAt: at };
  await manager.insert(AccountRow, row);
  return row;
}

/** All who change accounts wait for each other here, before they touch anything that belongs to one. */
export async function lockAccount(manager: EntityManager, id: string): Promise<AccountRow> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('rostrum accounts', 0))");
  const row = await manager.findOne(AccountRow, { where: { id }, lock: { mode: 'for_no_key_update' } });
  if (!row) throw new Refusal('NOT_FOUND', { what: 'account', id });
  return row;
}

/** Administrators beside this one who can sign in. */
async function otherAdministrators(manager: EntityManager, id: string): Promise<number> {
  const [{ count }] = await manager.query(
    `SELECT count(*)::int AS count FROM account WHERE id <> $1 AND is_administrator AND NOT is_suspended
       AND (password_hash IS NOT NULL OR subject IS NOT NULL)`,
    [id],
  );
  return count;
}

/**
 * Whoever is suspended, or whose rank changes, is signed out everywhere; where only the person changes, what the sessions
 * may do is found out anew. [N8]
 */
export async function changeAccount(
  manager: EntityManager,
  id: string,
  change: Partial<Pick<AccountRow, 'displayName' | 'isAdministrator' | 'personId' | 'isSuspended'>>,
  actorId: string | null,
): Promise<AccountRow> {
  const row = await lockAccount(manager, id);
  const becomes = { ...row, ...change };
  refuseLockout(row, becomes, await otherAdministrators(manager, id), actorId);
  if (Object.keys(change).length > 0) await manager.update(AccountRow, { id }, change);
  const isOut = becomes.isSuspended || becomes.isAdministrator !== row.isAdministrator;
  if (isOut) await endSessions(manager, { accountId: id });
  else await touchSessions(manager, { accountId: id });
  return becomes;
}

/** A reset that an account asks for: until the link is used nobody can sign in with it, as if it were suspended. [N8] */
export async function inviteAgain(manager: EntityManager, id: string, actorId: string | null) {
  const row = await lockAccount(manager, id);
  refuseLockout(row, { ...row, isSuspended: true }, await otherAdministrators(manager, id), actorId);
  return resetAccount(manager, id);
}

/**
 * A reset: the password, the links given before and the bond to a provider are worth nothing from now on, and all sessions
 * end. Whoever has the database may do it to anybody. [N5] [N8]
 */
export async function resetAccount(
  manager: EntityManager,
  id: string,
): Promise<{ account: AccountRow } & Awaited<ReturnType<typeof invite>>> {
  const account = await lockAccount(manager, id);
  const reset = { passwordHash: null, subject: null };
  await manager.update(AccountRow, { id }, reset);
  await withdrawInvitations(manager, id);
  await endSessions(manager, { accountId: id });
  return { account: { ...account, ...reset }, ...(await invite(manager, id, 'PASSWORD')) };
}
