import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Context as SocketContext } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { createContext, type Services } from '../context.js';
import type { Stats } from '../live/stats.js';
import { presentError, type ReportBug, type Tongue, tongueOf, translate } from './present.js';

interface Settings {
  schema: GraphQLSchema;
  httpServer: Server;
  services: Services;
  introspection: boolean;
  origins: string[];
  stats: Stats;
  reportBug: ReportBug;
}

export interface SocketDoor {
  /** Bytes that sockets have not taken yet. */
  waitingBytes(): number;
  /** Tells all sockets to come back later (1012, which clients take as a reason to reconnect), and lets none in. [L7] */
  close(): Promise<void>;
}

const PATH = '/graphql';
const MAX_PAYLOAD = 64 * 1024;
const PING_EVERY = 12_000;
const CLOSE_WITHIN = 2_000;

/** The WebSocket door: graphql-transport-ws, on the same port and path as HTTP. */
export function createSocketDoor({
  schema,
  httpServer,
  services,
  introspection,
  origins,
  stats,
  reportBug,
}: Settings): SocketDoor {
  // ws would accept messages of 100 MiB.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_PAYLOAD });
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  let isClosing = false;

  /** Whatever a request for a socket holds, it costs nobody else anything. [E6] */
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refuse = (status: string) => {
      stats.refused += 1;
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    };
    if (isClosing) return refuse('503 Service Unavailable');
    if (request.url?.split('?')[0] !== PATH) return refuse('404 Not Found');
    if (!isFromHere(request, origins)) return refuse('403 Forbidden');
    sockets.handleUpgrade(request, socket, head, (webSocket) => sockets.emit('connection', webSocket, request));
  };
  httpServer.on('upgrade', upgrade);
  sockets.on('connection', (webSocket) => {
    stats.sockets += 1;
    webSocket.once('close', () => (stats.sockets -= 1));
  });

  const present = (ctx: SocketContext<Params, Extra>, errors: readonly unknown[]): GraphQLFormattedError[] =>
    errors.map((error) => translate(presentError(error, reportBug), tongueOfSocket(ctx)));

  /** graphql-js throws, against its word, where a directive on a subscription's own field takes a variable. */
  const faults = (document: DocumentNode): readonly GraphQLError[] => {
    try {
      return validate(schema, document, rules);
    } catch (error) {
      return [error as GraphQLError];
    }
  };

  const protocol = useServer<Params>(
    {
      // A syntax error thrown here would cost the whole socket; returned, it ends this operation only. [L6]
      onSubscribe: (ctx, _id, { query, variables, operationName }) => {
        const document = read(query);
        if (document instanceof GraphQLError) return [document];
        const errors = faults(document);
        if (errors.length > 0) return errors;
        const contextValue = createContext(services, tongueOfSocket(ctx));
        return { schema, document, variableValues: variables, operationName, contextValue };
      },
      onError: (ctx, _id, _payload, errors) => present(ctx, errors),
      onNext: (ctx, _id, _payload, _args, result): FormattedExecutionResult => {
        stats.deliveries += 1;
        return {
          ...(result as ExecutionResult & FormattedExecutionResult),
          ...(result.errors && { errors: present(ctx, result.errors) }),
        };
      },
    },
    sockets,
    PING_EVERY,
  );

  return {
    waitingBytes: () => [...sockets.clients].reduce((sum, { bufferedAmount }) => sum + bufferedAmount, 0),
    async close() {
      isClosing = true;
      for (const client of sockets.clients) client.close(1012, 'The server restarts; come back');
      // A client that sleeps never answers; ws alone would wait half a minute for it.
      const impatience = setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
      }, CLOSE_WITHIN);
      await protocol.dispose();
      clearTimeout(impatience);
      httpServer.off('upgrade', upgrade);
    },
  };
}

type Params = { language?: unknown };

function tongueOfSocket({ connectionParams, extra }: SocketContext<Params, Extra>): Tongue {
  const said = connectionParams?.language;
  return tongueOf(typeof said === 'string' ? said : extra.request.headers['accept-language']);
}

function read(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: 10_000 });
  } catch (error) {
    return error as GraphQLError;
  }
}

/** Browsers name the page's origin: only our own pages and the origins allowed by configuration may open a socket. [E4] */
function isFromHere({ headers }: IncomingMessage, origins: string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
