import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express, { type ErrorRequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { loadBoard } from './board/board.load.js';
import type { Config } from './config.js';
import { createContext, type Services } from './context.js';
import type { OpenDatabase } from './database/open.js';
import { createHttpDoor } from './doors/http.js';
import { presentError, tongueOf, translate } from './doors/present.js';
import { screens } from './doors/screens.js';
import { createSocketDoor } from './doors/socket.js';
import { Refusal } from './errors.js';
import { createClock } from './journal/clock.js';
import { createNotifyDoorbell } from './journal/doorbell.notify.js';
import { createRedisDoorbell } from './journal/doorbell.redis.js';
import { createFollow } from './journal/follow.js';
import { loadEntries } from './journal/journal.load.js';
import { createWrite } from './journal/write.js';
import { createLive } from './live/live.js';
import { buildRostrumSchema } from './schema.js';

export interface RostrumServer {
  schema: GraphQLSchema;
  services: Services;
  /** Address of the server, such as http://127.0.0.1:4000 */
  url: string;
  /** Finishes what is under way, tells sockets to reconnect, and stops listening. The database stays open. */
  close(): Promise<void>;
}

interface Needs {
  config: Config;
  open: OpenDatabase;
  log: Logger;
}

/** Puts the rooms together and listens. */
export async function createServer({
  config,
  open: { database, url: databaseUrl },
  log,
}: Needs): Promise<RostrumServer> {
  const clock = createClock();
  const report = (message: string, error?: unknown) => log.warn({ err: error }, message);
  const doorbell = config.REDIS_URL
    ? createRedisDoorbell({ url: config.REDIS_URL, database, report })
    : createNotifyDoorbell({ url: databaseUrl, database, report });
  const follow = createFollow({ doorbell, database, clock, report });
  const live = createLive({
    follow,
    loadBoard: (meetingId) => loadBoard(database, meetingId),
    loadEntries: (meetingId, after, first) => loadEntries(database.manager, meetingId, after, first),
  });
  const services: Services = { database, write: createWrite(database), live, clock };
  const schema = await buildRostrumSchema();
  const reportBug = (id: string, error: unknown) => log.error({ id, err: error }, 'an error that is ours');

  const app = express().disable('x-powered-by');
  const httpServer = createHttpServer(app);
  const { INTROSPECTION: introspection, EXPLORER: explorer, CORS_ORIGINS: origins } = config;
  const http = createHttpDoor({
    schema,
    httpServer,
    introspection,
    explorer,
    patience: config.SHUTDOWN_SECONDS * 1000,
    reportBug,
  });
  const socket = createSocketDoor({ schema, httpServer, services, introspection, origins, reportBug });
  await http.start();

  let isStopping = false;
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const isReady =
      !isStopping &&
      (await database.query('SELECT 1').then(
        () => true,
        () => false,
      ));
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  app.use(
    '/graphql',
    cors({ origin: origins }),
    express.json({ limit: '1mb' }),
    expressMiddleware(http, {
      context: async ({ req }) => createContext(services, tongueOf(req.headers['accept-language'])),
    }),
  );
  app.use(screens({ explorer }));
  app.use(answerErrors(reportBug));

  const close = async () => {
    isStopping = true;
    await Promise.all([socket.close(), http.stop()]);
    await follow.stop();
  };
  await listen(httpServer, config).catch(async (error) => {
    await Promise.allSettled([http.stop(), follow.stop()]);
    throw error;
  });
  const { port } = httpServer.address() as AddressInfo;
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  return { schema, services, url: `http://${host}:${port}`, close };
}

/** What goes wrong before a door is reached, such as a body that is no JSON: told as the doors tell it. [E3] */
const answerErrors =
  (reportBug: (id: string, error: unknown) => void): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = Number(error.status) || 500;
    const refusal = status < 500 ? new Refusal('BAD_REQUEST', { detail: error.message }) : error;
    const told = translate(presentError(refusal, reportBug), tongueOf(request.headers['accept-language']));
    response.status(status).json({ errors: [told] });
  };

const listen = (server: Server, { PORT, HOST }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(PORT, HOST, () => {
      server.off('error', reject);
      resolve();
    });
  });
