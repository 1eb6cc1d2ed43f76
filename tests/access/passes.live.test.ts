import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { openSession } from '../../src/access/session.store.js';
import { ring } from '../../src/journal/doorbell.js';
import { aDraft, perform } from '../support/builders.js';
import { Follower } from '../support/follower.js';
import { eventually } from '../support/process.js';
import { clientFrame, createReader, handshake, readHandshake } from '../support/rfc6455.js';
import { startServer, type TestServer } from '../support/server.js';

const ENDED = 4401;
const CHANGED = 4403;

/** What is done on the one server happens to sockets of the other. */
describe('sockets', () => {
  let here: TestServer;
  let there: TestServer;
  const followers: Follower[] = [];
  beforeAll(async () => {
    here = await startServer();
    there = await startServer({ DATABASE_URL: here.databaseUrl });
  });
  afterEach(() => {
    for (const follower of followers.splice(0)) follower.close();
  });
  afterAll(async () => {
    await there.stop();
    await here.stop();
  });

  const sql = (text: string, ...values: unknown[]) => here.services.database.query(text, values);
  const sessionOf = (holder: Parameters<typeof openSession>[1], seconds = 3600) =>
    openSession(here.services.database.manager, holder, { seconds, address: '', userAgent: '' });
  const follow = async (meetingId: string, token: string | null, cookie?: string) => {
    const follower = await Follower.open(there.url, meetingId, token, cookie);
    followers.push(follower);
    return follower;
  };

  interface Place {
    meetingId: string;
    host: string;
    /** Two participants, with their persons. */
    guest: { participantId: string; personId: string };
    neighbour: { participantId: string; personId: string };
  }

  const aPlace = async (visibility = 'ROOM'): Promise<Place> => {
    const { meetingId, organizationId, chair, speakers } = await aDraft(here, { speakers: 1, visibility });
    const join = async (name: string) => {
      const { id: personId } = await perform(here, 'createPerson', { input: { name, organizationId } });
      const input = { personId, duties: ['GUEST'] };
      return { personId, participantId: (await perform(here, 'addParticipant', { meetingId, input })).subjectId };
    };
    const [guest, neighbour] = [await join('Guest'), await join('Neighbour')];
    const input = { kind: 'STATEMENT', title: 'Statement', speakerId: speakers[0] };
    await perform(here, 'addItem', { meetingId, input });
    await perform(here, 'scheduleMeeting', { meetingId });
    return { meetingId, host: chair, guest, neighbour };
  };
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
  const next = async ({ meetingId }: Place): Promise<number> =>
    (await perform(here, 'addRequirement', { meetingId, input: { heading: 'next' } })).seq;

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

  const asGuest = async ({ guest }: Place) => sessionOf({ participantId: guest.participantId });
  const cases: Case[] = [
    {
      what: 'a session is ended by an administrator',
      code: ENDED,
      enter: async (place) => {
        const { token, sessionId } = await asGuest(place);
        return { token, withdraw: () => here.data('mutation ($id: ID!) { endSession(id: $id) }', { id: sessionId }) };
      },
    },
    {
      what: 'its holder signs out',
      code: ENDED,
      enter: async (place) => {
        const { token } = await asGuest(place);
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
        const { token } = await sessionOf({ accountId });
        const SUSPEND = 'mutation ($id: ID!) { suspendAccount(id: $id) { id } }';
        return { token, withdraw: () => here.data(SUSPEND, { id: accountId }) };
      },
    },
    {
      what: 'a participant loses a duty',
      code: CHANGED,
      enter: async (place) => {
        const { meetingId, guest } = place;
        const { token } = await asGuest(place);
        const change = { participantId: guest.participantId, input: { duties: ['ATTENDEE'] } };
        return { token, withdraw: () => perform(here, 'updateParticipant', { meetingId, ...change }) };
      },
    },
    {
      what: 'a participant is removed',
      code: ENDED,
      enter: async (place) => {
        const { meetingId, guest } = place;
        const { token } = await asGuest(place);
        const { participantId } = guest;
        return { token, withdraw: () => perform(here, 'removeParticipant', { meetingId, participantId }) };
      },
    },
    {
      what: 'a participant is removed who has come in with an account',
      code: CHANGED,
      enter: async ({ meetingId, guest: { personId, participantId } }) => {
        const { token } = await sessionOf({ accountId: await anAccount(personId) });
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
        const { token } = await sessionOf({ accountId: await anAccount(personId) });
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
        const { token } = await sessionOf({ accountId });
        const DISMISS = 'mutation ($m: ID!, $a: ID!) { dismiss(meetingId: $m, accountId: $a, duty: RECORDER) }';
        return { token, withdraw: () => here.data(DISMISS, { m: meetingId, a: accountId }) };
      },
    },
    {
      what: 'a display is revoked',
      code: ENDED,
      enter: async ({ meetingId }) => {
        const displayId = uuid();
        await sql(
          "INSERT INTO display VALUES ($1, $2, $3, now(), NULL, 'HALL', 'DARK', 6)",
          displayId,
          meetingId,
          'Hall',
        );
        const { token } = await sessionOf({ displayId });
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
        const { token } = await asGuest(place);
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
        token: (await asGuest(place)).token,
        withdraw: () => perform(here, 'undoLastStep', { meetingId: place.meetingId }),
      }),
    },
  ];

  it.each(cases)('[F7] get nothing further, and are closed, when $what', async (one) => {
    const place = await aPlace(one.visibility);
    const { meetingId, host, neighbour } = place;
    if (one.isOpened) await perform(here, 'openMeeting', { meetingId });
    const { token, withdraw } = await one.enter(place);
    const staying = one.neighbour === 'host' ? host : neighbour.participantId;
    const beside = await follow(meetingId, (await sessionOf({ participantId: staying })).token);
    const affected = await follow(meetingId, token);
    const { seq } = affected;
    await withdraw();
    const last = await next(place);
    expect(await affected.closed).toBe(one.code);
    expect(affected.seq).toBe(seq);
    await beside.until(({ payload }) => payload?.data?.journal?.seq === last);
    await beside.until(({ payload }) => payload?.data?.board?.seq === last);
    expect(beside.isOpen).toBe(true);
    const heard = beside.received.flatMap(({ payload }) => payload?.data?.journal?.seq ?? []);
    expect(heard).toEqual(Array.from({ length: last }, (_, index) => index + 1));
  });

  it('[F7] are closed when a session expires, by itself and without any event', async () => {
    const place = await aPlace();
    const { meetingId, neighbour } = place;
    const beside = await follow(meetingId, (await sessionOf({ participantId: neighbour.participantId })).token);
    const affected = await follow(meetingId, (await sessionOf({ participantId: place.guest.participantId }, 3)).token);
    const { seq } = affected;
    expect(await affected.closed).toBe(ENDED);
    const last = await next(place);
    await beside.until(({ payload }) => payload?.data?.journal?.seq === last);
    expect(affected.seq).toBe(seq);
  });

  it('[F7] are closed when a meeting is deleted with what was paired with it', async () => {
    const place = await aPlace();
    const { meetingId } = place;
    const displayId = uuid();
    await sql("INSERT INTO display VALUES ($1, $2, $3, now(), NULL, 'HALL', 'DARK', 6)", displayId, meetingId, 'Hall');
    const affected = await follow(meetingId, (await sessionOf({ displayId })).token);
    affected.send({ id: 'board', type: 'complete' });
    affected.send({ id: 'journal', type: 'complete' });
    await perform(here, 'unscheduleMeeting', { meetingId });
    await perform(here, 'deleteMeeting', { meetingId });
    expect([ENDED, CHANGED]).toContain(await affected.closed);
  });

  it('[F7] get nothing of what was being read for them when it was withdrawn', async () => {
    const place = await aPlace();
    const { meetingId, neighbour } = place;
    const { token, sessionId } = await asGuest(place);
    const beside = await follow(meetingId, (await sessionOf({ participantId: neighbour.participantId })).token);
    const affected = await follow(meetingId, token);
    const client = new pg.Client({ connectionString: here.databaseUrl });
    await client.connect();
    const step = `WITH stepped AS (UPDATE meeting SET seq = seq + 1 WHERE id = $1 RETURNING seq)
      INSERT INTO journal_entry (meeting_id, seq, type, at, refs, before)
      SELECT $1, seq, 'PeopleUpdated', now(), '{}', '[]' FROM stepped RETURNING seq`;
    try {
      // The board of a step can't be read yet …
      await client.query('BEGIN; LOCK TABLE requirement IN ACCESS EXCLUSIVE MODE');
      await here.services.database.transaction(async (manager) => {
        const [{ seq }] = await manager.query(step, [meetingId]);
        ring(manager, { meetingId, seq, at: Date.now() });
      });
      const WAITING = `SELECT count(*)::int AS count FROM pg_locks WHERE relation = 'requirement'::regclass AND NOT granted`;
      await eventually(
        () => sql(WAITING),
        ([{ count }]) => count > 0,
      );
      // … and when it can, there is something else in it, and somebody less who may see it.
      await client.query(`UPDATE meeting SET title = 'what only the others may see' WHERE id = $1`, [meetingId]);
      await client.query(step, [meetingId]);
      await client.query(
        'UPDATE session SET ended_at = clock_timestamp(), changed_at = clock_timestamp() WHERE id = $1',
        [sessionId],
      );
      await client.query('COMMIT');
    } finally {
      await client.end();
    }
    await beside.until(({ payload }) => payload?.data?.board?.title === 'what only the others may see');
    expect(await affected.closed).toBe(ENDED);
    expect(JSON.stringify(affected.received)).not.toContain('what only the others');
  });

  it('[F6] [F7] do nothing more for a client that ignores the close and goes on sending', async () => {
    const { meetingId, host } = await aPlace();
    const { token, sessionId } = await sessionOf({ participantId: host });
    const { hostname, port, host: name } = new URL(there.url);
    const tcp = connect(Number(port), hostname);
    await once(tcp, 'connect');
    const read = createReader();
    let head: Buffer | null = Buffer.alloc(0);
    const frames: any[] = [];
    const arrived = (type: string) =>
      eventually(
        async () => frames,
        () => frames.some((frame) => frame.type === type),
      );
    tcp.on('error', () => {});
    tcp.on('data', (chunk) => {
      if (head === null) return void frames.push(...read(chunk));
      head = Buffer.concat([head, chunk]);
      const rest = readHandshake(head);
      if (rest === null) return;
      head = null;
      frames.push(...read(rest));
    });
    const say = (message: object) => tcp.write(clientFrame('text', JSON.stringify(message)));
    const command = (id: string, heading: string) => {
      const query = `mutation ($m: ID!, $h: String!) { addRequirement(meetingId: $m, input: { heading: $h }) { seq } }`;
      say({ id, type: 'subscribe', payload: { query, variables: { m: meetingId, h: heading } } });
    };
    const headings = async (): Promise<string[]> =>
      (await sql('SELECT heading FROM requirement WHERE meeting_id = $1', meetingId)).map(
        (row: { heading: string }) => row.heading,
      );
    tcp.write(handshake(name));
    say({ type: 'connection_init', payload: { token } });
    await arrived('text');
    command('1', 'while they may');
    await eventually(headings, (found) => found.includes('while they may'));
    await here.data('mutation ($id: ID!) { endSession(id: $id) }', { id: sessionId });
    await arrived('close');
    expect(frames.find(({ type }) => type === 'close')).toMatchObject({ code: ENDED, reason: 'Session ended' });
    const done = async () =>
      (
        await sql(
          `SELECT count(*)::int AS count FROM audit_entry WHERE session_id = $1 AND outcome = 'DONE' AND action = 'addRequirement'`,
          sessionId,
        )
      )[0].count;
    for (const id of ['2', '3', '4']) command(id, 'afterwards');
    tcp.end(clientFrame('close', Buffer.from([0x03, 0xe8])));
    await once(tcp, 'close');
    // A command of somebody else's goes through after them.
    await perform(here, 'addRequirement', { meetingId, input: { heading: 'the last' } });
    expect(await headings()).toEqual(['while they may', 'the last']);
    expect(await done()).toBe(1);
  });

  it('[N7] a socket that a cookie has opened is told no token either', async () => {
    const { meetingId, guest } = await aPlace();
    const { token } = await sessionOf({ participantId: guest.participantId });
    const follower = await follow(meetingId, null, `rostrum=${token}`);
    follower.ask('viewer', '{ viewer { participantId } }');
    const { payload } = await follower.until(({ id }) => id === 'viewer');
    expect(payload.data.viewer.participantId).toBe(guest.participantId);
    follower.ask('renew', 'mutation { renewSession { token } }');
    const told = await follower.until(({ id }) => id === 'renew');
    expect(told.payload).toMatchObject({ data: null, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});
