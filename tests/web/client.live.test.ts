import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { endSessions, openSession, touchSessions } from '../../src/access/session.store.js';
import { connect, type Refused, type Version } from '../../src/web/shared/rostrum.client.js';
import { aDraft, command } from '../support/builders.js';
import { ADMINISTRATOR, TOKEN } from '../support/credentials.js';
import { ask, cloneDatabase, type TestDatabase } from '../support/database.js';
import { type Diary, keepDiary } from '../support/diary.js';
import { eventually, post, type ServerProcess, spawnServer } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { layWire, type Wire } from '../support/wire.js';

const ADD = `mutation ($id: ID!, $key: String, $input: RequirementInput!) {
  done: addRequirement(meetingId: $id, idempotencyKey: $key, input: $input) { seq } }`;

describe('the README’s client in a front-end of its own', () => {
  const children: ChildProcess[] = [];
  let folder: string;
  let database: TestDatabase;
  let server: ServerProcess;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-client-'));
    database = await cloneDatabase();
    server = await spawnServer({ DATABASE_URL: database.url });
  });
  afterAll(async () => {
    for (const child of children) child.kill();
    await server.end('SIGTERM');
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Copies both texts out of the README, fills in address and meeting, and compiles them strictly, as a front-end would. */
  async function copyOut(meetingId: string): Promise<void> {
    const readme = await readFile('README.md', 'utf8');
    const [, client, example] = /<!-- client -->\n```ts\n(.*?)```\n.*?```ts\n(.*?)```/s.exec(readme) ?? [];
    expect(client).toBe(await readFile('src/web/shared/rostrum.client.ts', 'utf8'));
    const filled = example!
      .replace('ws://127.0.0.1:4000', server.url.replace('http', 'ws'))
      .replace('the id of a meeting', meetingId);
    const compilerOptions = {
      strict: true,
      noUncheckedIndexedAccess: true,
      target: 'ES2022',
      module: 'NodeNext',
      lib: ['ES2022', 'DOM'],
      types: ['node'],
      skipLibCheck: true,
    };
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    await writeFile(join(folder, 'rostrum.client.ts'), client!);
    await writeFile(join(folder, 'example.ts'), filled);
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    await promisify(execFile)(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', folder]);
  }

  it('[L10] gets every entry once and in order, and the last board, from a server that is killed again and again', async () => {
    const found = await post(server.url, '{ meetings { edges { node { id } } } }');
    const { id } = found.data.meetings.edges[0].node;
    await copyOut(id);
    const frontEnd = spawn(process.execPath, [join(folder, 'example.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(frontEnd);
    const { lines, write, until } = keepDiary<string>();
    createInterface({ input: frontEnd.stdout }).on('line', write);
    const newest = (kind: string) => lines.findLast((line) => line.startsWith(kind));
    const has = (kind: string, seq: number) => until(() => Number(newest(kind)?.split(' ')[1]) >= seq);
    /** Does what is asked for even if the server dies in the middle of it: the key makes that safe. */
    const add = async (heading: string): Promise<number> => {
      const asked = { id, key: heading, input: { heading } };
      const answer = await eventually(
        () => post(server.url, ADD, asked),
        ({ errors }) => !errors,
      );
      return answer.data.done.seq;
    };

    await has('board', 0);
    for (const round of [1, 2, 3]) {
      const before = await add(`round ${round}`);
      const more = (async () => {
        let seq = before;
        for (let number = 1; number <= 30; number++) seq = await add(`round ${round}, ${number}`);
        return seq;
      })();
      // It is following, and more is being written.
      await has('entry', before + 5);
      await server.end('SIGKILL');
      server = await spawnServer({ DATABASE_URL: database.url, PORT: new URL(server.url).port });
      await has('entry', await more);
    }

    const { rows } = await ask(
      new URL(database.url).pathname.slice(1),
      `SELECT seq, type FROM journal_entry WHERE meeting_id = '${id}' ORDER BY seq`,
    );
    const { board } = (await post(server.url, 'query ($id: ID!) { board(meetingId: $id) { seq state } }', { id })).data;
    await has('board', board.seq);
    expect(board.seq).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(93);
    expect(newest('board')).toBe(`board ${board.seq} ${board.state}`);
    expect(lines.filter((line) => line.startsWith('entry'))).toEqual(
      rows.map(({ seq, type }) => `entry ${seq} ${type}`),
    );
    frontEnd.kill();
    await once(frontEnd, 'exit');
  }, 180_000);
});

describe('the client', () => {
  let server: TestServer;
  let wire: Wire;
  beforeAll(async () => {
    server = await startServer();
  });
  beforeEach(async () => {
    wire = await layWire(server.url);
  });
  afterEach(() => wire.close());
  afterAll(() => server.stop());

  const query = `subscription ($meetingId: ID!, $after: Int!, $epoch: ID) {
    journal(meetingId: $meetingId, after: $after, epoch: $epoch) { epoch seq } }`;
  const board = 'subscription ($meetingId: ID!) { board(meetingId: $meetingId) { epoch seq } }';
  const addRequirement = async (id: string): Promise<number> => {
    const done = await command(
      server,
      id,
      'addRequirement',
      { input: 'RequirementInput!' },
      { input: { heading: 'more' } },
    );
    return done.data.done!.seq;
  };
  /** A client that writes down whether it is told that the server is lost. */
  const connectTo = (connection: Diary<string>, options: Partial<Parameters<typeof connect>[0]> = {}) =>
    connect({
      token: () => TOKEN,
      url: `${wire.url.replace('http', 'ws')}/graphql`,
      language: 'zh',
      webSocketImpl: WebSocket,
      connection: (lostSince) => connection.write(lostSince === null ? 'there' : 'lost'),
      ...options,
    });

  it('[L10] leaves a socket that only looks open, and one that is not let in, and goes on where it was', async () => {
    const { meetingId } = await aDraft(server);
    const connection = keepDiary<string>();
    const entries = keepDiary<number>();
    const client = connectTo(connection);
    client.journal(meetingId, { query, next: ({ seq }) => entries.write(seq), resync: () => entries.write(-1) });
    const before = await addRequirement(meetingId);
    await entries.until(({ length }) => length === before);
    wire.die(1);
    const after = await addRequirement(meetingId);
    await entries.until(({ length }) => length >= after);
    expect(entries.lines).toEqual(Array.from({ length: after }, (_, index) => index + 1));
    expect(connection.lines).toEqual(['there', 'lost', 'there']);
    client.close();
  });

  it('[L10] says when what it has is of another history, and follows the present one', async () => {
    const { meetingId } = await aDraft(server);
    const told = keepDiary<unknown>();
    const client = connectTo(keepDiary());
    client.journal(meetingId, {
      query,
      from: { epoch: '00000000-0000-4000-8000-000000000000', seq: 2 },
      next: ({ seq }) => told.write(seq),
      resync: ({ seq }) => told.write(`resync ${seq}`),
    });
    await told.until(({ length }) => length === 1);
    const seq = await addRequirement(meetingId);
    await told.until(({ length }) => length === 2);
    expect(told.lines).toEqual([`resync ${seq - 1}`, seq]);
    client.close();
  });

  it('[L10] goes on where it was when its rights have changed, and with another token when its session is over', async () => {
    const { meetingId } = await aDraft(server);
    const { manager } = server.services.database;
    const sign = () =>
      openSession(manager, { accountId: ADMINISTRATOR }, { seconds: 3600, address: '', userAgent: '' });
    let session = await sign();
    const closes = keepDiary<number>();
    const entries = keepDiary<number>();
    const client = connectTo(keepDiary(), { token: () => session.token, closed: closes.write });
    client.journal(meetingId, { query, next: ({ seq }) => entries.write(seq), resync: () => entries.write(-1) });
    const first = await addRequirement(meetingId);
    await entries.until(({ length }) => length === first);

    await touchSessions(manager, { accountId: ADMINISTRATOR });
    await closes.until(({ length }) => length === 1);
    await addRequirement(meetingId);
    await entries.until(({ length }) => length === first + 1);

    const former = session;
    session = await sign();
    await endSessions(manager, { id: former.sessionId });
    await closes.until(({ length }) => length === 2);
    await addRequirement(meetingId);
    await entries.until(({ length }) => length === first + 2);
    expect(closes.lines).toEqual([4403, 4401]);
    expect(entries.lines).toEqual(Array.from({ length: first + 2 }, (_, index) => index + 1));
    client.close();
  });

  it('[L10] tells what is refused, follows others all the same, and is quiet once it is closed', async () => {
    const { meetingId } = await aDraft(server);
    const connection = keepDiary<string>();
    const refusals = keepDiary<Refused>();
    const boards = keepDiary<Version>();
    const client = connectTo(connection);
    client.board('nothing', { query: board, next: boards.write, refused: refusals.write });
    await refusals.until(({ length }) => length === 1);
    expect(refusals.lines[0]).toMatchObject({ message: '找不到该会议。', extensions: { code: 'NOT_FOUND' } });
    client.board(meetingId, { query: board, next: boards.write, refused: refusals.write });
    await boards.until(({ length }) => length === 1);
    client.close();
    await wire.empty();
    expect(connection.lines).toEqual(['there']);
    expect(refusals.lines).toHaveLength(1);
  });
});
