import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Config } from '../../src/config.js';
import { aDraft, aFoundingMeeting, idsOf } from '../support/builders.js';
import { BOARD, JOURNAL, range, rename, reveal, writeTitles } from '../support/followed.js';
import { startServer, type TestServer } from '../support/server.js';
import { type Operation, StrictSocket } from '../support/strict.js';

const CALLED = 'subscription ($id: ID!) { speakerCalled(meetingId: $id) { seq statement { id } turn { number } } }';

/** Names that a client may give to an operation, and that a server may trip over. */
const ids = [
  '1',
  '2',
  'aa',
  'bb',
  '5e0f9d1c-0b7c-4a55-9d0e-7d2b9b3c1f00',
  '5e0f9d1c-0b7c-4a55-9d0e-7d2b9b3c1f01',
  'a "quoted" one',
  'back\\slash \\" \\u0041 \\',
  'tab\tline\nreturn\r\u0000\u0001\u001f\u007f',
  '述职 一述一评',
  'emoji 🏛️👩‍⚖️',
  '\u2028\u2029\ufeff',
  '{"id":"1","type":"next"}',
  ' ',
  'x'.repeat(124),
  'x'.repeat(125),
  'x'.repeat(126),
  '🏛'.repeat(300),
];

describe.each([1, 2, 3])('at level %i of the broadcaster, strict clients', (level) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ LIVE_LEVEL: level } as Partial<Config>);
  });
  afterAll(() => server.stop());

  const write = (meetingId: string, count: number) => writeTitles(server, meetingId, count);
  /** Every journal operation got each entry once, in order; every board operation only newer and newer boards of its meeting. */
  const verify = (socket: StrictSocket, meetingId: string, after: number, seq: number) => {
    for (const { id, payloads } of socket.operations.values()) {
      const [field] = Object.keys(payloads[0].data);
      const values = payloads.map(({ data }) => data[field!]);
      expect(values.filter((value) => value.meetingId !== meetingId)).toEqual([]);
      const seqs: number[] = values.map((value) => value.seq);
      if (field === 'journal') expect({ id, seqs }).toEqual({ id, seqs: range(after + 1, seq) });
      else expect({ id, seqs }).toEqual({ id, seqs: [...new Set(seqs)].toSorted((a, b) => a - b) });
      expect({ id, last: seqs.at(-1) }).toEqual({ id, last: seq });
    }
  };

  it.each([1, 7, 65_536])('[L12] get what they asked for under any id, reading %i bytes at a time', async (piece) => {
    const { meetingId } = await aDraft(server);
    const { seq: after } = await idsOf(server, meetingId);
    const sockets = await Promise.all(
      range(1, piece > 1000 ? 3 : 1).map(() => StrictSocket.open(server.url, { piece })),
    );
    // On each socket other ids of the same length: what is meant for one must not reach the other.
    const operations = sockets.flatMap((socket, n) =>
      ids
        .map((id) => (n === 0 ? id : `${id}${n}`))
        .flatMap((id) => [
          socket.subscribe(id, JOURNAL, { id: meetingId, after }),
          socket.subscribe(`${id}*`, BOARD, { id: meetingId }),
        ]),
    );
    await Promise.all(sockets.map((socket) => socket.pingPong()));
    const seq = await write(meetingId, 12);
    for (const operation of operations) {
      await operation.until(({ data }) => (data.journal ?? data.board).seq === seq);
    }
    for (const socket of sockets) {
      verify(socket, meetingId, after, seq);
      await socket.close();
    }
  });

  it('[L12] get frames whose length is right on both sides of every limit', async () => {
    const { meetingId } = await aDraft(server);
    await reveal(server, meetingId, 30, 'x'.repeat(1500));
    const socket = await StrictSocket.open(server.url);
    const documents = { 126: 'subscription ($id: ID!) { board(meetingId: $id) { seq } }', 65536: BOARD };
    const operations: Operation[] = [];
    for (const [limit, document] of Object.entries(documents)) {
      const one = socket.subscribe(limit, document, { id: meetingId });
      const [payload] = await one.until(() => true);
      const rest = Number(limit) - Buffer.byteLength(JSON.stringify({ id: '', type: 'next', payload }));
      const lengths = range(rest - 3, rest + 3);
      operations.push(one, ...lengths.map((n) => socket.subscribe('x'.repeat(n), document, { id: meetingId })));
    }
    await socket.pingPong();
    const { seq } = await rename(server, meetingId, 'Reviex');
    for (const operation of operations) await operation.until(({ data }) => data.board.seq === seq);
    await socket.close();
  });

  it('[L12] hold several operations on one socket, queries and commands between them', async () => {
    const meetingId = await aFoundingMeeting(server);
    const { seq: after, items } = await idsOf(server, meetingId);
    const socket = await StrictSocket.open(server.url);
    const board = socket.subscribe('b', BOARD, { id: meetingId });
    const journal = socket.subscribe('j', JOURNAL, { id: meetingId, after });
    const called = socket.subscribe('c', CALLED, { id: meetingId });
    const other = socket.subscribe('o', JOURNAL, { id: (await aDraft(server)).meetingId });
    await socket.pingPong();
    const open = socket.subscribe('m', `mutation { done: openMeeting(meetingId: "${meetingId}") { seq } }`);
    await open.ended();
    const calls = ['callItem', 'endItem', 'callItem'].map((name, n) => [name, items[n === 2 ? 1 : 0]] as const);
    for (const [n, [name, itemId]] of calls.entries()) {
      const given = name === 'callItem' ? `, itemId: "${itemId}"` : '';
      const asked = socket.subscribe(`q${n}`, '{ serverTime }');
      const told = socket.subscribe(`m${n}`, `mutation { done: ${name}(meetingId: "${meetingId}"${given}) { seq } }`);
      await Promise.all([asked.ended(), told.ended()]);
      expect(told.payloads).toEqual([{ data: { done: { seq: after + 2 + n } } }]);
      expect(asked.payloads).toHaveLength(1);
    }
    // An id that has ended may be used again.
    const again = socket.subscribe('q0', '{ again: serverTime }');
    await again.ended();
    const broken = socket.subscribe('x', '{ nothing }');
    await broken.ended();
    expect(broken.state).toBe('FAILED');
    const [first] = await called.until(() => true);
    expect(first.data.speakerCalled.turn.number).toBe(1);
    await journal.until(({ data }) => data.journal.seq === after + 4);
    await board.until(({ data }) => data.board.seq === after + 4);
    expect(journal.payloads.map(({ data }) => data.journal.seq)).toEqual(range(after + 1, after + 4));
    expect(other.payloads).toEqual([]);
    await socket.close();
  });

  it('[L12] get nothing more once they have left, though it is in the middle of a broadcast, and the others go on', async () => {
    const { meetingId } = await aDraft(server);
    const { seq: after } = await idsOf(server, meetingId);
    const [stayer, ...leavers] = await Promise.all(range(1, 5).map(() => StrictSocket.open(server.url)));
    const stays = stayer!.subscribe('stays', JOURNAL, { id: meetingId, after });
    const onSame = leavers.map((leaver) => leaver.subscribe('stays too', JOURNAL, { id: meetingId, after }));
    const writing = write(meetingId, 40);
    for (const n of range(1, 40)) {
      const leaver = leavers[n % leavers.length]!;
      const leaving = range(1, 5).map((m) =>
        leaver.subscribe(`leaves ${n} ${m}`, m % 2 ? JOURNAL : BOARD, { id: meetingId, after }),
      );
      await leaving[n % 5]!.until(() => true);
      for (const operation of leaving) operation.complete();
      await leaver.pingPong();
    }
    const seq = await writing;
    for (const operation of [stays, ...onSame]) {
      await operation.until(({ data }) => data.journal.seq === seq);
      expect(operation.payloads.map(({ data }) => data.journal.seq)).toEqual(range(after + 1, seq));
    }
    await Promise.all([stayer!, ...leavers].map((socket) => socket.close()));
  });

  it('[L12] that close or vanish in the middle of a write leave the others untouched', async () => {
    const { meetingId } = await aDraft(server);
    const { seq: after } = await idsOf(server, meetingId);
    const stayer = await StrictSocket.open(server.url);
    const stays = stayer.subscribe('stays', JOURNAL, { id: meetingId, after });
    const writing = write(meetingId, 30);
    for (const n of range(1, 30)) {
      const leaver = await StrictSocket.open(server.url);
      const board = leaver.subscribe('board', BOARD, { id: meetingId });
      leaver.subscribe('journal', JOURNAL, { id: meetingId, after });
      if (n % 3 > 0) await board.until(() => true);
      if (n % 2) await leaver.close();
      else leaver.tcp.resetAndDestroy();
      expect(leaver.violation).toBeUndefined();
    }
    const seq = await writing;
    await stays.until(({ data }) => data.journal.seq === seq);
    verify(stayer, meetingId, after, seq);
    await stayer.close();
    expect(server.logged.filter(({ msg }) => msg === 'an error that is ours')).toEqual([]);
  });

  it('[L12] get boards of more than 64 kB whole, also those that read slowly, and no older one after a newer', async () => {
    const { meetingId } = await aDraft(server);
    await reveal(server, meetingId, 40, '要求🏛'.repeat(800));
    const [quick, slow] = await Promise.all([
      StrictSocket.open(server.url),
      StrictSocket.open(server.url, { piece: 1000 }),
    ]);
    const follow = (socket: StrictSocket, names: string[]) =>
      names.map((id) => socket.subscribe(id, BOARD, { id: meetingId }));
    const boards = [...follow(quick, ['1', 'two', '叁']), ...follow(slow, ['2', 'six', '肆'])];
    for (const board of boards) await board.until(() => true);
    slow.tcp.pause();
    const seq = await write(meetingId, 40);
    // The others have it long before the slow one reads on.
    for (const board of boards.slice(0, 3)) await board.until(({ data }) => data.board.seq === seq);
    slow.tcp.resume();
    for (const board of boards.slice(3)) await board.until(({ data }) => data.board.seq === seq);
    const bodies = range(1, 40).map((n) => '要求🏛'.repeat(800) + n);
    for (const { payloads } of boards) {
      expect(payloads.at(-1).data.board.requirements.map(({ body }: { body: string }) => body)).toEqual(bodies);
    }
    for (const socket of [quick, slow]) {
      verify(socket, meetingId, seq, seq);
      await socket.close();
    }
  });

  it('[L12] may write byte by byte', async () => {
    const { meetingId } = await aDraft(server);
    const { seq: after } = await idsOf(server, meetingId);
    const socket = await StrictSocket.open(server.url);
    const drip = (bytes: Buffer) => {
      for (const byte of bytes) socket.tcp.write(Buffer.of(byte));
    };
    const journal = socket.subscribe('drop by drop', JOURNAL, { id: meetingId, after }, drip);
    const seq = await write(meetingId, 3);
    await journal.until(({ data }) => data.journal.seq === seq);
    verify(socket, meetingId, after, seq);
    await socket.close();
  });

  it.each(['__proto__', 'constructor', 'toString', ''])(
    '[L12] are served or clearly refused under the id %j',
    async (id) => {
      const { meetingId } = await aDraft(server);
      const { seq: after } = await idsOf(server, meetingId);
      const [odd, other] = await Promise.all([StrictSocket.open(server.url), StrictSocket.open(server.url)]);
      const journal = odd.subscribe(id, JOURNAL, { id: meetingId, after });
      const even = other.subscribe('1', JOURNAL, { id: meetingId, after });
      const seq = await write(meetingId, 2);
      await even.until(({ data }) => data.journal.seq === seq);
      const served = await journal
        .until(({ data }) => data.journal.seq === seq)
        .then(
          () => true,
          () => false,
        );
      if (served) verify(odd, meetingId, after, seq);
      else expect(odd.closed?.code).toBeGreaterThanOrEqual(4400);
      expect(odd.violation).toBeUndefined();
      verify(other, meetingId, after, seq);
      await other.close();
      odd.tcp.destroy();
    },
  );
});
