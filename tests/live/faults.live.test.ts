import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, cloneDatabase, type TestDatabase } from '../support/database.js';
import { eventually, post, type ServerProcess, spawnServer } from '../support/process.js';
import { openSocket } from '../support/socket.js';

const MEETING = `query { meetings(first: 1) { edges { node { id seq status currentItem { id }
  agenda { id kind status statement { id phase turns { id number startedAt endedAt elapsedMilliseconds } } } } } } }`;

const meetingOf = async (url: string) => (await post(url, MEETING)).data.meetings.edges[0].node;

const COMMAND = (name: string, types = '', given = '') =>
  `mutation ($id: ID!, $expectedSeq: Int, $key: String${types}) {
    done: ${name}(meetingId: $id, expectedSeq: $expectedSeq, idempotencyKey: $key${given}) { seq at } }`;
const OPEN = COMMAND('openMeeting');
const CALL = COMMAND('callItem', ', $itemId: ID!', ', itemId: $itemId');
const ADD = COMMAND('addRequirement', ', $input: RequirementInput!', ', input: $input');

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const FOLLOW = 'subscription ($id: ID!, $after: Int) { journal(meetingId: $id, after: $after) { seq } }';

describe('a server that is killed', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-live-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('[X2] goes on with the same turn and the right time after kill -9 in mid-turn, and stops cleanly on Ctrl-C', async () => {
    const first = await spawnServer({ DATA_DIR: folder });
    const { id, agenda } = await meetingOf(first.url);
    await post(first.url, OPEN, { id });
    const itemId = agenda.find(({ kind }: { kind: string }) => kind === 'STATEMENT').id;
    const called = await post(first.url, CALL, { id, itemId });
    await first.end('SIGKILL');

    const second = await spawnServer({ DATA_DIR: folder });
    const after = await meetingOf(second.url);
    expect(after).toMatchObject({ id, status: 'LIVE', seq: called.data.done.seq, currentItem: { id: itemId } });
    const { statement } = after.agenda.find((item: { id: string }) => item.id === itemId);
    expect(statement).toMatchObject({
      phase: 'STATEMENT',
      turns: [{ number: 1, startedAt: called.data.done.at, endedAt: null }],
    });
    const { serverTime } = (await post(second.url, '{ serverTime }')).data;
    const elapsed = Date.parse(serverTime) - Date.parse(called.data.done.at);
    expect(Math.abs(statement.turns[0].elapsedMilliseconds - elapsed)).toBeLessThan(2000);
    expect(statement.turns[0].elapsedMilliseconds).toBeGreaterThan(0);
    // Ctrl-C may come twice at once: from the terminal, and passed on by npm.
    second.child.kill('SIGINT');
    expect(await second.end('SIGINT')).toBe(0);
    expect(second.output()).toContain('stopped');
  });
});

describe('a start that comes to nothing', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-live-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** The postmaster's lock file is there as long as it runs. */
  const isRunning = () => existsSync(join(folder, 'postgres', 'postmaster.pid'));

  it('[D13] leaves no database running when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const failed = spawnServer({ DATA_DIR: folder, PORT: String(port) });
    await expect(failed).rejects.toThrow(/ended with 1: [\s\S]*EADDRINUSE/);
    expect(existsSync(join(folder, 'postgres'))).toBe(true);
    expect(isRunning()).toBe(false);
    other.close();
  });

  it('[D13] leaves no database running when it is told to stop on the way', async () => {
    const server = spawn(process.execPath, ['dist/src/main.js'], {
      env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0' },
      stdio: 'ignore',
    });
    await eventually(async () => isRunning(), Boolean);
    server.kill('SIGTERM');
    expect((await once(server, 'exit'))[0]).toBe(0);
    expect(isRunning()).toBe(false);
  });
});

describe('a database that goes away and comes back', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-live-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Ends PostgreSQL as an administrator would, or as a crash does; the pid file's first line is the postmaster's. */
  const endDatabase = async (signal: NodeJS.Signals) => {
    const pid = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, signal);
    await eventually(
      async () => isAlive(pid),
      (alive) => !alive,
    );
  };

  it('[D12] the server lives on, starts its own database again, and no entry is lost', async () => {
    const server = await spawnServer({ DATA_DIR: folder });
    const { id, seq } = await meetingOf(server.url);
    const socket = openSocket(server.url);
    const entries = socket.subscribe(FOLLOW, { id, after: seq });
    const boards = socket.subscribe('subscription ($id: ID!) { board(meetingId: $id) { seq } }', { id });
    await boards.next();
    for (const [round, signal] of (['SIGINT', 'SIGQUIT'] as const).entries()) {
      await endDatabase(signal);
      const added = await eventually(
        () => post(server.url, ADD, { id, key: `round ${round}`, input: { heading: `round ${round}` } }),
        ({ errors }) => !errors,
      );
      expect(added.data.done.seq).toBe(seq + round + 1);
    }
    const seen = await entries.until(({ data }) => data.journal.seq === seq + 2);
    expect(seen.map(({ data }) => data.journal.seq)).toEqual([seq + 1, seq + 2]);
    await boards.until(({ data }) => data.board.seq === seq + 2);
    await socket.close();
    expect(server.child.exitCode).toBeNull();
    expect(await server.end('SIGTERM')).toBe(0);
  });
});

describe('two servers over one database', () => {
  let database: TestDatabase;
  let servers: ServerProcess[];
  beforeAll(async () => {
    database = await cloneDatabase();
    servers = await Promise.all([0, 1].map(() => spawnServer({ DATABASE_URL: database.url })));
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.end('SIGTERM')));
    await database.drop();
  });

  it('[W2] of two operators who press "next" at once, on two servers, one makes the step: no double step in 200 races', async () => {
    const [a, b] = servers.map(({ url }) => url) as [string, string];
    const { id } = await meetingOf(a);
    await post(a, OPEN, { id });
    let { seq } = await meetingOf(a);
    for (let race = 0; race < 200; race++) {
      const press = (url: string) => post(url, ADD, { id, expectedSeq: seq, input: { heading: `race ${race}` } });
      const answers = await Promise.all(race % 2 ? [press(a), press(b)] : [press(b), press(a)]);
      const done = answers.filter(({ errors }) => !errors);
      const refused = answers.flatMap(({ errors }) => errors ?? []);
      expect(done).toHaveLength(1);
      expect(refused[0]?.extensions).toMatchObject({ code: 'CONFLICT', seq: seq + 1, expectedSeq: seq });
      seq = done[0]!.data.done.seq;
    }
    const rows = await ask(
      new URL(database.url).pathname.slice(1),
      `SELECT count(*)::int AS n FROM requirement WHERE heading LIKE 'race%'`,
    );
    expect(rows.rows[0].n).toBe(200);
  });

  it('[L2] tells the subscribers of one server what was done through the other', async () => {
    const [a, b] = servers.map(({ url }) => url) as [string, string];
    const { id, seq } = await meetingOf(a);
    const socket = openSocket(b);
    const entries = socket.subscribe(FOLLOW, { id, after: seq });
    await socket.subscribe('{ serverTime }').next();
    await post(a, ADD, { id, input: { heading: 'over there' } });
    expect((await entries.next()).data.journal.seq).toBe(seq + 1);
    await socket.close();
  });

  it('[L2] loses nothing when the connections to the database are cut, the doorbell’s among them', async () => {
    const [a, b] = servers.map(({ url }) => url) as [string, string];
    const { id, seq } = await meetingOf(a);
    const socket = openSocket(b);
    const entries = socket.subscribe(FOLLOW, { id, after: seq });
    const boards = socket.subscribe('subscription ($id: ID!) { board(meetingId: $id) { seq } }', { id });
    await boards.next();
    const name = new URL(database.url).pathname.slice(1);
    for (let round = 1; round <= 5; round++) {
      await ask('postgres', `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
      await eventually(
        () => post(a, ADD, { id, key: `cut ${round}`, input: { heading: `cut ${round}` } }),
        ({ errors }) => !errors,
      );
    }
    const seen = await entries.until(({ data }) => data.journal.seq === seq + 5);
    expect(seen.map(({ data }) => data.journal.seq)).toEqual([1, 2, 3, 4, 5].map((n) => seq + n));
    await boards.until(({ data }) => data.board.seq === seq + 5);
    await socket.close();
  });

  it('[L7] a stopping server tells its sockets to come back, and ends', async () => {
    const leaving = await spawnServer({ DATABASE_URL: database.url });
    const { id } = await meetingOf(leaving.url);
    const codes: number[] = [];
    const closed = (event: unknown) => void codes.push((event as CloseEvent).code);
    // Enough that they are sent away in several steps.
    const boards = Array.from({ length: 150 }, () =>
      openSocket(leaving.url, { on: { closed } }).subscribe(
        'subscription ($id: ID!) { board(meetingId: $id) { seq } }',
        { id },
      ),
    );
    for (const board of boards) await board.next();
    expect(await leaving.end('SIGTERM')).toBe(0);
    for (const board of boards) await board.ended;
    expect(codes).toEqual(boards.map(() => 1012));
    expect(leaving.output()).not.toContain('an error that is ours');
  });
});
