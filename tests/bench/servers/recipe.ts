import 'reflect-metadata';
import { createServer } from 'node:http';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import { createPubSub } from '@graphql-yoga/subscription';
import cors from 'cors';
import express from 'express';
import { useServer } from 'graphql-ws/use/ws';
import {
  Arg,
  buildSchema,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { WebSocketServer } from 'ws';
import { Board } from '../../../src/board/board.type.js';
import { given, listen } from './serve.js';

/** The plain recipe, as the documentation of type-graphql, Apollo Server and graphql-ws shows it, with the data in memory. */
const pubSub = createPubSub<{ BOARD: [meetingId: string, board: Board]; ENTRY: [meetingId: string, entry: Entry] }>();

@ObjectType()
class Entry {
  @Field(() => Int)
  seq!: number;

  @Field(() => String)
  type!: string;

  @Field(() => Date)
  at!: Date;
}

@ObjectType()
class EntryPage {
  @Field(() => [Entry])
  entries!: Entry[];
}

let board = given.board as unknown as Board;
let entry = given.entry as unknown as Entry;
const topicId = ({ args }: { args: { meetingId: string } }) => args.meetingId;

@Resolver(() => Board)
class BoardResolver {
  @Query(() => Board, { name: 'board' })
  present(@Arg('meetingId', () => ID) _meetingId: string): Board {
    return board;
  }

  @Subscription(() => Board, { topics: 'BOARD', topicId })
  board(@Root() changed: Board, @Arg('meetingId', () => ID) _meetingId: string): Board {
    return changed;
  }

  @FieldResolver(() => Date)
  serverTime(): Date {
    return new Date();
  }
}

@Resolver(() => Entry)
class EntryResolver {
  @Query(() => EntryPage, { name: 'journal' })
  entries(@Arg('meetingId', () => ID) _meetingId: string, @Arg('after', () => Int) _after: number): EntryPage {
    return { entries: [entry] };
  }

  @Subscription(() => Entry, { topics: 'ENTRY', topicId })
  journal(
    @Root() written: Entry,
    @Arg('meetingId', () => ID) _meetingId: string,
    @Arg('after', () => Int, { nullable: true }) _after: number | null,
  ): Entry {
    return written;
  }
}

const schema = await buildSchema({ resolvers: [BoardResolver, EntryResolver], pubSub, validate: false });
const app = express();
const httpServer = createServer(app);
const serverCleanup = useServer({ schema }, new WebSocketServer({ server: httpServer, path: '/graphql' }));
const apollo = new ApolloServer({
  schema,
  plugins: [
    ApolloServerPluginDrainHttpServer({ httpServer }),
    {
      serverWillStart: async () => ({
        drainServer: async () => {
          await serverCleanup.dispose();
        },
      }),
    },
  ],
});
await apollo.start();
app.use('/graphql', cors(), express.json(), expressMiddleware(apollo));

app.post('/emit/:kind/:count', (request, response) => {
  const { kind, count } = request.params;
  for (let left = Number(count); left > 0; left -= 1) {
    if (kind === 'board') {
      board = { ...board, seq: board.seq + 1 };
      pubSub.publish('BOARD', given.meetingId, board);
    } else {
      entry = { ...entry, seq: entry.seq + 1, at: new Date() };
      pubSub.publish('ENTRY', given.meetingId, entry);
    }
  }
  response.json({});
});
listen(httpServer);
