import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '@redis/client';
import pg from 'pg';
import { readConfig } from '../../src/config.js';
import { channel, readRing, ring } from '../../src/journal/doorbell.js';
import { aDraft, attempt, idsOf, perform } from '../support/builders.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { eventually, post, type ServerProcess, spawnServer } from '../support/process.js';
import { type Redis, redisServer, startRedis } from '../support/redis.js';
import { startServer } from '../support/server.js';
import { openSocket, type Queue } from '../support/socket.js';

const FIRST = 'query { meetings(first: 1) { edges { node { id seq epoch } } } }';
const FOLLOW =
  'subscription ($id: ID!, $after: Int, $epoch: ID) { journal(meetingId: $id, after: $after, epoch: $epoch) { seq } }';
const ADD = `mutation ($id: ID!, $heading: String!) {
  done: addRequirement(meetingId: $id, input: { heading: $heading }) { seq } }`;

/** What is rung in Redis, as any other server would hear it: meeting and seq. */
async function overhear(url: string) {
  const rung: string[] = [];
  const client = createClient({ url }).on('error', () => undefined);
  await client.connect();
  await client.subscribe(channel, (payload) => void rung.push(payload.split(':', 2).join(':')));
  return { rung, close: () => client.destroy() };
}

/** How many servers listen in Redis. */
async function listeners(url: string): Promise<number> {
  const client = createClient({ url, socket: { reconnectStrategy: false } }).on('error', () => undefined);
  await client.connect();
  const { [channel]: count } = await client.pubSubNumSub([channel]);
  client.destroy();
  return count ?? 0;
}

(redisServer ? describe : describe.skip)(
  `Redis as the doorbell${redisServer ? '' : ' (skipped: no redis-server here)'}`,
  () => {
    let redis: Redis;
    let database: TestDatabase;
    const servers: ServerProcess[] = [];
    const spawnOne = async () => {
      const server = await spawnServer({ DATABASE_URL: database.url, REDIS_URL: redis.url });
      servers.push(server);
      return server;
    };
    beforeAll(async () => {
      redis = await startRedis();
      database = await cloneDatabase();
      for (const _ of [1, 2]) await spawnOne();
    });
    afterAll(async () => {
      await Promise.all(servers.map((server) => server.end('SIGTERM')));
      await redis.kill();
      await database.drop();
    });

    const meeting = async () => (await post(servers[0]!.url, FIRST)).data.meetings.edges[0].node;
    const add = async (server: ServerProcess, id: string, heading: string): Promise<number> =>
      (await post(server.url, ADD, { id, heading })).data.done.seq;
    const seqs = (seen: Awaited<ReturnType<Queue<any>['until']>>) => seen.map(({ data }) => data.journal.seq);

    it('[L9] rings what is done through one server at the other, and PostgreSQL’s doorbell stays silent', async () => {
      const { id, seq, epoch } = await meeting();
      const notified: unknown[] = [];
      const listener = new pg.Client({ connectionString: database.url });
      await listener.connect();
      listener.on('notification', (notification) => void notified.push(notification));
      await listener.query(`LISTEN ${channel}`);
      const redisEar = await overhear(redis.url);
      await eventually(
        () => listeners(redis.url),
        (count) => count === 3,
      );
      const socket = openSocket(servers[1]!.url);
      const entries = socket.subscribe(FOLLOW, { id, after: seq, epoch });
      for (const n of [1, 2, 3]) expect(await add(servers[0]!, id, `cross ${n}`)).toBe(seq + n);
      expect(seqs(await entries.until(({ data }) => data.journal.seq === seq + 3))).toEqual([
        seq + 1,
        seq + 2,
        seq + 3,
      ]);
      await eventually(
        async () => redisEar.rung.length,
        (count) => count === 3,
      );
      expect(redisEar.rung).toEqual([1, 2, 3].map((n) => `${id}:${seq + n}`));
      // Whatever had been notified would have come before this answer.
      await listener.query('SELECT 1');
      expect(notified).toEqual([]);
      await listener.end();
      redisEar.close();
      await socket.close();
    });

    it('[L9] loses nothing when Redis is killed, also in a server that starts without it, and rings again when it is back', async () => {
      const { id, seq, epoch } = await meeting();
      const sockets = servers.map(({ url }) => openSocket(url));
      const following = sockets.map((socket) => socket.subscribe(FOLLOW, { id, after: seq, epoch }));
      await add(servers[0]!, id, 'before');
      await redis.kill();
      const late = await spawnOne();
      sockets.push(openSocket(late.url));
      following.push(sockets.at(-1)!.subscribe(FOLLOW, { id, after: seq, epoch }));
      await add(servers[0]!, id, 'without');
      await add(late, id, 'without, too');
      for (const entries of following) {
        expect(seqs(await entries.until(({ data }) => data.journal.seq === seq + 3))).toEqual([
          seq + 1,
          seq + 2,
          seq + 3,
        ]);
      }
      await redis.start();
      await eventually(
        () => listeners(redis.url),
        (count) => count === 3,
      );
      const redisEar = await overhear(redis.url);
      // The publishing connections come back each in its own time.
      const added: number[] = [];
      const rungAgain = async () => {
        added.push(await add(servers[1]!, id, 'again'));
        return added.findLast((one) => redisEar.rung.includes(`${id}:${one}`)) ?? null;
      };
      const last = (await eventually(rungAgain, (done) => done !== null))!;
      for (const entries of following) {
        const seen = seqs(await entries.until(({ data }) => data.journal.seq >= last));
        expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seq + 4 + index));
      }
      redisEar.close();
      await Promise.all(sockets.map((socket) => socket.close()));
      for (const server of servers) expect(server.child.exitCode).toBeNull();
    });

    it('[L9] rings nothing that is rolled back, and only once what is committed', async () => {
      const server = await startServer({ REDIS_URL: redis.url });
      const redisEar = await overhear(redis.url);
      const { meetingId } = await aDraft(server, { speakers: 0 });
      const { seq: before } = await idsOf(server, meetingId);
      await eventually(async () => redisEar.rung.includes(`${meetingId}:${before}`), Boolean);
      redisEar.rung.length = 0;
      const { database: own } = server.services;
      expect((await attempt(server, 'openMeeting', { meetingId })).code).toBe('WRONG_STATUS');
      const failing = own.transaction(async (manager) => {
        ring(manager, { meetingId, seq: 77 });
        await manager.transaction(async () => undefined);
        throw new Error('taken back');
      });
      await expect(failing).rejects.toThrow('taken back');
      const { seq } = await perform(server, 'addRequirement', { meetingId, input: { heading: 'x' } });
      await perform(server, 'deleteMeeting', { meetingId });
      const mine = () => redisEar.rung.filter((rung) => rung.startsWith(meetingId));
      await eventually(
        async () => mine().length,
        (count) => count >= 2,
      );
      expect(mine()).toEqual([`${meetingId}:${seq}`, `${meetingId}:`]);
      redisEar.close();
      await server.stop();
    });
  },
);

describe('the address of a Redis server', () => {
  it.each(['localhost:6379', 'http://localhost', 'redis://', 'redis://a b'])(
    '[L9] is refused by its name: %s',
    (text) => {
      expect(() => readConfig({ REDIS_URL: text })).toThrow(/^REDIS_URL=.*must be an address that begins with redis:/);
    },
  );

  it('[L9] may be left out, or have a password and TLS', () => {
    for (const text of ['', 'redis://127.0.0.1:6379', 'rediss://:secret@redis.example:6380/1']) {
      expect(readConfig({ REDIS_URL: text }).REDIS_URL).toBe(text);
    }
  });
});

describe('a ring', () => {
  it('[L9] is ids and numbers; what is no number asks for the table', () => {
    expect(readRing('m:12')).toEqual({ meetingId: 'm', seq: 12 });
    expect(readRing('m:12:00-4bf9-00f0-01')).toEqual({ meetingId: 'm', seq: 12, trace: '00-4bf9-00f0-01' });
    for (const said of ['m', 'm:', 'm:x', 'm:-1', 'm:1.5', 'm:1e9']) {
      expect(readRing(said)).toEqual({ meetingId: 'm', seq: null });
    }
  });
});
