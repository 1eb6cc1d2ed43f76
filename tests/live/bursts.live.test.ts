import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, idsOf, perform } from '../support/builders.js';
import { GREETING } from '../support/credentials.js';
import { ask, cloneDatabase } from '../support/database.js';
import { extent } from '../support/extent.js';
import { spawnInspected } from '../support/inspector.js';
import { eventually, post } from '../support/process.js';
import { clientFrame, handshake } from '../support/rfc6455.js';
import { startServer, type TestServer } from '../support/server.js';
import { StrictSocket } from '../support/strict.js';

const BOARD = 'subscription ($id: ID!) { board(meetingId: $id) { seq title } }';
const JOURNAL = 'subscription ($id: ID!, $after: Int) { journal(meetingId: $id, after: $after) { seq } }';
const BURST = 5000;
/** Visitors who leave without a word, and how much the heap may have grown by them. */
const VISITS = extent(10_000, 5_000);
const GROWTH = extent(5, 2.5) * 1024 * 1024;

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
const databaseOf = (url: string) => new URL(url).pathname.slice(1);

/** So many entries in one transaction, and one ring of the doorbell. */
const burst = (url: string, meetingId: string, count = BURST) =>
  ask(
    databaseOf(url),
    `INSERT INTO journal_entry (meeting_id, seq, type, at, refs, before)
       SELECT id, seq + n, 'MeetingUpdated', clock_timestamp() + n * interval '1 millisecond', '{}', '[]'
         FROM meeting, generate_series(1, ${count}) n WHERE id = '${meetingId}';
     UPDATE meeting SET seq = seq + ${count} WHERE id = '${meetingId}';
     SELECT pg_notify('rostrum_journal', id || ':' || seq) FROM meeting WHERE id = '${meetingId}'`,
  );

describe('thousands of entries at once', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  /** What is counted of those who are there comes back to nothing when they have gone. */
  afterEach(async () => {
    const { stats } = server.services.live;
    await eventually(
      async () => [stats.sockets, stats.groups, stats.members],
      (counts) => counts.every((count) => count === 0),
    );
  });

  it('[L13] reach followers in order and without a hole, and displays as one board', async () => {
    const { meetingId } = await aDraft(server);
    const { seq: after } = await idsOf(server, meetingId);
    const socket = await StrictSocket.open(server.url);
    const journal = socket.subscribe('journal', JOURNAL, { id: meetingId, after });
    const board = socket.subscribe('board', BOARD, { id: meetingId });
    await board.until(() => true);
    await socket.pingPong();
    await burst(server.databaseUrl, meetingId);
    await journal.until(({ data }) => data.journal.seq === after + BURST);
    await board.until(({ data }) => data.board.seq === after + BURST);
    expect(journal.payloads.map(({ data }) => data.journal.seq)).toEqual(range(after + 1, after + BURST));
    expect(board.payloads.map(({ data }) => data.board.seq)).toEqual([after, after + BURST]);
    await socket.close();
  });

  it('[L13] reach a follower that stalls and reads on, all of them, and one that reads all the while before it', async () => {
    const { meetingId } = await aDraft(server);
    const { seq: after } = await idsOf(server, meetingId);
    const [stalled, quick] = await Promise.all([StrictSocket.open(server.url), StrictSocket.open(server.url)]);
    // Ids this long make more than the kernel would keep for a reader that stalls.
    const late = [1, 2].map((n) => stalled.subscribe('s'.repeat(2000) + n, JOURNAL, { id: meetingId, after }));
    const prompt = quick.subscribe('quick', JOURNAL, { id: meetingId, after });
    await Promise.all([stalled.pingPong(), quick.pingPong()]);
    stalled.tcp.pause();
    await burst(server.databaseUrl, meetingId);
    await prompt.until(({ data }) => data.journal.seq === after + BURST);
    // More happens while it is stalled, and after.
    await perform(server, 'updateMeeting', { meetingId, input: { title: 'while it is stalled' } });
    await prompt.until(({ data }) => data.journal.seq === after + BURST + 1);
    expect(late.map(({ payloads }) => payloads.at(-1)?.data.journal.seq ?? after)).not.toContain(after + BURST + 1);
    stalled.tcp.resume();
    await perform(server, 'updateMeeting', { meetingId, input: { title: 'after' } });
    for (const operation of [prompt, ...late]) {
      await operation.until(({ data }) => data.journal.seq === after + BURST + 2);
      expect(operation.payloads.map(({ data }) => data.journal.seq)).toEqual(range(after + 1, after + BURST + 2));
    }
    await Promise.all([stalled.close(), quick.close()]);
  });

  it('[L13] a subscriber that leaves while its group is forming takes nothing from one that stays', async () => {
    const { meetingId } = await aDraft(server);
    const { seq: after } = await idsOf(server, meetingId);
    const open = () => Promise.all(range(1, 10).map(() => StrictSocket.open(server.url)));
    const [leavers, stayers] = await Promise.all([open(), open()]);
    const stays = range(1, 200).flatMap((n) => {
      const [leaver, stayer] = [leavers[n % 10]!, stayers[n % 10]!];
      // A text of its own makes a group of its own, which forms while both come and one goes.
      const documents = [JOURNAL, BOARD].map((document) => document.replace('seq', `a${n}: seq seq`));
      return documents.map((document, index) => {
        const id = `${n} ${index}`;
        const variables = { id: meetingId, ...(index === 0 && { after }) };
        const leave = () => leaver.subscribe(id, document, variables).complete();
        if (n % 2) leave();
        const stay = stayer.subscribe(id, document, variables);
        if (n % 2 === 0) leave();
        return stay;
      });
    });
    const sockets = [...leavers, ...stayers];
    await Promise.all(sockets.map((socket) => socket.pingPong()));
    const { seq } = await perform(server, 'updateMeeting', { meetingId, input: { title: 'for those who stay' } });
    for (const operation of stays) {
      await operation.until(({ data }) => (data.journal ?? data.board).seq === seq);
    }
    await Promise.all(sockets.map((socket) => socket.close()));
  });
});

describe('visitors who leave without a word', () => {
  it('[L13] by the thousand leave nothing behind', async () => {
    const database = await cloneDatabase();
    const server = await spawnInspected({ DATABASE_URL: database.url, LOG_LEVEL: 'error' });
    try {
      const { edges } = (await post(server.url, '{ meetings(first: 1) { edges { node { id seq } } } }')).data.meetings;
      const { id, seq } = edges[0].node;
      const visit = createVisit(server.url, id);
      await storm(visit, 1500);
      const before = await server.heap();
      await storm(visit, VISITS);
      await eventually(
        () => countersOf(server.url),
        (counters) => counters.every(([, value]) => value === 0),
      );
      const growth = (await server.heap()) - before;

      expect(growth).toBeLessThan(GROWTH);
      // It still serves.
      const socket = await StrictSocket.open(server.url);
      const [board] = await socket.subscribe('1', BOARD, { id }).until(() => true);
      expect(board.data.board.seq).toBe(seq);
      await socket.close();
      expect(server.output()).not.toContain('an error that is ours');
    } finally {
      await server.end('SIGTERM');
      await database.drop();
    }
  }, 180_000);
});

/** Connects, subscribes, and resets: before it is let in, before it is answered, at the first answer, or when all is there. */
function createVisit(url: string, id: string): (n: number) => Promise<void> {
  const { hostname, port, host } = new URL(url);
  const message = (body: object) => clientFrame('text', JSON.stringify(body));
  const greeting = Buffer.concat([Buffer.from(handshake(host)), clientFrame('text', GREETING)]);
  const request = Buffer.concat([
    message({ id: 'j', type: 'subscribe', payload: { query: JOURNAL, variables: { id, after: 0 } } }),
    message({ id: 'b', type: 'subscribe', payload: { query: BOARD, variables: { id } } }),
  ]);
  return (n) =>
    new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      const leave = () => void socket.resetAndDestroy();
      const say = (words: Buffer, isLast: boolean) => socket.write(words, () => isLast && leave());
      socket.once('connect', () => say(greeting, n % 4 === 0));
      let heard = '';
      let hasAsked = false;
      socket.on('data', (chunk) => {
        heard += chunk.toString('latin1');
        if (!hasAsked && heard.includes('"connection_ack"')) {
          hasAsked = true;
          say(request, n % 4 === 1);
        }
        if (heard.includes(n % 4 === 2 ? '"next"' : '"id":"b"')) leave();
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve());
    });
}

/** So many visits, a few at a time. */
async function storm(visit: (n: number) => Promise<void>, count: number): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < count) await visit(next++);
  };
  await Promise.all(Array.from({ length: 16 }, one));
}

/** What the server says it still holds for visitors. */
async function countersOf(url: string): Promise<[string, number][]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return ['rostrum_sockets', 'rostrum_groups', 'rostrum_members'].map((name) => [
    name,
    Number(new RegExp(`^${name}(?:\\{.*\\})? (\\S+)$`, 'm').exec(text)?.[1]),
  ]);
}
