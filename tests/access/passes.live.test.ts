import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { ring } from '../../src/journal/doorbell.js';
import { perform } from '../support/builders.js';
import { CHANGED, ENDED, openPair, type Pair } from '../support/pair.js';
import { eventually } from '../support/process.js';
import { clientFrame, createReader, handshake } from '../support/rfc6455.js';
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

  it('[F7] are closed when a session expires, by itself and without any event', async () => {
    const place = await pair.aPlace();
    const { meetingId, neighbour } = place;
    const beside = await pair.follow(
      meetingId,
      (await pair.sessionOf({ participantId: neighbour.participantId })).token,
    );
    const affected = await pair.follow(
      meetingId,
      (await pair.sessionOf({ participantId: place.guest.participantId }, 3)).token,
    );
    const { seq } = affected;
    expect(await affected.closed).toBe(ENDED);
    const last = await pair.next(place);
    await beside.until(({ payload }) => payload?.data?.journal?.seq === last);
    expect(affected.seq).toBe(seq);
  });

  it('[F7] are closed when a meeting is deleted with what was paired with it', async () => {
    const place = await pair.aPlace();
    const { meetingId } = place;
    const displayId = uuid();
    await here.sql(
      "INSERT INTO display VALUES ($1, $2, $3, now(), NULL, 'HALL', 'DARK', 6)",
      displayId,
      meetingId,
      'Hall',
    );
    const affected = await pair.follow(meetingId, (await pair.sessionOf({ displayId })).token);
    affected.send({ id: 'board', type: 'complete' });
    affected.send({ id: 'journal', type: 'complete' });
    await perform(here, 'unscheduleMeeting', { meetingId });
    await perform(here, 'deleteMeeting', { meetingId });
    expect([ENDED, CHANGED]).toContain(await affected.closed);
  });

  it('[F7] get nothing of what was being read for them when it was withdrawn', async () => {
    const place = await pair.aPlace();
    const { meetingId, neighbour } = place;
    const { token, sessionId } = await pair.asGuest(place);
    const beside = await pair.follow(
      meetingId,
      (await pair.sessionOf({ participantId: neighbour.participantId })).token,
    );
    const affected = await pair.follow(meetingId, token);
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
      const WAITING = `SELECT count(*)::int AS count FROM pg_locks WHERE relation = 'requirement'::regclass AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
      await eventually(
        () => here.sql(WAITING),
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
    const { meetingId, host } = await pair.aPlace();
    const { token, sessionId } = await pair.sessionOf({ participantId: host });
    const { hostname, port, host: name } = new URL(pair.there.url);
    const tcp = connect(Number(port), hostname);
    await once(tcp, 'connect');
    const read = createReader();
    const frames: any[] = [];
    const arrived = (type: string) =>
      eventually(
        async () => frames,
        () => frames.some((frame) => frame.type === type),
      );
    tcp.on('error', () => {});
    tcp.on('data', (chunk) => void frames.push(...read(chunk)));
    const say = (message: object) => tcp.write(clientFrame('text', JSON.stringify(message)));
    const command = (id: string, heading: string) => {
      const query = `mutation ($m: ID!, $h: String!) { addRequirement(meetingId: $m, input: { heading: $h }) { seq } }`;
      say({ id, type: 'subscribe', payload: { query, variables: { m: meetingId, h: heading } } });
    };
    const headings = async (): Promise<string[]> =>
      (await here.sql('SELECT heading FROM requirement WHERE meeting_id = $1', meetingId)).map(
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
        await here.sql(
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
    const { meetingId, guest } = await pair.aPlace();
    const { token } = await pair.sessionOf({ participantId: guest.participantId });
    const follower = await pair.follow(meetingId, null, `rostrum=${token}`);
    follower.ask('viewer', '{ viewer { participantId } }');
    const { payload } = await follower.until(({ id }) => id === 'viewer');
    expect(payload.data.viewer.participantId).toBe(guest.participantId);
    follower.ask('renew', 'mutation { renewSession { token } }');
    const told = await follower.until(({ id }) => id === 'renew');
    expect(told.payload).toMatchObject({ data: null, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});
