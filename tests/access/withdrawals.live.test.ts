import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { perform } from '../support/builders.js';
import { CHANGED, ENDED, openPair, type Pair, type Place } from '../support/pair.js';
import type { TestServer } from '../support/server.js';

describe('sockets', () => {
  let pair: Pair;
  let here: TestServer;
  beforeAll(async () => {
    pair = await openPair();
    here = pair.here;
  });
  afterEach(() => pair.leave());
  afterAll(() => pair.stop());

  const anAccount = async (personId: string | null = null) => {
    const { createAccount } = await here.data(
      'mutation ($input: AccountInput!) { createAccount(input: $input) { account { id } } }',
      { input: { name: uuid(), displayName: 'Somebody', personId } },
    );
    return createAccount.account.id as string;
  };
  const appoint = (meetingId: string, accountId: string, duty: string) =>
    here.data('mutation ($m: ID!, $a: ID!, $d: Duty!) { appoint(meetingId: $m, accountId: $a, duty: $d) { duty } }', {
      m: meetingId,
      a: accountId,
      d: duty,
    });
  /** Someone is let in, then what let them in is taken away: they get nothing of it nor of what comes next, and the neighbours do. */
  interface Case {
    what: string;
    code: number;
    visibility?: string;
    /** Whether the meeting is to be opened first. */
    isOpened?: boolean;
    /** Lets somebody in; answers their token, and what takes it away. */
    enter(place: Place): Promise<{ token: string | null; withdraw: () => Promise<unknown> }>;
    /** Who goes on following: the neighbour, where not even those in the room may. */
    neighbour?: 'host';
  }

  const cases: Case[] = [
    {
      what: 'a session is ended by an administrator',
      code: ENDED,
      enter: async (place) => {
        const { token, sessionId } = await pair.asGuest(place);
        return { token, withdraw: () => here.data('mutation ($id: ID!) { endSession(id: $id) }', { id: sessionId }) };
      },
    },
    {
      what: 'its holder signs out',
      code: ENDED,
      enter: async (place) => {
        const { token } = await pair.asGuest(place);
        const as = { authorization: `Bearer ${token}` };
        return { token, withdraw: () => here.ask('mutation { signOut }', {}, 'en', as) };
      },
    },
    {
      what: 'an account is suspended',
      code: ENDED,
      enter: async ({ meetingId }) => {
        const accountId = await anAccount();
        await appoint(meetingId, accountId, 'HOST');
        const { token } = await pair.sessionOf({ accountId });
        const SUSPEND = 'mutation ($id: ID!) { suspendAccount(id: $id) { id } }';
        return { token, withdraw: () => here.data(SUSPEND, { id: accountId }) };
      },
    },
    {
      what: 'a participant loses a duty',
      code: CHANGED,
      enter: async (place) => {
        const { meetingId, guest } = place;
        const { token } = await pair.asGuest(place);
        const change = { participantId: guest.participantId, input: { duties: ['ATTENDEE'] } };
        return { token, withdraw: () => perform(here, 'updateParticipant', { meetingId, ...change }) };
      },
    },
    {
      what: 'a participant is removed',
      code: ENDED,
      enter: async (place) => {
        const { meetingId, guest } = place;
        const { token } = await pair.asGuest(place);
        const { participantId } = guest;
        return { token, withdraw: () => perform(here, 'removeParticipant', { meetingId, participantId }) };
      },
    },
    {
      what: 'a participant is removed who has come in with an account',
      code: CHANGED,
      enter: async ({ meetingId, guest: { personId, participantId } }) => {
        const { token } = await pair.sessionOf({ accountId: await anAccount(personId) });
        return { token, withdraw: () => perform(here, 'removeParticipant', { meetingId, participantId }) };
      },
    },
    {
      what: 'an account becomes a participant',
      code: CHANGED,
      visibility: 'PUBLIC',
      enter: async ({ meetingId }) => {
        const { id: organizationId } = await perform(here, 'createOrganization', { input: { name: 'Unit' } });
        const { id: personId } = await perform(here, 'createPerson', { input: { name: 'New', organizationId } });
        const { token } = await pair.sessionOf({ accountId: await anAccount(personId) });
        const input = { personId, duties: ['RECORDER'] };
        return { token, withdraw: () => perform(here, 'addParticipant', { meetingId, input }) };
      },
    },
    {
      what: 'an account is dismissed',
      code: CHANGED,
      enter: async ({ meetingId }) => {
        const accountId = await anAccount();
        await appoint(meetingId, accountId, 'RECORDER');
        const { token } = await pair.sessionOf({ accountId });
        const DISMISS = 'mutation ($m: ID!, $a: ID!) { dismiss(meetingId: $m, accountId: $a, duty: RECORDER) }';
        return { token, withdraw: () => here.data(DISMISS, { m: meetingId, a: accountId }) };
      },
    },
    {
      what: 'a display is revoked',
      code: ENDED,
      enter: async ({ meetingId }) => {
        const displayId = uuid();
        await here.sql(
          "INSERT INTO display VALUES ($1, $2, $3, now(), NULL, 'HALL', 'DARK', 6)",
          displayId,
          meetingId,
          'Hall',
        );
        const { token } = await pair.sessionOf({ displayId });
        const REVOKE = 'mutation ($m: ID!, $d: ID!) { revokeDisplay(meetingId: $m, displayId: $d) }';
        return { token, withdraw: () => here.data(REVOKE, { m: meetingId, d: displayId }) };
      },
    },
    {
      what: 'a slip is revoked',
      code: ENDED,
      enter: async (place) => {
        const names = { m: place.meetingId, p: place.guest.participantId };
        await here.data('mutation ($m: ID!, $p: [ID!]) { issueSlips(meetingId: $m, participantIds: $p) { code } }', {
          ...names,
          p: [names.p],
        });
        const { token } = await pair.asGuest(place);
        const REVOKE = 'mutation ($m: ID!, $p: ID!) { revokeSlip(meetingId: $m, participantId: $p) { id } }';
        return { token, withdraw: () => here.data(REVOKE, names) };
      },
    },
    {
      what: 'a PUBLIC meeting is taken back to DRAFT, and nobody has signed in',
      code: CHANGED,
      visibility: 'PUBLIC',
      neighbour: 'host',
      enter: async ({ meetingId }) => ({
        token: null,
        withdraw: () => perform(here, 'unscheduleMeeting', { meetingId }),
      }),
    },
    {
      what: 'the opening of a PRIVATE meeting is undone',
      code: CHANGED,
      visibility: 'PRIVATE',
      isOpened: true,
      neighbour: 'host',
      enter: async (place) => ({
        token: (await pair.asGuest(place)).token,
        withdraw: () => perform(here, 'undoLastStep', { meetingId: place.meetingId }),
      }),
    },
  ];

  it.each(cases)('[F7] get nothing further, and are closed, when $what', async (one) => {
    const place = await pair.aPlace(one.visibility);
    const { meetingId, host, neighbour } = place;
    if (one.isOpened) await perform(here, 'openMeeting', { meetingId });
    const { token, withdraw } = await one.enter(place);
    const staying = one.neighbour === 'host' ? host : neighbour.participantId;
    const beside = await pair.follow(meetingId, (await pair.sessionOf({ participantId: staying })).token);
    const affected = await pair.follow(meetingId, token);
    const { seq } = affected;
    await withdraw();
    const last = await pair.next(place);
    expect(await affected.closed).toBe(one.code);
    expect(affected.seq).toBe(seq);
    await beside.until(({ payload }) => payload?.data?.journal?.seq === last);
    await beside.until(({ payload }) => payload?.data?.board?.seq === last);
    expect(beside.isOpen).toBe(true);
    const heard = beside.received.flatMap(({ payload }) => payload?.data?.journal?.seq ?? []);
    expect(heard).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  });
});
