import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { startServer, type TestServer } from '../support/server.js';
import { openSocket } from '../support/socket.js';

const QUERIES = [
  '{ __schema { types { name } } }',
  '{ __type(name: "Meeting") { name } }',
  'query q { a: __schema { description } }',
];

describe('introspection', () => {
  let open: TestServer;
  let closed: TestServer;
  beforeAll(async () => {
    [open, closed] = await Promise.all([startServer(), startServer({ INTROSPECTION: false })]);
  });
  afterAll(() => Promise.all([open.stop(), closed.stop()]));

  it('gives the whole schema over both doors', async () => {
    const overHttp: IntrospectionQuery = await open.data(getIntrospectionQuery());
    const socket = openSocket(open.url);
    const overSocket = (await socket.subscribe(getIntrospectionQuery()).next()).data;
    await socket.close();
    expect(overSocket).toEqual(overHttp);
    const print = (schema: Parameters<typeof printSchema>[0]) => printSchema(lexicographicSortSchema(schema));
    expect(print(buildClientSchema(overHttp))).toBe(print(open.schema));
  });

  it('is refused over HTTP when it is off, and all else goes on', async () => {
    for (const query of QUERIES) {
      const { errors, status } = await closed.ask(query);
      expect([status, errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
    }
    const { errors } = await closed.ask('{ meeting(id: "x") { __typename } serverTime __typename }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    expect(await closed.data('{ meetings { __typename } __typename }')).toEqual({
      meetings: { __typename: 'MeetingConnection' },
      __typename: 'Query',
    });
  });

  it('is refused over the socket when it is off, and all else goes on', async () => {
    const socket = openSocket(closed.url);
    for (const query of [...QUERIES, `subscription { board(meetingId: "x") { seq } } ${QUERIES[2]}`]) {
      const queue = socket.subscribe(query);
      await expect(queue.next()).rejects.toThrow(/GRAPHQL_VALIDATION_FAILED/);
    }
    expect((await socket.subscribe('{ __typename }').next()).data).toEqual({ __typename: 'Query' });
    await socket.close();
  });
});
