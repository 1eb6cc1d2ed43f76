import { Refusal, refuseUnless } from '../errors.js';
import { id, text } from '../input.js';
import type { Duty } from '../people/participant.type.js';
import type { AccountInput, UpdateAccountInput } from './account.type.js';

/** A name as it is kept, however it was typed: 李勇@court is Unicode, and Ａｂｃ is abc. [N1] */
export const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** A name is made of letters, digits and `._@-`, so that it can be said, typed and be an e-mail address. [N1] */
export function accountName(given: string): string {
  const name = text('name', folded(given), { max: 64 });
  if (!isName(name)) throw new Refusal('INVALID_INPUT', { field: 'name', problem: 'notAName' });
  return name;
}

const isName = (name: string): boolean => /^[\p{L}\p{M}\p{N}._@-]{1,64}$/u.test(name);

/** What was tried as a name, for the audit trail: whatever can't be one may be a password in the wrong field. [N4] */
export const triedName = (given: string): string | null => {
  const name = folded(given);
  return isName(name) ? name : null;
};

/** Accounts have a name and a display name, and may be somebody among the persons. [N1] */
export const checkedAccount = ({ name, displayName, isAdministrator, personId }: AccountInput) => ({
  name: accountName(name),
  displayName: text('displayName', displayName, { max: 100 }),
  isAdministrator,
  personId: personId == null ? null : id('person', personId),
});

/** What changes; what is left out stays. Null takes the person away, and nothing else. [N1] */
export const checkedChange = ({ displayName, isAdministrator, personId }: UpdateAccountInput) => ({
  ...(displayName != null && { displayName: text('displayName', displayName, { max: 100 }) }),
  ...(isAdministrator != null && { isAdministrator }),
  ...(personId !== undefined && { personId: personId === null ? null : id('person', personId) }),
});

const SHORTEST = 12;
const LONGEST = 200;

/** A password as it is meant: keyboards spell the same letter in several ways. */
export const meant = (password: string): string => password.normalize('NFKC');

/**
 * Length is what makes a password strong; signs that must occur only make it hard to remember. It is not trimmed. The
 * name is the first that is tried. [N2]
 */
export function checkedPassword(field: string, given: string, name: string): string {
  const password = meant(given);
  const refuse = (problem: string, limit?: number): never => {
    throw new Refusal('INVALID_INPUT', limit === undefined ? { field, problem } : { field, problem, limit });
  };
  const { length } = [...password];
  if (length < SHORTEST) refuse('tooShort', SHORTEST);
  if (length > LONGEST) refuse('tooLong', LONGEST);
  if (folded(password) === name) refuse('sameAsName');
  return password;
}

const APPOINTABLE: readonly Duty[] = ['HOST', 'COMMENTER', 'RECORDER', 'TELLER'];

/** An account can be appointed to what is done for a meeting; whoever speaks, guides or attends is a participant. [N12] */
export function checkedDuty(duty: Duty): Duty {
  if (!APPOINTABLE.includes(duty)) throw new Refusal('INVALID_INPUT', { field: 'duty', problem: 'notHere' });
  return duty;
}

/** What the rule below looks at. */
interface Standing {
  id: string;
  isAdministrator: boolean;
  isSuspended: boolean;
}

/**
 * There is always an administrator who can sign in, and nobody takes that from themselves: so two who suspend each other
 * can't both succeed, and a slip of the hand locks nobody out. [N8]
 */
export function refuseLockout(account: Standing, becomes: Standing, others: number, actorId: string | null): void {
  const could = account.isAdministrator && !account.isSuspended;
  const can = becomes.isAdministrator && !becomes.isSuspended;
  if (!could || can) return;
  refuseUnless(account.id !== actorId, 'OWN_ACCOUNT');
  refuseUnless(others > 0, 'LAST_ADMINISTRATOR');
}
