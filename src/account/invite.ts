import 'reflect-metadata';
import { inside } from '../access/viewer.js';
import { createAudit } from '../audit/audit.js';
import { readConfig } from '../config.js';
import { openDatabase } from '../database/open.js';
import { AccountRow } from './account.entity.js';
import { folded } from './account.rules.js';
import { resetAccount } from './account.store.js';
import { linkOf } from './invitation.store.js';

/**
 * `npm run invite -- name`: a new one-time link for an account, such as that of an administrator who is locked out.
 * Whoever can run it has the database anyway. The former password is worth nothing from now on. [N5]
 */
const config = readConfig();
const name = folded(process.argv[2] ?? '');
const { database, close } = await openDatabase(config);
const audit = createAudit(database);
const link = await database
  .transaction(async (manager) => {
    const found = await manager.findOneBy(AccountRow, { name, isSuspended: false });
    if (!found) return null;
    const { token } = await resetAccount(manager, found.id);
    await audit.record(manager, inside, { action: 'inviteAgain', subjectId: found.id });
    return linkOf(config.PUBLIC_URL.replace(/\/+$/, '') || `http://${config.HOST}:${config.PORT}`, token);
  })
  .finally(async () => {
    await audit.close();
    await close();
  });
if (link) process.stdout.write(`${link}\nIt works once, within 72 hours.\n`);
else {
  process.stderr.write(`There is no account ${JSON.stringify(name)} that may sign in. npm run invite -- <name>\n`);
  process.exitCode = 1;
}
