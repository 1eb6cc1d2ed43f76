import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createClock } from '../../src/journal/clock.js';
import { createNotifyDoorbell } from '../../src/journal/doorbell.notify.js';
import { createFollow, type Follow, type Watch } from '../../src/journal/follow.js';
import { aDraft, perform, UNKNOWN } from '../support/builders.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { hearing } from '../support/statements.js';

/** Waits until the watch is where it should be; the test's own patience ends it. */
async function reaches(watch: Watch, isThere: (at: Watch['at']) => boolean): Promise<Watch['at']> {
  while (true) {
    const { times, at } = watch;
    if (isThere(at)) return at;
    await watch.heardSince(times);
  }
}

describe('following a meeting', () => {
  let server: TestServer;
  let follow: Follow;
  let meetingId: string;
  let statements: string[] = [];
  let complaints: string[];
  const falseRing = (ring: string) => server.sql("SELECT pg_notify('rostrum_journal', $1)", ring);
  const table = async () =>
    (await server.sql('SELECT epoch, seq FROM meeting WHERE id = $1', meetingId))[0] as { epoch: string; seq: number };

  beforeAll(async () => {
    server = await startServer(
      {},
      hearing((sql) => void statements.push(sql)),
    );
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    statements = [];
    complaints = [];
    ({ meetingId } = await aDraft(server, { speakers: 0 }));
    const { database } = server.services;
    const report = (message: string) => void complaints.push(message);
    const doorbell = createNotifyDoorbell({ url: server.databaseUrl, database, report });
    follow = createFollow({ doorbell, database, clock: createClock(), report, pollEvery: 100 });
  });
  afterEach(() => follow.stop());

  it('[L2] hears what is written, with its epoch', async () => {
    const watch = await follow.watch(meetingId.toUpperCase());
    expect(watch.at).toEqual(await table());
    const { seq } = await perform(server, 'addRequirement', { meetingId, input: { heading: 'x' } });
    expect(await reaches(watch, (at) => at?.seq === seq)).toEqual(await table());
    watch.close();
    expect(follow.size).toBe(0);
  });

  it.each(['999', '', 'garbage'])('[L9] a false ring, "%s", is put right by the table', async (said) => {
    const watch = await follow.watch(meetingId);
    const { at } = watch;
    let isBelieved = said !== '999';
    const believed = isBelieved ? at : reaches(watch, (now) => now?.seq === 999).then(() => (isBelieved = true));
    // The doorbell may not listen yet.
    const ringing = async () => {
      await falseRing(`${meetingId}:${said}:00-trace-01`);
      await falseRing('garbage');
      return isBelieved;
    };
    await eventually(ringing, Boolean);
    await believed;
    expect(await reaches(watch, (now) => now?.seq === at?.seq)).toEqual(at);
    const { seq } = await perform(server, 'addRequirement', { meetingId, input: { heading: 'x' } });
    await reaches(watch, (now) => now?.seq === seq);
    expect(complaints).toEqual([]);
  });

  it('[L8] follows the table down and into another epoch, without a ring', async () => {
    const watch = await follow.watch(meetingId);
    await server.sql('UPDATE meeting SET seq = 1 WHERE id = $1', meetingId);
    await reaches(watch, (at) => at?.seq === 1);
    await server.sql('UPDATE meeting SET epoch = gen_random_uuid() WHERE id = $1', meetingId);
    const { epoch } = await table();
    await reaches(watch, (at) => at?.epoch === epoch);
  });

  it('[L4] says that a meeting is deleted', async () => {
    const watch = await follow.watch(meetingId);
    await perform(server, 'deleteMeeting', { meetingId });
    expect(await reaches(watch, (at) => at === null)).toBeNull();
    await expect(follow.watch(meetingId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await follow.position(meetingId)).toBeNull();
  });

  it('[L3] answers a thousand who ask at once with a few statements, and each with the truth', async () => {
    statements = [];
    const asked = Array.from({ length: 1000 }, (_, n) => follow.position([meetingId, UNKNOWN, 'garbage'][n % 3]!));
    const first = asked.shift()!;
    const here = { ...(await table()), isOver: false, status: 'DRAFT', visibility: 'ROOM' };
    expect(await first).toEqual(here);
    expect(await Promise.all(asked)).toEqual(asked.map((_, n) => [null, null, here][n % 3]));
    const many = statements.filter((query) => query.includes('FROM meeting WHERE id = ANY'));
    // The slow poll may have asked as well, once for each tenth of a second.
    expect(many.length).toBeLessThan(100);
  });

  it('[L2] tells watchers what somebody else has asked', async () => {
    const watch = await follow.watch(meetingId);
    await server.sql('UPDATE meeting SET seq = seq + 1 WHERE id = $1', meetingId);
    const position = await follow.position(meetingId);
    expect(position).toEqual({ ...watch.at, isOver: false, status: 'DRAFT', visibility: 'ROOM' });
  });
});
