import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../support/hall.js';
import { Hostile, writeRaw } from '../support/hostile.js';
import { eventually, post } from '../support/process.js';
import { clientFrame, handshake } from '../support/rfc6455.js';

const MiB = 1024 * 1024;
const BOARD = 'subscription ($id: ID!) { board(meetingId: $id) { seq } }';
const TEXTS = 'query ($id: ID!) { meeting(id: $id) { statements { id a: body b: body } } }';
const WRITE =
  'mutation ($id: ID!, $of: ID!, $body: String!) { writeStatement(meetingId: $id, statementId: $of, body: $body) { seq } }';
const frames = (count: number, one: (n: number) => Buffer) =>
  Buffer.concat(Array.from({ length: count }, (_, n) => one(n)));

describe('a hostile socket', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall({ SOCKETS_PER_ADDRESS: '40' });
  });
  afterAll(() => hall.close());

  it('[E4] from a page that only looks like ours is not let in', async () => {
    const { host } = new URL(hall.url);
    const status = async (...headers: string[]) => {
      const lines = headers.map((header) => `${header}\r\n`).join('');
      const text = handshake(host).replace('\r\n\r\n', `\r\n${lines}\r\n`);
      return /^HTTP\/1\.1 (\d+)/.exec(await writeRaw(hall.url, text, true))?.[1];
    };
    for (const origins of [
      [`http://${host}.evil.example`],
      [`http://evil.example:${host.split(':')[1]}`],
      [`http://${host}@evil.example`],
      [`http://evil@${host}`],
      [`http://${host}/`],
      [`HTTP://${host}`],
      ['http://127.0.0.1'],
      ['http://127.0.0.1:1'],
      ['null'],
      [''],
      ['*'],
      [`http://${host}`, 'https://evil.example'],
      ['https://evil.example', `http://${host}`],
      [`http://${host}`, `http://${host}`],
    ]) {
      expect([origins, await status(...origins.map((origin) => `Origin: ${origin}`))]).toEqual([origins, '403']);
    }
    expect(await status(`Origin: http://${host}`)).toBe('101');
    await hall.isWell();
  });

  it('[G7] that never says who it is is closed', async () => {
    const [silent, talker] = await Promise.all([1, 2].map(() => Hostile.open(hall.url, { init: false })));
    talker!.send({ type: 'ping' });
    expect(await Promise.all([silent!.ended(), talker!.ended()])).toEqual([4408, 4408]);
    await hall.isWell();
  });

  it.each<[string, (n: number) => Buffer]>([
    [
      'messages',
      (n) =>
        clientFrame(
          'text',
          JSON.stringify({ id: `${n}`, type: 'subscribe', payload: { query: `{ a${n}: serverTime }` } }),
        ),
    ],
    ['pings of the protocol', () => clientFrame('text', '{"type":"ping"}')],
    ['completes', () => clientFrame('text', '{"type":"complete","id":"x"}')],
    ['pings', () => clientFrame('ping', 'x'.repeat(125))],
    ['pongs', () => clientFrame('pong', '')],
  ])('[G8] that floods with %s is closed, and read no further', async (_, one) => {
    const before = hall.memory();
    const hostile = await Hostile.open(hall.url);
    const bytes = frames(20_000, one);
    hostile.tcp.write(bytes);
    expect(await hostile.ended()).toBe(4429);
    await hall.isWell();
    expect(hostile.messages.length).toBeLessThan(600);
    await hostile.when(() => hostile.isOver);
    expect(hall.memory() - before).toBeLessThan(100 * MiB);
  });

  it('[G8] that has a new document read each time is closed sooner', async () => {
    const hostile = await Hostile.open(hall.url);
    const fields = 'meetings(first: 1) { edges { node { id title seq } } }';
    hostile.tcp.write(
      frames(150, (n) =>
        clientFrame(
          'text',
          JSON.stringify({
            id: `${n}`,
            type: 'subscribe',
            payload: { query: `query q${n} { ${`${fields} `.repeat(9)} }` },
          }),
        ),
      ),
    );
    expect(await hostile.ended()).toBe(4429);
    hostile.tcp.destroy();
    await hall.isWell();
  });

  it('[G9] may have fifty operations; one more is refused, and the others go on', async () => {
    const hostile = await Hostile.open(hall.url);
    for (let n = 1; n <= 50; n += 1) hostile.subscribe(`${n}`, BOARD, { id: hall.meetingId });
    await hostile.when(() => hostile.messages.filter(({ type }) => type === 'next').length === 50);
    hostile.subscribe('51', BOARD, { id: hall.meetingId });
    const { id, payload } = await hostile.until(({ type }) => type === 'error');
    expect([id, payload[0].extensions]).toEqual(['51', { code: 'TOO_COMPLEX', detail: 'tooManyAtOnce', limit: 50 }]);
    await hall.isWell();
    await hostile.when(() => hostile.messages.filter(({ type }) => type === 'next').length >= 100);
    hostile.send({ id: '7', type: 'complete' });
    hostile.subscribe('in its place', BOARD, { id: hall.meetingId });
    await hostile.until(({ id: of, type }) => of === 'in its place' && type === 'next');
    hostile.tcp.destroy();
    await hall.isWell();
  });

  it('[G9] may not follow more than it may ask for', async () => {
    const hostile = await Hostile.open(hall.url);
    const large = (n: number) =>
      `subscription s${n}($id: ID!) { board(meetingId: $id) { ${Array.from({ length: 29 }, (_, a) => `a${a}: agenda { id title kind status position plannedSeconds speaker { name post organization } }`).join(' ')} } }`;
    for (let n = 1; n <= 20; n += 1) hostile.subscribe(`${n}`, large(n), { id: hall.meetingId });
    const { payload } = await hostile.until(({ type }) => type === 'error');
    expect(payload[0].extensions).toMatchObject({ code: 'TOO_COMPLEX', detail: 'tooCostlyTogether' });
    hostile.tcp.destroy();
    await hall.isWell();
  });

  it('[G12] that asks and never reads is sent away before much waits for it', async () => {
    const { data } = await post(hall.url, TEXTS, { id: hall.meetingId });
    for (const { id } of data.meeting.statements)
      await post(hall.url, WRITE, { id: hall.meetingId, of: id, body: '述'.repeat(50_000) });
    await hall.isWell();
    const before = hall.memory();
    const hostile = await Hostile.open(hall.url);
    hostile.tcp.pause();
    let most = 0;
    /** How many sockets there are, and the most that ever waited for them. */
    const look = async () => {
      const metrics = await (await fetch(`${hall.url}/metrics`)).text();
      const value = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(metrics)?.[1]);
      most = Math.max(most, value('rostrum_waiting_bytes'));
      return value('rostrum_sockets');
    };
    await eventually(look, (sockets) => sockets === 3);
    most = 0;
    let asked = 0;
    const asking = setInterval(() => {
      asked += 1;
      hostile.subscribe(`${asked}`, TEXTS, { id: hall.meetingId });
    }, 400);
    try {
      await eventually(look, (sockets) => sockets === 2, 45_000);
    } finally {
      clearInterval(asking);
    }
    // It would be a hundred megabytes by the time its pongs are missed.
    expect(most).toBeGreaterThan(MiB);
    expect(most).toBeLessThan(16 * MiB);
    hostile.tcp.destroy();
    await hall.isWell();
    expect(hall.memory() - before).toBeLessThan(150 * MiB);
  });

  it('[G16] that never reads its boards costs one board', async () => {
    const hostile = await Hostile.open(hall.url);
    for (let n = 1; n <= 10; n += 1) hostile.subscribe(`${n}`, BOARD, { id: hall.meetingId });
    await hostile.until(({ type }) => type === 'next');
    hostile.tcp.pause();
    for (let n = 0; n < 30; n += 1) await hall.isWell();
    hostile.tcp.resume();
    hostile.tcp.destroy();
  });

  it('[G10] of an address that has too many is not let in, until one of them leaves', async () => {
    const sockets = async () => /^rostrum_sockets (\d+)/m.exec(await (await fetch(`${hall.url}/metrics`)).text())?.[1];
    // Whoever was sent away before is cut off by now.
    await eventually(sockets, (count) => count === '2');
    // Whoever knocks and never comes in counts as long as it knocks.
    const { host } = new URL(hall.url);
    const broken = handshake(host).replace(/Sec-WebSocket-Key: .*/, 'Sec-WebSocket-Key: none');
    for (let n = 0; n < 50; n += 1) expect(await writeRaw(hall.url, broken, true)).toContain(' 400 ');
    const many = await Promise.all(Array.from({ length: 38 }, () => Hostile.open(hall.url)));
    await expect(Hostile.open(hall.url)).rejects.toThrow('429');
    await hall.isWell();
    many[0]!.tcp.destroy();
    const next = await eventually(() => Hostile.open(hall.url), Boolean);
    for (const { tcp } of [...many, next]) tcp.destroy();
    await hall.isWell();
  });
});
