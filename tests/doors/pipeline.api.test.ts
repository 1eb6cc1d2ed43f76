import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft } from '../support/builders.js';
import { ALIASES } from '../support/plans.js';
import { startServer, type TestServer, type ToldError } from '../support/server.js';
import { openSocket } from '../support/socket.js';

type Told = Pick<ToldError, 'message' | 'extensions'>;
const said = (errors: ToldError[]): Told[] => errors.map(({ message, extensions }) => ({ message, extensions }));

/** What the server says of a request over the socket, before it executes anything. */
async function overSocket(server: TestServer, query: string, variables: object, language: string): Promise<Told[]> {
  const socket = openSocket(server.url, { connectionParams: { language } });
  const queue = socket.subscribe(query, variables);
  const failure = await queue.next().then(
    ({ errors }) => errors ?? [],
    (error: Error) => JSON.parse(error.message.replace('the operation is over: ', '')),
  );
  await socket.close();
  return said(failure);
}

const FIRST = 'query ($first: Int!) { meetings(first: $first) { totalCount } }';
const STATUS = 'query ($s: [MeetingStatus!]) { meetings(filter: { status: $s }) { totalCount } }';

describe('both doors', () => {
  let open: TestServer;
  let closed: TestServer;
  beforeAll(async () => {
    [open, closed] = await Promise.all([
      startServer(),
      startServer({ INTROSPECTION: false, TRUSTED_DOCUMENTS: false }),
    ]);
  });
  afterAll(() => Promise.all([open.stop(), closed.stop()]));

  const cases: [name: string, query: string, variables?: object][] = [
    ['a syntax error', '{ meetings('],
    ['an unknown field', '{ meetingz { id } }'],
    ['a mistaken field', '{ meeting(id: "x") { titel } }'],
    ['the schema', '{ __schema { types { name } } } #'],
    ['too many aliases', ALIASES],
    ['too many tokens', `{ ${'a '.repeat(3_000)} }`],
    ['too long a text', `{ serverTime } #${'x'.repeat(20_000)}`],
    ['too costly an answer', '{ persons(first: 100000) { edges { node { name } } } }'],
    ['a missing variable', FIRST],
    ['a wrong variable', FIRST, { first: 'x' }],
    ['a mistaken value of a variable', STATUS, { s: ['LIV'] }],
    ['too many values', STATUS, { s: Array(2_001).fill('LIVE') }],
    ['too deep a variable', STATUS, { s: JSON.parse(`${'['.repeat(12)}${']'.repeat(12)}`) }],
    [
      'a subscription’s odd directive',
      'subscription ($x: Boolean!) { board(meetingId: "x") @include(if: $x) { seq } }',
      { x: true },
    ],
  ];

  it.each(cases)(
    '[G1] say the same of %s, in both languages, whatever is configured',
    async (_, query, variables = {}) => {
      for (const server of [open, closed]) {
        for (const language of ['zh', 'en']) {
          const { errors = [], status, data } = await server.ask(query, variables, language);
          const isShown = server === open && query.includes('__schema');
          expect(status).toBe(isShown ? 200 : 400);
          if (!isShown) expect([data, errors.length > 0]).toEqual([undefined, true]);
          expect(await overSocket(server, query, variables, language)).toEqual(said(errors));
        }
      }
      expect([...open.logged, ...closed.logged]).toEqual([]);
    },
  );

  it('[G6] correct a mistaken name only where introspection is on', async () => {
    for (const [query, variables] of [
      ['{ meeting(id: "x") { titel } }', {}],
      [STATUS, { s: ['LIV'] }],
      ['query ($f: MeetingFilter) { meetings(filter: $f) { totalCount } }', { f: { perod: 'x' } }],
    ] as const) {
      expect((await open.ask(query, variables)).errors?.[0]?.message).toMatch(/Did you mean/);
      expect((await closed.ask(query, variables)).errors?.[0]?.message).not.toMatch(/Did you mean/);
      expect((await overSocket(closed, query, variables, 'en'))[0]?.message).not.toMatch(/Did you mean/);
    }
  });

  it('[G1] [E1] tell an error of ours by an id, and by nothing else', async () => {
    const { meetingId } = await aDraft(open);
    await open.sql('ALTER TABLE requirement RENAME TO hidden');
    const query = 'query ($id: ID!) { meeting(id: $id) { requirements { heading } } }';
    const { errors = [] } = await open.ask(query, { id: meetingId });
    const told = [...said(errors), ...(await overSocket(open, query, { id: meetingId }, 'en'))];
    await open.sql('ALTER TABLE hidden RENAME TO requirement');
    expect(told).toHaveLength(2);
    for (const { message, extensions } of told) {
      expect(extensions).toEqual({ code: 'INTERNAL', id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
      expect(message).toBe(`Something went wrong in the server; it is logged under ${extensions.id}.`);
      expect(open.logged.filter(({ id }) => id === extensions.id)).toHaveLength(1);
    }
    open.logged.length = 0;
  });
});

describe('trusted documents', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ TRUSTED_DOCUMENTS: true });
  });
  afterAll(() => server.stop());

  it('[G14] are taken over both doors, and others are refused by both, also over GET and with more in the request', async () => {
    expect((await server.ask('{ serverTime }')).errors).toBeUndefined();
    const socket = openSocket(server.url);
    expect((await socket.subscribe('{ serverTime }').next()).errors).toBeUndefined();
    await socket.close();
    const other = '{ serverTime __typename }';
    const { errors = [], status } = await server.ask(other, {}, 'zh');
    expect([status, errors[0]?.extensions.code]).toEqual([403, 'UNTRUSTED_DOCUMENT']);
    expect(await overSocket(server, other, {}, 'zh')).toEqual(said(errors));
    const headers = { 'content-type': 'application/json', 'apollo-require-preflight': '1' };
    const requests: [string, RequestInit][] = [
      ['', { method: 'POST', headers, body: JSON.stringify({ query: other, extensions: { a: 1 } }) }],
      ['', { method: 'POST', headers, body: JSON.stringify({ query: other, operationName: 'x' }) }],
      [`?query=${encodeURIComponent(other)}`, { headers }],
      [`?query=${encodeURIComponent(other)}&extensions=${encodeURIComponent('{"a":1}')}`, { headers }],
    ];
    for (const [search, request] of requests) {
      const response = await fetch(`${server.url}/graphql${search}`, request);
      expect([search, response.status]).toEqual([search, 403]);
    }
    // Whatever slips past the guard is told by Apollo Server, and not executed either.
    const extra = await fetch(`${server.url}/graphql?query=${encodeURIComponent(other)}&extensions=x`, { headers });
    expect(extra.status).toBeGreaterThanOrEqual(400);
    expect(await extra.text()).not.toContain('"data"');
  });
});
