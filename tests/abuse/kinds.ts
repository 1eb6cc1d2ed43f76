import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import { Hostile } from '../support/hostile.js';
import { clientFrame } from '../support/rfc6455.js';

/** Misbehaves until it is told to stop, and comes back whenever it is sent away. Answers how often that was. */
export type Kind = (url: string, meetingId: string, signal: AbortSignal) => Promise<number>;

const BOARD = 'subscription ($id: ID!) { board(meetingId: $id) { seq title agenda { title speaker { name post } } } }';
const LONG = Array.from({ length: 29 }, (_, n) => `${'a'.repeat(600)}${n}: id`).join(' ');
const MUCH = `query ($id: ID!) { meeting(id: $id) { agenda { ${LONG} } } }`;
const subscribe = (id: string, query: string, variables: object = {}) =>
  clientFrame('text', JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));

/** Over one socket at a time. */
const again =
  (misbehave: (hostile: Hostile, meetingId: string, isOver: () => boolean) => Promise<unknown>): Kind =>
  async (url, meetingId, signal) => {
    let closed = 0;
    while (!signal.aborted) {
      const hostile = await Hostile.open(url).catch(() => null);
      if (!hostile) continue;
      const isOver = () => signal.aborted || hostile.isOver || hostile.closing !== undefined;
      await misbehave(hostile, meetingId, isOver);
      hostile.tcp.destroy();
      if (!signal.aborted) closed += 1;
    }
    return closed;
  };

/** Writes as fast as it is taken, for which nothing need be read. */
const flood = (make: () => Buffer) =>
  again(async (hostile, _, isOver) => {
    hostile.messages.push = () => 0;
    while (!isOver()) {
      const isTaken = hostile.tcp.write(make());
      await (isTaken ? nextTurn() : Promise.race([once(hostile.tcp, 'drain').catch(() => null), delay(50)]));
    }
  });

/** Asks, and stops reading; stays as long as it may. */
const unread = (ask: (hostile: Hostile, meetingId: string, isOver: () => boolean) => Promise<unknown>) =>
  again(async (hostile, meetingId, isOver) => {
    hostile.tcp.pause();
    await ask(hostile, meetingId, isOver);
    while (!isOver()) await delay(100);
  });

const times = (count: number, one: () => Buffer) => Buffer.concat(Array.from({ length: count }, one));
let number = 0;
const next = () => `${(number++).toString(36)}`;

export const kinds: Record<string, Kind> = {
  nobody: async (_url, _id, signal) => {
    await once(signal, 'abort');
    return 0;
  },
  'floods with messages': flood(() => times(200, () => subscribe(next(), '{ serverTime }'))),
  'floods with new documents': flood(() =>
    times(20, () => subscribe(next(), `query q${next()} { ${'meetings { edges { node { id } } } '.repeat(10)} }`)),
  ),
  'floods with 64 kB messages': flood(() => subscribe(next(), '{ serverTime }', { more: 'x'.repeat(65_000) })),
  'floods with pings': flood(() => times(500, () => clientFrame('ping', 'x'.repeat(125)))),
  'never reads its boards': unread(async (hostile, id) => {
    for (let n = 0; n < 50; n += 1) hostile.tcp.write(subscribe(`${n}`, BOARD, { id }));
  }),
  'never reads its answers': unread(async (hostile, id, isOver) => {
    while (!isOver()) {
      hostile.tcp.write(subscribe(next(), MUCH, { id }));
      await delay(35);
    }
  }),
  'opens 1,000 sockets': async (url, _id, signal) => {
    const all = await Promise.all(Array.from({ length: 1_000 }, () => Hostile.open(url).catch(() => null)));
    if (!signal.aborted) await once(signal, 'abort');
    for (const one of all) one?.tcp.destroy();
    return all.filter((one) => one === null).length;
  },
  'sends 500 requests drop by drop': async (url, _id, signal) => {
    const { hostname, port } = new URL(url);
    let closed = 0;
    const one = async () => {
      while (!signal.aborted) {
        const tcp = connect(Number(port), hostname).on('error', () => {});
        tcp.write('POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\nX: ');
        const dripping = setInterval(() => tcp.write('x'), 500);
        await Promise.race([once(tcp, 'close'), once(signal, 'abort')]).catch(() => null);
        clearInterval(dripping);
        tcp.destroy();
        if (!signal.aborted) closed += 1;
      }
    };
    await Promise.all(Array.from({ length: 500 }, one));
    return closed;
  },
};
