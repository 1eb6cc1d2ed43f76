import { endSessions, type Opened } from '../access/session.store.js';
import type { Keep } from '../access/signed-in.type.js';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { AccountRow } from './account.entity.js';
import { accountName, checkedPassword } from './account.rules.js';
import { lockAccount } from './account.store.js';
import { findInvitation, takeInvitation, withdrawInvitations } from './invitation.store.js';
import { enter } from './sign-in.js';

interface Given {
  token: string;
  name: string | null;
  password: string | null;
  keep: Keep;
}

/**
 * A link works once and for a time, for an account that is not suspended. One that was used, has expired or never was
 * is refused alike. What is wrong with a name or a password is said without using the link up. [N5]
 */
export async function accept(context: Context, { token, name: wanted, password, keep }: Given): Promise<Opened> {
  const { act, attempts, config, database, passwords, visit } = context;
  await attempts.check('LINK', visit.address);
  const found = await findInvitation(database.manager, token);
  if (!found) {
    await attempts.failed('LINK', visit.address);
    throw new Refusal('LINK_USED');
  }
  const { accountId, purpose } = found;
  let change: Pick<AccountRow, 'name' | 'passwordHash'> | null = null;
  if (purpose === 'PASSWORD') {
    // The name goes with it: whoever has the link is to know what they will sign in with.
    if (password == null)
      throw new Refusal('INVALID_INPUT', { field: 'password', problem: 'missing', name: found.name });
    const name = wanted == null ? found.name : accountName(wanted);
    change = { name, passwordHash: await passwords.hash(checkedPassword('password', password, name)) };
  }
  return act({ action: 'useInvitation', subjectId: accountId, detail: { purpose } }, async (manager) => {
    const { name, displayName } = await lockAccount(manager, accountId);
    if (!(await takeInvitation(manager, token))) throw new Refusal('LINK_USED');
    if (change) {
      // Whoever was called by the name alone, as the first administrator is, is called by the one they chose.
      const called = displayName === name ? change.name : displayName;
      await manager.update(AccountRow, { id: accountId }, { ...change, displayName: called });
      await withdrawInvitations(manager, accountId);
      await endSessions(manager, { accountId });
    }
    return enter(manager, config, visit, accountId, keep);
  });
}
