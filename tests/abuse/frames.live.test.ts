import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../support/hall.js';
import { Hostile } from '../support/hostile.js';
import { clientFrame } from '../support/rfc6455.js';

const MASK = [0, 0, 0, 0];
const frame = (...bytes: number[]) => Buffer.from(bytes);
const huge = (length: bigint) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(length);
  return [...bytes];
};
const text = (words: string) => clientFrame('text', words);
const list = (count: number, one: Buffer) => Buffer.concat(Array(count).fill(one));

describe('bytes that are no message', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall();
  });
  afterAll(() => hall.close());

  it.each<[string, Buffer, (number | null)[]]>([
    ['a binary message', frame(0x82, 0x82, ...MASK, 1, 2), [1003]],
    ['JSON as binary', Buffer.concat([frame(0x82, 0x8f, ...MASK), Buffer.from('{"type":"ping"}')]), [1003]],
    ['text that is no UTF-8', frame(0x81, 0x82, ...MASK, 0xff, 0xfe), [1007]],
    ['half a letter', frame(0x81, 0x81, ...MASK, 0xe8), [1007]],
    ['RSV1', frame(0xc1, 0x80, ...MASK), [1002]],
    ['RSV2', frame(0xa1, 0x80, ...MASK), [1002]],
    ['RSV3', frame(0x91, 0x80, ...MASK), [1002]],
    ['an opcode for later', frame(0x83, 0x80, ...MASK), [1002]],
    ['a control opcode for later', frame(0x8b, 0x80, ...MASK), [1002]],
    ['a frame without mask', frame(0x81, 0x02, 0x7b, 0x7d), [1002]],
    ['a continuation of nothing', frame(0x80, 0x80, ...MASK), [1002]],
    ['a ping in pieces', frame(0x09, 0x80, ...MASK), [1002]],
    ['a long ping', frame(0x89, 0xfe, 0, 126, ...MASK), [1002]],
    ['a close with half a code', frame(0x88, 0x81, ...MASK, 3), [1002]],
    ['a close with a code that is none', frame(0x88, 0x82, ...MASK, 0, 1), [1002]],
    ['a length of 64 kB and one', frame(0x81, 0xff, ...huge(65_537n)), [1009]],
    ['a length of a gigabyte', frame(0x81, 0xff, ...huge(2n ** 30n)), [1009]],
    ['a length of 2^53', frame(0x81, 0xff, ...huge(2n ** 53n)), [1009]],
    ['a length of 2^63', frame(0x81, 0xff, ...huge(2n ** 63n)), [1009]],
    [
      '64 kB and one in pieces',
      Buffer.concat([
        frame(0x01, 0xfe, 0xff, 0xff, ...MASK),
        Buffer.alloc(65_535, 0x20),
        frame(0x80, 0x82, ...MASK, 0x20, 0x20),
      ]),
      [1009],
    ],
    [
      'pieces without end',
      Buffer.concat([frame(0x01, 0x80, ...MASK), list(100, frame(0x00, 0x80, ...MASK))]),
      [1008, 1009, 1002],
    ],
    ['no JSON', text('hello'), [4400]],
    ['nothing', text(''), [4400]],
    ['null', text('null'), [4400]],
    ['a list', text('[{"type":"ping"}]'), [4400]],
    ['half of JSON', text('{"type":"subscribe","id":"1"'), [4400]],
    ['an unknown type', text('{"type":"start","id":"1"}'), [4400]],
    ['a type of an object’s own', text('{"type":"__proto__"}'), [4400]],
    ['a number as id', text('{"type":"subscribe","id":1,"payload":{"query":"{ serverTime }"}}'), [4400]],
    ['no id', text('{"type":"subscribe","payload":{"query":"{ serverTime }"}}'), [4400]],
    ['a number as query', text('{"type":"subscribe","id":"1","payload":{"query":1}}'), [4400]],
    [
      'a list as variables',
      text('{"type":"subscribe","id":"1","payload":{"query":"{ serverTime }","variables":[]}}'),
      [4400],
    ],
    ['a batch as payload', text('{"type":"subscribe","id":"1","payload":[{"query":"{ serverTime }"}]}'), [4400]],
    ['a ping with depth', text(`{"type":"ping","payload":{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}}`), [4400]],
    ['depth without end', text('['.repeat(60_000)), [4400]],
    [
      'parameters that are kept for ever',
      text(`{"type":"connection_init","payload":{"a":"${'x'.repeat(9_000)}"}}`),
      [4400],
    ],
    ['a second init', text('{"type":"connection_init"}'), [4429]],
  ])('[G11] cost at most the socket that sends them: %s', async (_, bytes, codes) => {
    const hostile = await Hostile.open(hall.url);
    hostile.tcp.write(bytes);
    expect(codes).toContain(await hostile.ended());
    hostile.tcp.destroy();
    await hall.isWell();
  });

  it.each<[string, Buffer]>([
    ['half a header', frame(0x81)],
    ['half a length', frame(0x81, 0xfe, 0)],
    ['half a mask', frame(0x81, 0x84, 1, 2)],
    ['half a message', frame(0x81, 0xff, ...huge(60_000n), ...MASK, 0x7b)],
    ['one piece of several', frame(0x01, 0x82, ...MASK, 0x7b, 0x7d)],
  ])('[G11] that stop in the middle leave nothing behind: %s', async (_, bytes) => {
    for (const leave of ['destroy', 'resetAndDestroy', 'end'] as const) {
      const hostile = await Hostile.open(hall.url);
      hostile.tcp.write(bytes);
      if (leave === 'end') hostile.tcp.end();
      else hostile.tcp[leave]();
      await hostile.ended();
    }
    await hall.isWell();
  });

  it('[G11] messages before the first word are refused, and those about nothing pass', async () => {
    for (const message of [
      '{"type":"subscribe","id":"1","payload":{"query":"{ serverTime }"}}',
      '{"type":"next","id":"1","payload":{}}',
    ]) {
      const hostile = await Hostile.open(hall.url, { init: false });
      hostile.send(message);
      expect([4401, 4400]).toContain(await hostile.ended());
    }
    const quiet = await Hostile.open(hall.url);
    for (const id of ['nothing', '__proto__', 'constructor']) quiet.send({ type: 'complete', id });
    quiet.send('{"type":"pong","payload":{"__proto__":{"polluted":1}}}');
    quiet.subscribe(
      '1',
      '{ serverTime }',
      JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
    );
    expect((await quiet.until(({ type }) => type === 'next')).payload.errors).toBeUndefined();
    expect(quiet.isOver).toBe(false);
    quiet.tcp.destroy();
    await hall.isWell();
  });

  it('[G11] two operations of one name cost the socket, one after the other does not', async () => {
    const board = 'subscription ($id: ID!) { board(meetingId: $id) { seq } }';
    for (const id of ['1', '述'.repeat(10_000)]) {
      const twice = await Hostile.open(hall.url);
      twice.subscribe(id, board, { id: hall.meetingId });
      twice.subscribe(id, board, { id: hall.meetingId });
      expect(await twice.ended()).toBe(4409);
      const later = await Hostile.open(hall.url);
      later.subscribe(id, board, { id: hall.meetingId });
      await later.until(({ type }) => type === 'next');
      later.subscribe(id, board, { id: hall.meetingId });
      expect(await later.ended()).toBe(4409);
    }
    const again = await Hostile.open(hall.url);
    for (const name of ['a', 'b', 'c']) {
      again.subscribe('1', `{ ${name}: serverTime }`);
      await again.until(({ type, payload }) => type === 'next' && name in payload.data);
      await again.when(() => again.messages.filter(({ type }) => type === 'complete').length > 'abc'.indexOf(name));
    }
    again.tcp.destroy();
    await hall.isWell();
  });
});
