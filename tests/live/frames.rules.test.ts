import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { Frames, operationId } from '../../src/live/frames.js';

/** What a strict reader finds in server frames: final text frames, no mask, the shortest form of each length. */
function read(bytes: Buffer): unknown[] {
  const messages: unknown[] = [];
  for (let at = 0; at < bytes.length; ) {
    expect(bytes[at]).toBe(0x81);
    let length = bytes[at + 1]!;
    expect(length).toBeLessThan(128);
    at += 2;
    if (length === 126) {
      length = bytes.readUInt16BE(at);
      expect(length).toBeGreaterThan(125);
      at += 2;
    } else if (length === 127) {
      length = Number(bytes.readBigUInt64BE(at));
      expect(length).toBeGreaterThan(65_535);
      at += 8;
    }
    messages.push(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at, at + length))));
    at += length;
  }
  return messages;
}

const ids = ['1', 'a', '5f0c9a1e-7c0b-4b7e-9d0a-0123456789ab', 'with "quotes" \\ and \n', '述职', '🎤', '\ud800', ''];
const payloadOf = (length: number) => JSON.stringify({ data: '评'.repeat(Math.ceil(length / 3)) });

describe('frames', () => {
  it.each(ids)('[L12] bears the operation id %j in every frame, whatever is in it', (id) => {
    const payloads = ['{"data":1}', payloadOf(300), payloadOf(70_000)];
    const expected = payloads.map((payload) => ({ id, type: 'next', payload: JSON.parse(payload) }));
    const frames = new Frames(payloads);
    expect(read(frames.bytes(operationId(id)))).toEqual(expected);
    expect(frames.texts(operationId(id)).map((text) => JSON.parse(text))).toEqual(expected);
  });

  it('[G16] keeps a few lengths of ids only, however many clients make up', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc');
    const frames = new Frames([payloadOf(3000)]);
    collect();
    const before = process.memoryUsage().arrayBuffers;
    for (let length = 20_000; length < 21_000; length++) frames.bytes(operationId('x'.repeat(length)));
    collect();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1_000_000);
  });

  it('[L12] has the right header at every border between two forms of the length', () => {
    for (const around of [125, 65_535]) {
      for (let length = around - 60; length < around + 10; length++) {
        const payload = JSON.stringify('x'.repeat(length - 2));
        expect(read(new Frames([payload]).bytes(operationId('id')))).toHaveLength(1);
      }
    }
  });
});
