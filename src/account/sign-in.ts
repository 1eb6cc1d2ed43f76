import type { EntityManager } from 'typeorm';
import { endSessions, type Opened, openSession, replacedBy } from '../access/session.store.js';
import type { Keep } from '../access/signed-in.type.js';
import type { Visit } from '../access/viewer.js';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { folded } from './account.rules.js';

/** Signs an account in. */
export async function enter(
  manager: EntityManager,
  { SESSION_HOURS }: Config,
  visit: Visit,
  accountId: string,
  keep: Keep,
): Promise<Opened> {
  const { address, userAgent } = visit;
  await endSessions(manager, replacedBy(keep, visit));
  return openSession(manager, { accountId }, { seconds: SESSION_HOURS * 3600, address, userAgent });
}

interface Candidate {
  id: string;
  passwordHash: string | null;
  isSuspended: boolean;
}

/**
 * Whose name and password these are. An unknown name, a wrong password, a suspended account and one without a password
 * are refused alike, and take as long. Attempts are counted when their turn has come, so that a thousand at once are no
 * way around the limit. [N3] [N4]
 */
export async function recognised(
  { database, attempts, passwords, visit: { address } }: Context,
  given: string,
  password: string,
): Promise<{ id: string; passwordHash: string }> {
  const name = folded(given).slice(0, 64);
  await attempts.check('PASSWORD', address, name);
  const [found]: Candidate[] = await database.query(
    'SELECT id, password_hash AS "passwordHash", is_suspended AS "isSuspended" FROM account WHERE name = $1',
    [name.replaceAll('\0', '')],
  );
  return passwords.inTurn(async (matches) => {
    await attempts.check('PASSWORD', address, name);
    const isRight = await matches(found?.passwordHash ?? null, password);
    if (isRight && found?.passwordHash && !found.isSuspended) {
      await attempts.succeeded('PASSWORD', address, name);
      return { id: found.id, passwordHash: found.passwordHash };
    }
    await attempts.failed('PASSWORD', address, name);
    throw new Refusal('WRONG_CREDENTIALS');
  });
}
