import type { AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import cors from 'cors';
import express from 'express';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { createAttempts } from './access/attempts.js';
import { createPasses } from './access/passes.js';
import { createRights } from './access/rights.load.js';
import { createSeen } from './access/seen.js';
import { createTurnstile } from './access/turnstile.js';
import { appointMaker } from './account/appointment.store.js';
import { createPasswords } from './account/password.js';
import { createAudit } from './audit/audit.js';
import { loadBoard } from './board/board.load.js';
import type { Config } from './config.js';
import { createContext, type Services } from './context.js';
import type { OpenDatabase } from './database/open.js';
import { auditExport } from './doors/audit.export.js';
import { answerErrors, refuseLarge } from './doors/faults.js';
import { createGuard } from './doors/guard.js';
import { headers } from './doors/headers.js';
import { health } from './doors/health.js';
import { createHttpDoor } from './doors/http.js';
import { createKept } from './doors/kept.js';
import { createListener, listen } from './doors/listener.js';
import { oidcDoor } from './doors/oidc.js';
import { createPlans } from './doors/plans.js';
import { tongueOf } from './doors/present.js';
import { createProtocol } from './doors/protocol.js';
import { screens } from './doors/screens.js';
import { createSocketDoor } from './doors/socket.js';
import { readTrusted } from './doors/trusted.js';
import { createVisits } from './doors/visits.js';
import { createClock } from './journal/clock.js';
import { createNotifyDoorbell } from './journal/doorbell.notify.js';
import { createFollow } from './journal/follow.js';
import { loadEntries } from './journal/journal.load.js';
import { createTail } from './journal/tail.js';
import { createWrite } from './journal/write.js';
import { createLive } from './live/live.js';
import { createStats } from './live/stats.js';
import { buildRostrumSchema } from './schema.js';
import { createMetrics } from './telemetry/metrics.js';
import { overhear } from './telemetry/overhear.js';
import { inSpanOf, inTrace } from './telemetry/trace.js';

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
  const { INTROSPECTION: introspection, EXPLORER: explorer, PUBLIC_URL: publicUrl } = config;
  const origins = publicUrl === '' ? config.CORS_ORIGINS : [...config.CORS_ORIGINS, new URL(publicUrl).origin];
  const trusted = config.TRUSTED_DOCUMENTS ? readTrusted() : null;
  const report = (message: string, error?: unknown) => log.warn({ err: error }, message);
  const reportBug = (id: string, error: unknown) => log.error({ id, err: error }, 'an error that is ours');
  const app = express().disable('x-powered-by').disable('etag');
  const { httpServer, drain } = createListener(config.SHUTDOWN_SECONDS * 1000);
  let url = '';
  const clock = createClock();
  const stats = createStats();
  const metrics = createMetrics({
    stats,
    database,
    httpServer,
    meetings: () => follow.size,
    waiting: () => socket.waitingBytes(),
  });

  const rung = config.REDIS_URL
    ? (await import('./journal/doorbell.redis.js')).createRedisDoorbell({ url: config.REDIS_URL, database, report })
    : createNotifyDoorbell({ url: databaseUrl, database, report });
  const doorbell = overhear(rung, clock, metrics);
  const follow = createFollow({ doorbell, database, clock, report, onAhead: doorbell.ahead });
  const rights = createRights(database);
  const seen = createSeen({ database, open: () => passes.sessions(), report });
  const passes = createPasses({ database, rights, now: clock.now, seen, report });
  const tail = createTail({ load: (id, after, first) => loadEntries(database.manager, id, after, first) });
  const live = createLive({
    follow,
    stats,
    level: config.LIVE_LEVEL,
    loadBoard: (id) =>
      inSpanOf(doorbell.trace(id), 'board load', async (note) => {
        const board = await loadBoard(database, id);
        note({ 'rostrum.meeting': id, 'rostrum.seq': board.seq });
        return board;
      }),
    // A rename is told to meetings that are not over, and to no others.
    isKept: ({ status }) => status !== 'CLOSED' && status !== 'ARCHIVED',
    after: tail.after,
    sending: doorbell.sending,
    check: passes.check,
  });
  const audit = createAudit(database, report);
  const services: Services = {
    config,
    database,
    writeAs: createWrite(database, audit, appointMaker),
    live,
    clock,
    audit,
    attempts: createAttempts(database),
    turnstile: createTurnstile(2, 1000),
    passwords: createPasswords(),
    home: () => config.PUBLIC_URL.replace(/\/+$/, '') || url,
    rights,
    passes,
  };
  const schema = await buildRostrumSchema();
  const plans = createPlans({ schema, introspection, trusted });
  const isSecure = publicUrl.startsWith('https://');
  const visits = createVisits({ database, audit, isSecure, trustedProxies: config.TRUST_PROXY, report });
  const http = createHttpDoor({
    schema,
    plans,
    introspection,
    explorer,
    drain,
    reportBug,
  });
  const protocol = createProtocol({ schema, services, plans, visits, reportBug });
  const socket = createSocketDoor({
    httpServer,
    protocol,
    stats,
    origins,
    drainSeconds: config.DRAIN_SECONDS,
    perAddress: config.SOCKETS_PER_ADDRESS,
    trustedProxies: config.TRUST_PROXY,
  });
  await http.start();

  httpServer.on('request', createKept({ schema, plans, follow, services, visits, origins })(app));
  let isStopping = false;
  app.use(headers({ explorer, publicUrl }));
  app.use(health({ database, isStopping: () => isStopping, metrics: config.METRICS ? metrics : null }));
  app.use(
    '/graphql',
    cors({ origin: origins }),
    refuseLarge(BODY),
    express.json({ limit: BODY }),
    createGuard({ plans, reportBug }),
    (request, _response, next) => inTrace(request.get('traceparent'), next),
    async (request, response, next) => {
      response.locals.visit = await visits.ofRequest(request, response);
      next();
    },
    expressMiddleware(http, {
      context: async ({ req, res }) =>
        createContext(services, tongueOf(req.headers['accept-language']), res.locals.visit),
    }),
  );
  if (config.OIDC_ISSUER) app.use(oidcDoor({ services, visits, report }));
  app.use(auditExport({ services, visitOf: (request) => visits.ofRequest(request, request.res!), reportBug }));
  app.use(screens({ explorer }));
  app.use(answerErrors(reportBug));

  const close = async () => {
    isStopping = true;
    httpServer.close();
    // The sockets are sent away a few at a time; HTTP would wait for them.
    await socket.close();
    await http.stop();
    await audit.close();
    await follow.stop();
    await passes.stop();
    await seen.stop();
    metrics.close();
  };
  await listen(httpServer, config).catch(async (error) => {
    await Promise.allSettled([socket.close(), http.stop(), audit.close(), follow.stop(), passes.stop(), seen.stop()]);
    metrics.close();
    throw error;
  });
  const { port } = httpServer.address() as AddressInfo;
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  url = `http://${host}:${port}`;
  return { schema, services, url, close };
}

/** The longest text that can be kept is 50,000 characters, of four bytes each at most. [G4] */
const BODY = 256 * 1024;
