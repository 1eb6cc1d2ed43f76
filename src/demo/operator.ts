import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import type { EntityManager } from 'typeorm';
import { findSessions } from '../access/session.load.js';
import { openSession } from '../access/session.store.js';
import { inside } from '../access/viewer.js';
import { AccountRow } from '../account/account.entity.js';
import { addAccount, changeAccount } from '../account/account.store.js';
import { addAppointment } from '../account/appointment.store.js';
import { invite, linkOf, withdrawInvitations } from '../account/invitation.store.js';
import { createContext, type Services } from '../context.js';
import type { DemoLanguage } from './founding.texts.js';
import { tokenFile } from './token.js';

const NAME = 'operator';
const DISPLAY_NAME = { zh: '会务（示例）', en: 'Operator (example)' };
const DAY = 86_400;

/**
 * Whoever starts the demo can run its meeting at once, through a link that works once, the last that was made; nobody else
 * can. The account is appointed to the founding meeting alone. Null: it is suspended, or somebody's own. [N15]
 */
export async function inviteOperator(
  services: Services,
  meetingId: string,
  language: DemoLanguage,
): Promise<{ link: string; accountId: string } | null> {
  const { act, home } = createContext(services, 'en', inside);
  return act({ action: 'inviteAgain', meetingId }, async (manager, fact) => {
    const account = await operator(manager, language);
    fact.subjectId = account.id;
    if (account.isSuspended || !isOurs(account)) return null;
    for (const duty of ['HOST', 'RECORDER'] as const)
      await addAppointment(manager, { meetingId, accountId: account.id, duty });
    await withdrawInvitations(manager, account.id, 'ENTER');
    const { token } = await invite(manager, account.id, 'ENTER');
    return { link: linkOf(home(), token, `/console/${meetingId}`), accountId: account.id };
  });
}

async function operator(manager: EntityManager, language: DemoLanguage): Promise<AccountRow> {
  await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('rostrum accounts', 0))");
  const known = await manager.findOneBy(AccountRow, { name: NAME });
  const made = { name: NAME, displayName: DISPLAY_NAME[language], isAdministrator: false, personId: null };
  return known ?? addAccount(manager, made);
}

/** Whether it is the demo's: not somebody's who happens to have its name, and not one that was made more of. */
const isOurs = ({ displayName, isAdministrator, passwordHash, subject }: AccountRow): boolean =>
  Object.values(DISPLAY_NAME).includes(displayName) && !isAdministrator && passwordHash === null && subject === null;

/** Without the demo nobody is let in by what it gave out; an administrator can reinstate the account. [N15] */
export async function suspendOperator(services: Services): Promise<void> {
  const { act, database } = createContext(services, 'en', inside);
  const known = await database.manager.findOneBy(AccountRow, { name: NAME, isSuspended: false });
  if (!known || !isOurs(known)) return;
  const change = { isSuspended: true };
  await act({ action: 'suspendAccount', subjectId: known.id, detail: change }, async (manager) => {
    await changeAccount(manager, known.id, change, null);
    await withdrawInvitations(manager, known.id);
  });
}

/**
 * A token for `npm run rehearse`, in a file that nobody else may read. One that is still good stays, so that a rehearsal
 * goes on when the server comes back. [N15]
 */
export async function keepToken(services: Services, accountId: string): Promise<void> {
  const { config, database } = services;
  const file = tokenFile(config);
  const former = await readFile(file, 'utf8').catch(() => '');
  const [found] = await findSessions(database, [former.trim()]);
  if (found?.id === accountId && found.expiresAt > Date.now() + DAY * 1000) return;
  const { act } = createContext(services, 'en', inside);
  const { token } = await act({ action: 'signIn', subjectId: accountId }, (manager) =>
    openSession(manager, { accountId }, { seconds: 30 * DAY, address: '', userAgent: 'npm run rehearse' }),
  );
  await mkdir(config.DATA_DIR, { recursive: true });
  await writeFile(`${file}.new`, `${token}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}
