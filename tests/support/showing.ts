import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { buildSchema, graphql } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { headers } from '../../src/doors/headers.js';
import { screens } from '../../src/doors/screens.js';
import type { Board } from '../../src/web/shared/board.query.js';

/** The built screens, with boards that a test makes up: states that would take a meeting of hours come in a moment. */
export interface Showing {
  url: string;
  /** Shows a board to all who follow that meeting, and resolves to its seq. */
  show(meetingId: string, board: Board): number;
  /** Who asks by HTTP gets this, such as `viewer`. */
  answers: Record<string, NonNullable<unknown>>;
  /** Cuts every socket; with a time, nobody is let in again for so long. */
  cut(milliseconds?: number): void;
  /** How many sockets follow at the moment. */
  followers(): number;
  /** The addresses that were asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

interface Stage {
  board?: Board;
  seq: number;
  waiting: Set<() => void>;
}

const EPOCH = '00000000-0000-4000-8000-000000000001';

/**
 * The schema is the real one, so that a board that lacks something is refused, and so are the doors' headers: what a
 * policy forbids is forbidden here too.
 */
export async function openShowing(): Promise<Showing> {
  const schema = buildSchema(await readFile('schema/schema.graphql', 'utf8'));
  const stages = new Map<string, Stage>();
  const stageOf = (meetingId: string): Stage => {
    const stage = stages.get(meetingId) ?? { seq: 0, waiting: new Set() };
    stages.set(meetingId, stage);
    return stage;
  };
  let follows = 0;
  let closedUntil = 0;

  async function* board({ meetingId }: { meetingId: string }) {
    const stage = stageOf(meetingId);
    let told = 0;
    follows++;
    try {
      for (;;) {
        if (stage.board && stage.seq > told) {
          told = stage.seq;
          yield { board: { ...stage.board, meetingId, epoch: EPOCH, seq: told } };
        } else await new Promise<void>((resolve) => stage.waiting.add(resolve));
      }
    } finally {
      follows--;
    }
  }

  const answers: Showing['answers'] = { serverTime: () => new Date().toISOString() };
  const asked: string[] = [];
  const app = express();
  app.use((request, _response, next) => {
    asked.push(request.path);
    next();
  });
  app.use(headers({ explorer: false, publicUrl: '' }), screens({ explorer: false }));
  app.post('/graphql', express.json(), async ({ body }, response) => {
    const { query: source, variables: variableValues } = body;
    response.json(await graphql({ schema, source, variableValues, rootValue: answers }));
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const sockets = new WebSocketServer({ noServer: true });
  useServer({ schema, roots: { query: answers, mutation: answers, subscription: { board } } }, sockets);
  server.on('upgrade', (request, stream, head) => {
    if (Date.now() < closedUntil) return stream.destroy();
    sockets.handleUpgrade(request, stream, head, (socket: WebSocket) => sockets.emit('connection', socket, request));
  });

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    show(meetingId, shown) {
      const stage = stageOf(meetingId);
      stage.board = shown;
      stage.seq++;
      const waiting = [...stage.waiting];
      stage.waiting.clear();
      for (const wake of waiting) wake();
      return stage.seq;
    },
    answers,
    cut(milliseconds = 0) {
      closedUntil = Date.now() + milliseconds;
      for (const socket of sockets.clients) socket.terminate();
    },
    followers: () => follows,
    asked,
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      server.closeAllConnections();
    },
  };
}
