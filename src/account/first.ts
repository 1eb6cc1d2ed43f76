import { inside } from '../access/viewer.js';
import { createContext, type Services } from '../context.js';
import { AccountRow } from './account.entity.js';
import { addAccount } from './account.store.js';
import { invite, linkOf } from './invitation.store.js';

const CAN_SIGN_IN = `is_administrator AND NOT is_suspended AND (password_hash IS NOT NULL OR subject IS NOT NULL)`;

/**
 * While no administrator can sign in, each start gives a link that makes one: there is no password that everybody knows,
 * and nobody is in before the first. Links of other servers that start at the same time work, too, until one is used;
 * null: there is an administrator. [N14]
 */
export async function firstAdministrator(services: Services): Promise<string | null> {
  const { act, database, home } = createContext(services, 'en', inside);
  const isThere = await database.query(`SELECT FROM account WHERE ${CAN_SIGN_IN} LIMIT 1`);
  if (isThere.length > 0) return null;
  return act({ action: 'inviteAgain' }, async (manager, fact) => {
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('rostrum accounts', 0))");
    const where = { isAdministrator: true, isSuspended: false };
    const waiting = await manager.findOne(AccountRow, { where, order: { createdAt: 'ASC' } });
    const name = 'administrator';
    const account =
      waiting ?? (await addAccount(manager, { name, displayName: name, isAdministrator: true, personId: null }));
    Object.assign(fact, { subjectId: account.id, action: waiting ? 'inviteAgain' : 'createAccount' });
    const { token } = await invite(manager, account.id, 'PASSWORD');
    return linkOf(home(), token);
  });
}
