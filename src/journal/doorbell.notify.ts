import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { DataSource, EntityManager, EntitySubscriberInterface } from 'typeorm';
import { channel, type Doorbell, readRing, takeRings } from './doorbell.js';

interface Settings {
  url: string;
  database: DataSource;
  report: (message: string, error?: unknown) => void;
}

const MAX_BACKOFF = 5000;
const LOOK_EVERY = 10_000;

/** Rejects when the connection doesn't answer any more, whatever the network makes of it. */
async function silence(client: pg.Client): Promise<never> {
  while (true) {
    await delay(LOOK_EVERY, undefined, { ref: false });
    await client.query('SELECT 1');
  }
}

/** PostgreSQL's own doorbell: NOTIFY in the transaction, so that it rings at commit, and a connection that LISTENs. [L9] */
export function createNotifyDoorbell({ url, database, report }: Settings): Doorbell {
  const stopping = new AbortController();
  let listening = Promise.resolve();
  let listener: pg.Client | undefined;

  const ringer: EntitySubscriberInterface = {
    beforeTransactionCommit: async ({ manager }: { manager: EntityManager }) => {
      const rings = takeRings(manager);
      if (rings.length > 0)
        await manager.query('SELECT pg_notify($1, rung) FROM unnest($2::text[]) rung', [channel, rings]);
    },
  };
  database.subscribers.push(ringer);

  /** Listens until the connection dies. */
  const listenOnce = async (hear: Parameters<Doorbell['listen']>[0], onListening: () => Promise<void>) => {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
    });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    // Without a handler a dying connection would take the process with it; `end` follows.
    client.on('error', (error) => report('the doorbell’s connection was lost', error));
    client.on('notification', ({ payload = '' }) => hear(readRing(payload)));
    listener = client;
    try {
      // A client that is ended while it connects never says so to whoever waits for the connection.
      await Promise.race([client.connect(), ended]);
      if (stopping.signal.aborted) return;
      await client.query(`LISTEN ${channel}`);
      await onListening();
      await Promise.race([ended, silence(client)]);
    } finally {
      listener = undefined;
      // A connection that leads nowhere never says that it has ended.
      void client.end().catch(() => undefined);
    }
  };

  const keepListening = async (hear: Parameters<Doorbell['listen']>[0], onListening: () => Promise<void>) => {
    let failures = 0;
    const onceMore = () => {
      failures = 0;
      return onListening();
    };
    while (!stopping.signal.aborted) {
      await listenOnce(hear, onceMore).catch((error) => report('the doorbell could not be reached', error));
      failures += 1;
      const pause = Math.min(MAX_BACKOFF, 50 * 2 ** failures) * (0.5 + Math.random() / 2);
      await delay(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };

  return {
    listen(hear, onListening) {
      listening = keepListening(hear, onListening);
    },
    async stop() {
      stopping.abort();
      database.subscribers.splice(database.subscribers.indexOf(ringer), 1);
      await listener?.end().catch(() => undefined);
      await listening;
    },
  };
}
