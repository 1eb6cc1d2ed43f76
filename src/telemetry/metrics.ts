import type { RequestListener, Server } from 'node:http';
import { Registry } from 'prom-client';
import type { DataSource, EntitySubscriberInterface } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Stats } from '../live/stats.js';
import { createInstruments, type Instruments } from './instruments.js';
import { watchProcess } from './process.js';

/** What an operator sees of one server: counts and times, no names and no ids. [O1] */
export interface Metrics {
  /** A ring of the doorbell was heard, so many seconds after the entry's instant. */
  doorbellHeard(seconds: number): void;
  /** The table was ahead of what the doorbell had told. */
  doorbellMissed(): void;
  /** An entry or the board it made was given to the last of its sockets, so many seconds after the entry's instant. */
  sent(seconds: number): void;
  readonly contentType: string;
  /** All of it as Prometheus reads it. */
  text(): Promise<string>;
  close(): void;
}

interface Sources {
  stats: Stats;
  database: DataSource;
  httpServer: Server;
  /** Meetings that somebody on this server watches. */
  meetings: () => number;
  /** Bytes that sockets have not taken yet. */
  waiting: () => number;
}

/** From a tenth of what a lone server needs to where a room notices. */
const LAGS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics({ stats, database, httpServer, meetings, waiting }: Sources): Metrics {
  const registry = new Registry();
  const instruments = createInstruments(registry);
  const { gauge, counter, histogram } = instruments;
  showLive(instruments, stats);
  gauge('rostrum_meetings', 'Meetings that somebody watches on this server.', meetings);
  gauge('rostrum_waiting_bytes', 'Bytes that sockets have not taken yet.', waiting);

  let missed = 0;
  counter('rostrum_doorbell_missed_total', 'Times the table was ahead of what the doorbell had told.', () => missed);
  const lag = histogram('rostrum_doorbell_lag_seconds', 'From an entry’s instant until its ring was heard.', LAGS);
  const sent = histogram('rostrum_commit_to_send_seconds', 'From an entry’s instant to its last socket’s turn.', LAGS);

  const closers = [watchSql(instruments, database), watchHttp(instruments, httpServer), watchProcess(instruments)];
  return {
    doorbellHeard: (seconds) => lag.observe(Math.max(0, seconds)),
    doorbellMissed: () => void missed++,
    sent: (seconds) => sent.observe(Math.max(0, seconds)),
    contentType: registry.contentType,
    text: () => registry.metrics(),
    close: () => {
      for (const close of closers) close();
    },
  };
}

/** The plain numbers of the live path. */
function showLive({ gauge, counter }: Instruments, stats: Stats): void {
  const now = (key: keyof Stats, help: string) => gauge(`rostrum_${key}`, help, () => stats[key]);
  const total = (key: keyof Stats, help: string) => counter(`rostrum_${key}_total`, help, () => stats[key]);
  now('sockets', 'Open sockets.');
  now('groups', 'Groups of equal viewers; each has one execution, whatever its size.');
  now('members', 'Subscriptions in all groups.');
  counter('rostrum_board_loads_total', 'Boards read from the database: one per meeting and step.', () => stats.loads);
  total('executions', 'Executions of subscriptions’ documents: one for a group.');
  total('deliveries', 'Messages given to sockets.');
  total('coalesced', 'Boards that a slow display did not get, because a newer one took their place.');
  total('resumes', 'Followers that came back with a cursor.');
  total('resyncs', 'Followers that were told RESYNC.');
  total('laggards', 'Followers that fell behind what their socket takes.');
  total('refused', 'Requests for a socket that were refused.');
  counter('rostrum_delivered_bytes_total', 'Bytes of the messages given to sockets.', () => stats.bytes);
}

const VERBS = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'COMMIT']);

/** TypeORM tells of every statement, its own and raw ones, how many whole milliseconds it took; a failed one has no time. */
function watchSql({ gauge, counter, histogram }: Instruments, database: DataSource): () => void {
  const { master: pool } = database.driver as PostgresDriver;
  gauge('rostrum_database_connections', 'Connections to the database that are open.', () => pool.totalCount);
  gauge('rostrum_database_waiting', 'Statements that wait for a connection.', () => pool.waitingCount);
  const help = 'SQL statements, the wait for locks included.';
  const times = histogram('rostrum_sql_seconds', help, LAGS, 'verb');
  let failures = 0;
  counter('rostrum_sql_failures_total', 'SQL statements that failed.', () => failures);
  const watcher: EntitySubscriberInterface = {
    afterQuery({ query, success, executionTime = 0 }) {
      if (!success) return void failures++;
      const verb = query.trimStart().slice(0, 6).toUpperCase();
      times.observe({ verb: VERBS.has(verb) ? verb : 'OTHER' }, executionTime / 1000);
    },
  };
  database.subscribers.push(watcher);
  return () => void database.subscribers.splice(database.subscribers.indexOf(watcher), 1);
}

/** Every answer over HTTP, by whichever door; one whose reader has left counts as aborted. */
function watchHttp({ counters, histogram }: Instruments, httpServer: Server): () => void {
  const answers = new Map<string, number>();
  counters('rostrum_http_requests_total', 'HTTP requests by the status of their answer.', 'status', () => answers);
  const times = histogram('rostrum_http_request_seconds', 'HTTP requests, until the answer was handed over.', LAGS);
  const onRequest: RequestListener = (_request, response) => {
    const since = performance.now();
    response.once('close', () => {
      const status = response.writableFinished ? String(response.statusCode) : 'aborted';
      answers.set(status, (answers.get(status) ?? 0) + 1);
      times.observe((performance.now() - since) / 1000);
    });
  };
  httpServer.on('request', onRequest);
  return () => httpServer.off('request', onRequest);
}
