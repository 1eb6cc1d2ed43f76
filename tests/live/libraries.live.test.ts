import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, subscriptionExchange } from '@urql/core';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Config } from '../../src/config.js';
import { aDraft, idsOf } from '../support/builders.js';
import { TOKEN } from '../support/credentials.js';
import { BOARD, JOURNAL, range, writeTitles } from '../support/followed.js';
import { eventually } from '../support/process.js';
import { startServer, type TestServer } from '../support/server.js';

describe.each([1, 2, 3])('at level %i of the broadcaster, strict clients', (level) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ LIVE_LEVEL: level } as Partial<Config>);
  });
  afterAll(() => server.stop());

  const write = (meetingId: string, count: number) => writeTitles(server, meetingId, count);

  it.each(['graphql-ws', 'Apollo Client', 'urql'])(
    '[L12] such as %s get every entry and the newest board',
    async (name) => {
      const { meetingId } = await aDraft(server);
      const { seq: after } = await idsOf(server, meetingId);
      const problems: unknown[] = [];
      const transport = createClient({
        url: `${server.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { token: TOKEN },
        retryAttempts: 0,
        on: { error: (error) => void problems.push(error) },
      });
      const follow = followers[name]!(transport, (problem) => void problems.push(problem));
      const entries: number[] = [];
      const boards: number[] = [];
      const stops = [
        follow(JOURNAL, { id: meetingId, after }, (data) => entries.push(data.journal.seq)),
        follow(BOARD, { id: meetingId }, (data) => boards.push(data.board.seq)),
      ];
      await eventually(async () => boards.length, Boolean);
      const seq = await write(meetingId, 10);
      await eventually(
        async () => [entries.at(-1), boards.at(-1)],
        (last) => last.every((one) => one === seq),
      );
      expect(entries).toEqual(range(after + 1, seq));
      expect(boards).toEqual([...new Set(boards)].toSorted((a, b) => a - b));
      expect(problems).toEqual([]);
      for (const stop of stops) stop();
      await transport.dispose();
    },
  );
});

type Follow = (document: string, variables: { id: string; after?: number }, take: (data: any) => void) => () => void;

/** The clients that front-ends use, each over graphql-ws. */
const followers: Record<
  string,
  (transport: ReturnType<typeof createClient>, fail: (problem: unknown) => void) => Follow
> = {
  'graphql-ws': (transport, fail) => (query, variables, take) =>
    transport.subscribe(
      { query, variables },
      { next: ({ data, errors }) => (errors ? fail(errors) : take(data)), error: fail, complete: () => {} },
    ),
  'Apollo Client': (transport, fail) => {
    const client = new ApolloClient({
      cache: new InMemoryCache(),
      link: ApolloLink.from([new GraphQLWsLink(transport)]),
    });
    return (query, variables, take) => {
      const options = { query: gql(query), variables, fetchPolicy: 'no-cache' as const };
      const following = client.subscribe(options).subscribe({
        next: ({ data, error }) => (error ? fail(error) : take(data)),
        error: fail,
      });
      return () => following.unsubscribe();
    };
  },
  urql: (transport, fail) => {
    const client = new Client({
      url: 'http://unused.invalid',
      preferGetMethod: false,
      exchanges: [
        subscriptionExchange({
          forwardSubscription: ({ query = '', variables }) => ({
            subscribe: (sink) => ({
              unsubscribe: transport.subscribe(
                { query, variables: variables as Record<string, unknown> },
                sink as never,
              ),
            }),
          }),
        }),
      ],
    });
    return (query, variables, take) => {
      const following = client
        .subscription(query, variables)
        .subscribe(({ data, error }) => (error ? fail(error) : take(data)));
      return () => following.unsubscribe();
    };
  },
};
