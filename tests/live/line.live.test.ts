import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { createBroadcaster } from '../../src/live/broadcaster.js';
import { Every } from '../../src/live/every.js';
import type { GroupNeeds } from '../../src/live/group.js';
import { Line } from '../../src/live/line.js';
import { Member } from '../../src/live/member.js';
import { Newest } from '../../src/live/newest.js';
import { createStats } from '../../src/live/stats.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A socket as it is where the system gives no file descriptors to TCP connections. */
const withoutDescriptor = (stream: Socket): Socket =>
  new Proxy(stream, {
    get: (target, key) => {
      if (key === '_handle') return { fd: -1 };
      const value = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

/** Both ends of a WebSocket: the server's line, and the client. */
async function connection(see: (stream: Socket) => Socket): Promise<{ line: Line; client: WebSocket }> {
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  const opened = new Promise<Line>((resolve) =>
    server.on('upgrade', (request, stream: Socket, head) =>
      sockets.handleUpgrade(request, stream, head, (socket) => resolve(new Line(socket, see(stream)))),
    ),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  closers.push(() => {
    client.terminate();
    server.close();
  });
  const [line] = await Promise.all([opened, once(client, 'open')]);
  return { line, client };
}

const place = { start: () => undefined, leave: () => undefined };

it.each([
  ['with file descriptors', (stream: Socket) => stream],
  ['without', withoutDescriptor],
])(
  '[L12] a system %s: what the kernel does not take at once stays as it was, whoever is sent to from the same memory',
  async (_, see) => {
    const [stalled, quick] = await Promise.all([connection(see), connection(see)]);
    const send = createBroadcaster(3, createStats());
    const heard = new Map([stalled, quick].map(({ client }) => [client, [] as string[]]));
    for (const [client, ids] of heard) client.on('message', (data) => ids.push(JSON.parse(String(data)).id));
    stalled.client.pause();

    // Ids of one length share their memory; far more than the kernel keeps for a reader that stands still.
    const payloads = Array.from({ length: 16 }, (_, n) => JSON.stringify({ data: '评'.repeat(300_000 + n) }));
    const sendOne = send(payloads);
    for (const [n, { line }] of [stalled, quick].entries()) sendOne(new Member(place, line, String(n)));
    expect(stalled.line.queued).toBeGreaterThan(payloads[0]!.length);
    stalled.client.resume();
    for (const [n, { client }] of [stalled, quick].entries()) {
      while (heard.get(client)!.length < payloads.length) await once(client, 'message');
      expect(heard.get(client)).toEqual(payloads.map(() => String(n)));
    }
  },
);

it('[L12] a line whose socket was destroyed writes into nothing that was opened since', async () => {
  let descriptor = -1;
  const { line } = await connection((stream) => {
    descriptor = (stream as unknown as { _handle: { fd: number } })._handle.fd;
    return stream;
  });
  line.socket.terminate();
  const folder = mkdtempSync(join(tmpdir(), 'rostrum-line-'));
  const path = join(folder, 'opened-since');
  // The lowest that is free is given first.
  const opened: number[] = [];
  while (opened.at(-1) !== descriptor) {
    expect(opened.length).toBeLessThan(100);
    opened.push(openSync(path, 'a'));
  }
  line.write(Buffer.from('for somebody else'));
  expect(readFileSync(path, 'utf8')).toBe('');
  for (const one of opened) closeSync(one);
  rmSync(folder, { recursive: true });
});

/** A meeting at seq 1 that goes one step, of which a group makes one long message; and when that was sent. */
function aLongStep() {
  const at = { epoch: 'an epoch', seq: 1 };
  let heard = (): void => undefined;
  const step = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const watch = { at, times: 0, heardSince: () => step, close: heard };
  let sent = (): void => undefined;
  const isSent = new Promise<void>((resolve) => {
    sent = resolve;
  });
  const needs = {
    meetingId: 'a meeting',
    follow: { watch: async () => watch, position: async () => watch.at },
    broadcaster: createBroadcaster(3, createStats()),
    stats: createStats(),
    sending: (_meetingId: string, _seq: number, send: () => boolean) => {
      send();
      // One step is enough: the group waits for no other.
      watch.heardSince = () => new Promise(() => undefined);
      sent();
    },
    render: async (values: readonly unknown[]) =>
      values.map((value) => JSON.stringify((value as typeof at).seq === 1 ? 1 : LONG)),
    isVolatile: false,
    onEnd: () => undefined,
  } as unknown as GroupNeeds;
  const go = () => {
    watch.at = { ...at, seq: 2 };
    heard();
    return isSent;
  };
  return { needs, watch, go };
}

/** More than the kernel keeps for a reader that stands still. */
const LONG = 'x'.repeat(8_000_000);

it.each([
  ['boards', ({ needs, watch }: ReturnType<typeof aLongStep>) => new Newest(needs, async () => watch.at)],
  [
    'entries',
    ({ needs }: ReturnType<typeof aLongStep>) =>
      new Every({ ...needs, after: async (_id, epoch, seq) => [{ epoch, seq: seq + 1 }], accept: () => true }),
  ],
])('[L3] fifty operations of a reader that has stopped, which all follow the same %s, cost one', async (_, form) => {
  const { line, client } = await connection((stream) => stream);
  client.pause();
  const step = aLongStep();
  const group = form(step);
  const members = Array.from({ length: 50 }, (_, n) => new Member(group, line, String(n)));
  for (const member of members) group.enter(member);
  await group.ready;
  for (const member of members) {
    member.has = step.watch.at.seq;
    void member.next();
  }
  await step.go();
  expect(line.queued).toBeGreaterThan(0);
  expect(line.queued).toBeLessThan(LONG.length + 1000);
});
