import { Refusal, type RefusalCode, type RefusalDetails } from '../errors.js';

/** The database backs the rules. Where a constraint speaks before a rule could, it is said in the rule's words. */
const refusals: Record<string, [RefusalCode, RefusalDetails?]> = {
  organization_parent_fk: ['NOT_FOUND', { what: 'organization' }],
  person_organization_fk: ['NOT_FOUND', { what: 'organization' }],
  meeting_organization_fk: ['NOT_FOUND', { what: 'organization' }],
  participant_person_fk: ['NOT_FOUND', { what: 'person' }],
  participant_person_once: ['DUPLICATE', { what: 'participant' }],
  statement_speaker_once: ['DUPLICATE', { what: 'statement' }],
  organization_not_own_parent: ['CYCLE'],
  receipt_pkey: ['KEY_REUSED'],
  account_name_once: ['DUPLICATE', { what: 'account' }],
  account_person_fk: ['NOT_FOUND', { what: 'person' }],
  appointment_meeting_fk: ['NOT_FOUND', { what: 'meeting' }],
  appointment_account_fk: ['NOT_FOUND', { what: 'account' }],
  display_meeting_fk: ['NOT_FOUND', { what: 'meeting' }],
};

interface DatabaseError {
  code?: string;
  constraint?: string;
  detail?: string;
  driverError?: DatabaseError;
}

/** The refusal that an error of the database stands for, or null: then it is not the user's doing. */
export function refusalOf(error: unknown): Refusal | null {
  const { code, constraint = '', detail = '' } = (error as DatabaseError).driverError ?? (error as DatabaseError);
  const known = refusals[constraint];
  if (!known) return null;
  // A foreign key speaks from both ends: the row it points to is missing (insert) or still pointed at (delete).
  const isDelete = code === '23503' && detail.includes('is still referenced');
  return isDelete ? new Refusal('IN_USE', known[1]) : new Refusal(...known);
}

/** Classes of PostgreSQL's codes, and codes of the network, that mean: no database to talk to. */
const away = /^(08|57P0|53300|55000|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH)/;

/** The same without a code: how pg says that a connection is gone, and TypeORM that its transaction went with it. */
const lost =
  /Connection terminated|timeout exceeded when trying to connect|not queryable|Query runner already released|Query read timeout/;

export function isUnavailable(error: unknown): boolean {
  const { code, message = '' } = ((error as { driverError?: object }).driverError ?? error) as {
    code?: string;
    message?: string;
  };
  return away.test(code ?? '') || lost.test(message);
}
