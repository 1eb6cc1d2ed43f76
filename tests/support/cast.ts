import { openSession } from '../../src/access/session.store.js';
import { perform } from './builders.js';
import { ADMINISTRATOR } from './credentials.js';
import type { TestServer } from './server.js';
import { aStage, type Stage } from './stage.js';

/** Who a test plays: by what they are, at the meeting "here"; at the meeting "there" they are nobody. */
export const parts = [
  'administrator',
  'account',
  'appointed HOST',
  'appointed RECORDER',
  'appointed COMMENTER',
  'appointed TELLER',
  'account of a SPEAKER',
  'HOST',
  'RECORDER',
  'COMMENTER',
  'SPEAKER',
  'TELLER',
  'GUEST',
  'ATTENDEE',
  'display',
  'public',
] as const;
export type Part = (typeof parts)[number];

export interface Actor {
  part: Part;
  /** Whom their sessions are of; null: nobody signs in. */
  holder: Parameters<typeof openSession>[1] | null;
  participantId: string | null;
}

export interface Cast {
  here: Stage;
  there: Stage;
  actors: Actor[];
  /** A new session's token. */
  tokenOf(actor: Actor): Promise<string | null>;
}

const duties = ['HOST', 'RECORDER', 'COMMENTER', 'TELLER'] as const;

/** Two meetings of the ROOM that are LIVE, with everything in them that not everybody may see, and one of each kind of visitor. */
export async function aCast(server: TestServer): Promise<Cast> {
  const { manager } = server.services.database;
  const here = await aStage(server, 'here');
  const there = await aStage(server, 'there');
  const accounts = new Map<string, string>();
  for (const [part, name] of parts.slice(1, 7).map((one) => [one, one.toLowerCase().replaceAll(' ', '-')] as const)) {
    const personId = part === 'account of a SPEAKER' ? here.persons.linked : null;
    const { createAccount } = await server.data(
      'mutation ($input: AccountInput!) { createAccount(input: $input) { account { id } } }',
      { input: { name, displayName: `${part} ⟨account ${part}⟩`, personId } },
    );
    accounts.set(part, createAccount.account.id);
  }
  for (const duty of duties) {
    await server.data(
      `mutation ($meetingId: ID!, $accountId: ID!, $duty: Duty!) {
         appoint(meetingId: $meetingId, accountId: $accountId, duty: $duty) { duty } }`,
      { meetingId: here.meetingId, accountId: accounts.get(`appointed ${duty}`), duty },
    );
  }
  const holderOf = (part: Part): Actor['holder'] => {
    if (part === 'administrator') return { accountId: ADMINISTRATOR };
    if (part === 'display') return { displayId: here.displayId };
    if (part === 'public') return null;
    const accountId = accounts.get(part);
    return accountId ? { accountId } : { participantId: here.participants[part.toLowerCase()]! };
  };
  const actors = parts.map((part) => ({
    part,
    holder: holderOf(part),
    participantId:
      part === 'account of a SPEAKER' ? here.participants.linked! : (here.participants[part.toLowerCase()] ?? null),
  }));
  const tokenOf = async ({ holder }: Actor) =>
    holder && (await openSession(manager, holder, { seconds: 3600, address: '', userAgent: '' })).token;
  return { here, there, actors, tokenOf };
}

/** A command in an actor's name. */
export async function performAs(server: TestServer, token: string, name: string, args: object): Promise<any> {
  const as = { authorization: `Bearer ${token}` };
  const ask: TestServer['ask'] = (document, variables, language) => server.ask(document, variables, language, as);
  return perform({ ...server, ask }, name, args);
}
