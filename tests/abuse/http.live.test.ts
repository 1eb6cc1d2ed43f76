import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Hall, openHall } from '../support/hall.js';
import { openRaw, writeRaw } from '../support/hostile.js';

describe('hostile requests', () => {
  let hall: Hall;
  beforeAll(async () => {
    hall = await openHall();
  });
  afterAll(() => hall.close());

  const head = (more = '') => `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${more}`;
  const status = (answer: string) => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1];

  it.each<[string, string, string | undefined]>([
    ['a header of 20 kB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, '431'],
    [
      'thousands of headers',
      `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${'a: b\r\n'.repeat(6_000)}\r\n`,
      '200',
    ],
    ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00', '400'],
    ['two lengths', `${head('Content-Length: 2\r\nContent-Length: 3\r\n')}\r\n{}`, '400'],
    ['a length and pieces', `${head('Content-Length: 2\r\nTransfer-Encoding: chunked\r\n')}\r\n0\r\n\r\n`, '400'],
    ['a length that is none', `${head('Content-Length: -1\r\n')}\r\n`, '400'],
    ['a length of a gigabyte', `${head('Content-Length: 1073741824\r\nConnection: close\r\n')}\r\n{`, '413'],
    [
      'a path of traversal',
      'GET /assets/../../../../etc/passwd HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      '404',
    ],
    [
      'a path of hidden traversal',
      'GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      '404',
    ],
    ['a path that can’t be decoded', 'GET /board/%E0%A4%A HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', '400'],
    [
      'another site’s address',
      'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
      '200',
    ],
  ])('[G12] cost nobody else anything: %s', async (_, text, expected) => {
    expect(status(await writeRaw(hall.url, text))).toBe(expected);
    await hall.isWell();
  });

  it('[G12] that come drop by drop, in their head or their body, are cut off', async () => {
    const drip = async (text: string) => {
      const { tcp, ended } = openRaw(hall.url);
      tcp.write(text);
      const dripping = setInterval(() => tcp.write('x'), 500);
      const said = await ended;
      clearInterval(dripping);
      return status(said);
    };
    const body = `${head('Content-Length: 1000\r\n')}\r\n{"query":"`;
    const slow = [
      drip('GET / HTTP/1.1\r\nHost: x\r\nX: '),
      drip(body),
      ...Array.from({ length: 50 }, () => drip('GET / HT')),
    ];
    await hall.isWell();
    const answers = await Promise.all(slow);
    expect(new Set(answers)).toEqual(new Set(['408', '400']));
    await hall.isWell();
  });

  it('[G12] in a long line on one connection, whose answers are not read, are not all answered', async () => {
    const { hostname, port } = new URL(hall.url);
    const before = hall.memory();
    const tcp = connect(Number(port), hostname);
    tcp.on('error', () => {}).pause();
    const one =
      'GET /graphql?query=%7B__schema%7Btypes%7Bname%20description%7D%7D%7D HTTP/1.1\r\nHost: x\r\nApollo-Require-Preflight: 1\r\n\r\n';
    tcp.write(one.repeat(5_000));
    for (let n = 0; n < 5; n += 1) await hall.isWell();
    expect(hall.memory() - before).toBeLessThan(200 * 1024 * 1024);
    tcp.destroy();
    await hall.isWell();
  });

  it('[G5] lists of a thousand operations are refused whole', async () => {
    const body = JSON.stringify(Array(1_000).fill({ query: '{ serverTime }' }));
    const response = await fetch(`${hall.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect(response.status).toBe(400);
    await hall.isWell();
  });
});
