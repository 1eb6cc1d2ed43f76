import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { aFoundingMeeting, command, UNKNOWN } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { openSocket, type Socket } from '../support/socket.js';

const BOARD = 'subscription ($id: ID!) { board(meetingId: $id) { seq state serverTime } }';
const JOURNAL = 'subscription ($id: ID!, $after: Int) { journal(meetingId: $id, after: $after) { seq type at } }';

describe('subscriptions over one socket', () => {
  let server: TestServer;
  let socket: Socket;
  beforeAll(async () => {
    server = await startServer();
    socket = openSocket(server.url);
  });
  afterAll(async () => {
    await socket.close();
    await server.stop();
  });

  it('[L1] gives the whole board at once and again whenever the meeting has moved on', async () => {
    const id = await aFoundingMeeting(server);
    const boards = socket.subscribe(BOARD, { id });
    const first = (await boards.next()).data.board;
    expect(first.state).toBe('STANDBY');
    expect(Math.abs(Date.parse(first.serverTime) - Date.now())).toBeLessThan(60_000);
    const { data } = await command(server, id, 'openMeeting');
    const second = (await boards.next()).data.board;
    expect(second).toMatchObject({ state: 'AGENDA', seq: data.done?.seq });
    boards.stop();
  });

  it.each(['board', 'speakerCalled', 'commentPosted', 'journal'])(
    '[L4] answers %s of an unknown meeting with an error and its code, not with silence',
    async (field) => {
      for (const id of [UNKNOWN, 'garbage']) {
        const values = socket.subscribe(`subscription ($id: ID!) { ${field}(meetingId: $id) { seq } }`, { id });
        const { errors } = await values.next();
        expect(errors?.[0].extensions).toMatchObject({ code: 'NOT_FOUND', what: 'meeting' });
        await values.ended;
      }
    },
  );

  it('[L4] tells the followers of a meeting that is deleted, and completes', async () => {
    const id = await aFoundingMeeting(server);
    await command(server, id, 'unscheduleMeeting');
    const board = socket.subscribe(BOARD, { id });
    const journal = socket.subscribe(JOURNAL, { id });
    await board.next();
    // The answer over the same socket comes after the subscriptions have joined.
    await socket.subscribe('{ serverTime }').next();
    await command(server, id, 'deleteMeeting');
    for (const values of [board, journal]) {
      expect((await values.next()).errors?.[0].extensions.code).toBe('NOT_FOUND');
      await values.ended;
    }
  });

  it('[L5] gives every entry after a cursor without a hole, in order, then every new one', async () => {
    const id = await aFoundingMeeting(server);
    const { data } = await command(server, id, 'openMeeting');
    const newest = data.done!.seq;
    const followers = [0, 1, 17, newest].map((after) => ({ after, entries: socket.subscribe(JOURNAL, { id, after }) }));
    const writers = Array.from({ length: 40 }, (_, n) =>
      command(server, id, 'addRequirement', { input: 'RequirementInput!' }, { input: { heading: `R${n}` } }),
    );
    await Promise.all(writers);
    for (const { after, entries } of followers) {
      const seen = await entries.until(({ data: { journal } }) => journal.seq === newest + 40);
      const seqs = seen.map(({ data: { journal } }) => journal.seq);
      expect(seqs).toEqual(Array.from({ length: newest + 40 - after }, (_, n) => after + 1 + n));
      entries.stop();
    }
  });

  it('[L5] refuses a cursor below the first entry', async () => {
    const id = await aFoundingMeeting(server);
    const { errors } = await socket.subscribe(JOURNAL, { id, after: -1 }).next();
    expect(errors?.[0].extensions).toEqual({ code: 'INVALID_INPUT', field: 'after', problem: 'tooSmall', limit: 0 });
  });

  it('[L6] ends one operation for a syntax error or an unknown field, and keeps the socket', async () => {
    const broken = socket.subscribe('subscription {');
    await expect(broken.next()).rejects.toThrow('GRAPHQL_PARSE_FAILED');
    const unknown = socket.subscribe('{ nothing }');
    await expect(unknown.next()).rejects.toThrow('GRAPHQL_VALIDATION_FAILED');
    expect((await socket.subscribe('{ serverTime }').next()).data.serverTime).toBeTruthy();
  });

  it('[E2] speaks the language that the socket was opened with', async () => {
    const chinese = openSocket(server.url, { connectionParams: { language: 'zh-CN' } });
    const { errors } = await chinese.subscribe(BOARD, { id: UNKNOWN }).next();
    expect(errors?.[0].message).toBe('找不到该会议。');
    await chinese.close();
  });

  it('[E6] lets go of a refused request whose sender never closes its end', async () => {
    const { hostname, port } = new URL(server.url);
    const raw = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    raw.write(
      'GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    raw.resume();
    await once(raw, 'end');
    // What is written to a connection that the other end has let go of is answered with a reset.
    const isGone = new Promise<void>((resolve) => raw.on('error', () => resolve()));
    const writing = setInterval(() => raw.write('still here'), 10);
    await isGone;
    clearInterval(writing);
  });

  it.each(['//', '//graphql', '/%', '/graphql/../x', '*', '/elsewhere'])(
    '[E6] refuses a socket at the address %s and goes on',
    async (path) => {
      const { hostname, port } = new URL(server.url);
      const raw = connect(Number(port), hostname);
      raw.write(
        `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
      let answer = '';
      for await (const chunk of raw) answer += chunk;
      expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
      expect((await server.data('{ serverTime }')).serverTime).toBeTruthy();
    },
  );

  it('[E4] opens a socket for its own pages, and not for pages of other origins', async () => {
    const url = `${server.url.replace('http', 'ws')}/graphql`;
    const open = (origin: string) =>
      new Promise<string>((resolve) => {
        const opened = new WebSocket(url, 'graphql-transport-ws', { origin });
        opened.once('open', () => {
          opened.close();
          resolve('open');
        });
        opened.once('error', ({ message }) => resolve(message));
      });
    expect(await open(server.url)).toBe('open');
    expect(await open('http://elsewhere.example')).toContain('403');
    expect(await open('null')).toContain('403');
    expect(await open(`${server.url}.elsewhere.example`)).toContain('403');
  });
});
