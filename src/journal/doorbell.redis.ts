import { createClient } from '@redis/client';
import type { DataSource, EntityManager, EntitySubscriberInterface } from 'typeorm';
import { channel, type Doorbell, readRing, takeRings } from './doorbell.js';

interface Settings {
  url: string;
  database: DataSource;
  report: (message: string, error?: unknown) => void;
}

const MAX_BACKOFF = 5000;
/** A connection whose other end has vanished is noticed by its silence. */
const PING_EVERY = 5000;
const SILENCE = 15_000;

/**
 * Redis as the doorbell: rings are published when their transaction is committed, and nobody waits for that. Redis may be
 * away, also when the server starts: then the slow poll is all there is. [L9]
 */
export function createRedisDoorbell({ url, database, report }: Settings): Doorbell {
  const options = {
    url,
    pingInterval: PING_EVERY,
    socket: {
      socketTimeout: SILENCE,
      reconnectStrategy: (retries: number) => Math.min(MAX_BACKOFF, 50 * 2 ** retries) * (0.5 + Math.random() / 2),
    },
  };
  // What can't be published now is late: the poll will have told it.
  const publisher = createClient({ ...options, disableOfflineQueue: true });
  const listener = createClient(options);
  let isStopping = false;

  const open = (client: typeof publisher | typeof listener) => {
    // Without a handler a dying connection would take the process with it.
    client.on('error', (error) => report('the doorbell’s connection to Redis was lost', error));
    client.connect().catch((error) => isStopping || report('the doorbell in Redis could not be reached', error));
  };
  open(publisher);

  const publish = async (rings: string[]) => {
    if (publisher.isReady) await Promise.all(rings.map((rung) => publisher.publish(channel, rung)));
  };
  const ringer: EntitySubscriberInterface = {
    afterTransactionCommit: ({
      manager,
      queryRunner,
    }: {
      manager: EntityManager;
      queryRunner: { isTransactionActive: boolean };
    }) => {
      // A savepoint: what it wrote is not committed yet.
      if (queryRunner.isTransactionActive) return;
      publish(takeRings(manager)).catch((error) => report('a ring of the doorbell was lost', error));
    },
  };
  database.subscribers.push(ringer);

  return {
    listen(hear, onListening) {
      let isSubscribed = false;
      // The client subscribes again by itself before it says that it is ready again.
      const begin = async () => {
        if (!isSubscribed) await listener.subscribe(channel, (payload) => hear(readRing(payload)));
        isSubscribed = true;
        await onListening();
      };
      listener.on('ready', () => begin().catch((error) => report('the doorbell in Redis could not be heard', error)));
      open(listener);
    },
    async stop() {
      isStopping = true;
      database.subscribers.splice(database.subscribers.indexOf(ringer), 1);
      for (const client of [publisher, listener]) if (client.isOpen) client.destroy();
    },
  };
}
