import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import WebSocket from 'ws';
import { aFoundingMeeting, idsOf, perform } from '../support/builders.js';
import { GREETING } from '../support/credentials.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';
import { openSocket, type Socket } from '../support/socket.js';

const BOARD = 'subscription ($id: ID!) { board(meetingId: $id) { seq state title } }';
const JOURNAL = 'subscription ($id: ID!, $after: Int) { journal(meetingId: $id, after: $after) { seq type } }';
/** The same with entries of some kilobytes. */
const HEAVY = JOURNAL.replace(
  'type',
  Array.from({ length: 30 }, (_, n) => `${'m'.repeat(120)}${n}: meetingId`).join(' '),
);

describe('groups of equal viewers', () => {
  let server: TestServer;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    server = await startServer();
  });
  afterEach(async () => {
    await Promise.all(sockets.splice(0).map((socket) => socket.close()));
    // Whatever a test did, nothing of it stays.
    const { stats } = server.services.live;
    await eventually(
      async () => ({ ...stats }),
      ({ sockets: open, groups, members }) => open + groups + members === 0,
    );
  });
  afterAll(() => server.stop());

  const socket = (params?: Record<string, unknown>) => {
    const opened = openSocket(server.url, { connectionParams: params });
    sockets.push(opened);
    return opened;
  };
  const add = (meetingId: string, heading: string) =>
    perform(server, 'addRequirement', { meetingId, input: { heading } });
  const counts = () => ({ ...server.services.live.stats });

  it('[L16] executes once for all who ask the same, whatever ids they give to their operations', async () => {
    const id = await aFoundingMeeting(server);
    const boards = Array.from({ length: 20 }, () => socket().subscribe(BOARD, { id }));
    for (const board of boards) await board.next();
    const before = counts();
    expect(before).toMatchObject({ groups: 1, members: 20 });
    const { seq } = await add(id, 'one');
    for (const board of boards) expect((await board.next()).data.board.seq).toBe(seq);
    const after = counts();
    expect(after.executions - before.executions).toBe(1);
    expect(after.deliveries - before.deliveries).toBe(20);
  });

  it('[L16] puts followers with other cursors into one group, and viewers with other variables, documents or languages into others', async () => {
    const id = await aFoundingMeeting(server);
    const other = await aFoundingMeeting(server);
    const one = socket();
    const followers = [0, 1, 2, null].map((after) => one.subscribe(JOURNAL, { id, after }));
    await Promise.all(followers.slice(0, 3).map((follower) => follower.next()));
    await eventually(
      async () => counts(),
      ({ members }) => members === 4,
    );
    expect(counts().groups).toBe(1);
    const others = [
      one.subscribe(JOURNAL, { id: other, after: 0 }),
      one.subscribe(JOURNAL.replace('type', 'type at'), { id, after: 0 }),
      socket({ language: 'zh-CN' }).subscribe(JOURNAL, { id, after: 0 }),
      one.subscribe(`subscription { journal(meetingId: "${id}", after: 0) { seq type } }`),
    ];
    await Promise.all(others.map((follower) => follower.next()));
    expect(counts().groups).toBe(5);
  });

  it('[L16] loads one board for all groups of a meeting', async () => {
    const id = await aFoundingMeeting(server);
    const documents = [BOARD, BOARD.replace('title', ''), BOARD.replace('title', 'venue')];
    const boards = documents.map((document) => socket().subscribe(document, { id }));
    for (const board of boards) await board.next();
    const { loads } = counts();
    const { seq } = await add(id, 'one');
    for (const board of boards) await board.until(({ data }) => data.board.seq === seq);
    expect(counts().loads - loads).toBe(1);
  });

  it('[L17] gives a returning follower the words as they stand now, also where others were sent what stood before', async () => {
    const id = await aFoundingMeeting(server);
    const { items, statements, chair } = await idsOf(server, id);
    const document =
      'subscription ($id: ID!, $after: Int) { journal(meetingId: $id, after: $after) { seq type comment { body status } } }';
    const { seq } = await perform(server, 'openMeeting', { meetingId: id });
    const watching = socket().subscribe(document, { id, after: seq });
    await perform(server, 'callItem', { meetingId: id, itemId: items[1] });
    await perform(server, 'endStatement', { meetingId: id });
    const posted = await perform(server, 'postComment', {
      meetingId: id,
      input: { statementId: statements[0], authorId: chair, body: 'to be retracted' },
    });
    await watching.until(({ data }) => data.journal.comment?.body === 'to be retracted');
    const early = socket().subscribe(document, { id, after: seq });
    await early.until(({ data }) => data.journal.comment?.body === 'to be retracted');
    const retracted = await perform(server, 'retractComment', {
      meetingId: id,
      commentId: posted.subjectId,
      reason: 'wrong',
    });
    const late = socket().subscribe(document, { id, after: seq });
    const seen = await late.until(({ data }) => data.journal.seq === retracted.seq);
    expect(JSON.stringify(seen)).not.toContain('to be retracted');
    expect(seen.map(({ data }) => data.journal.seq)).toEqual([1, 2, 3, 4].map((n) => seq + n));
  });

  it('[L13] refuses an id that is taken by an operation which has not joined yet, and keeps nothing of either', async () => {
    const id = await aFoundingMeeting(server);
    const taken = new WebSocket(`${server.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
    await once(taken, 'open');
    const subscribe = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: BOARD, variables: { id } } });
    const messages = [GREETING, subscribe, '{"id":"1","type":"complete"}', subscribe];
    const received: string[] = [];
    taken.on('message', (data) => {
      received.push(String(data));
      if (received.length === 1) for (const message of messages.slice(1)) taken.send(message);
    });
    taken.send(messages[0]!);
    const [code] = await once(taken, 'close');
    // Where the first had joined already, the second is an operation like any other.
    expect(code).toBe(4409);
    expect(received).toHaveLength(1);
  });

  it('[L3] keeps nothing for readers that stand still: a board reader then gets the newest, a follower every entry', async () => {
    const id = await aFoundingMeeting(server);
    const { seq } = await perform(server, 'openMeeting', { meetingId: id });
    const board = await stalled(server.url, BOARD, { id });
    const journal = await stalled(server.url, HEAVY, { id, after: seq });
    const witness = socket().subscribe(BOARD, { id });
    await witness.next();
    // More than the kernel can hide of a reader that stands still.
    await server.sql(
      `WITH moved AS (UPDATE meeting SET seq = seq + 2000 WHERE id = $1 RETURNING seq)
       INSERT INTO journal_entry (meeting_id, seq, type, at, refs, before)
       SELECT $1, $2 + n, 'MeetingUpdated', now() + n * interval '1 ms', '{}', '[]' FROM generate_series(1, 2000) n`,
      id,
      seq,
    );
    for (let n = 0; n < 5; n++) await add(id, `${n}`);
    const newest = seq + 2_005;
    await witness.until(({ data }) => data.board.seq === newest);
    await server.sql("SELECT pg_notify('rostrum_journal', $1)", `${id}:99999`);
    for (const { socket: held } of [board, journal]) held.resume();
    expect(counts().laggards).toBeGreaterThan(0);
    await eventually(
      async () => board.received,
      (seqs) => seqs.at(-1) === newest,
    );
    await eventually(
      async () => journal.received,
      (seqs) => seqs.length === 2_005,
    );
    expect(journal.received).toEqual(Array.from({ length: 2_005 }, (_, n) => seq + 1 + n));
    expect(board.received.length).toBeLessThan(10);
    for (const { socket: held } of [board, journal]) held.terminate();
  });
});

/** A client that subscribes, and then reads no further. */
async function stalled(url: string, query: string, variables: object) {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  const received: number[] = [];
  const isAcknowledged = new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (type === 'connection_ack') resolve();
      if (type === 'next') received.push((payload.data.board ?? payload.data.journal).seq);
    });
  });
  await once(socket, 'open');
  socket.send(GREETING);
  await isAcknowledged;
  socket.send(JSON.stringify({ id: 'x', type: 'subscribe', payload: { query, variables } }));
  socket.pause();
  return { socket, received };
}
