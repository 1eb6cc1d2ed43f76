import { type Client, createClient } from 'graphql-ws';
import { backoff, sleep } from './backoff.js';

/** Every 5 s a ping, which has 5 s for its pong: a socket that only looks open is found within 10 s. */
const PING_EVERY = 5_000;
const PONG_WITHIN = 5_000;
const CONNECT_WITHIN = 6_000;
/** Longer than the pause between two tries for a meeting that is not there, so that the socket is not reopened. */
const IDLE_FOR = 60_000;

export interface SocketEvents {
  connected(): void;
  heard(): void;
  /** Without the server since `at`, by the monotonic clock: for a dead socket, since it was last heard. */
  lost(at: number): void;
}

export function socketAddress({ protocol, host }: Location): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`;
}

function createDeadline(milliseconds: number, missed: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const met = (): void => clearTimeout(timer);
  const expect = (): void => {
    met();
    timer = setTimeout(missed, milliseconds);
  };
  return { expect, met };
}

/** A GraphQL client on one socket to this page's own server. It never gives up. */
export function openSocket(language: string, events: SocketEvents): Client {
  let heardAt = performance.now();
  let isDead = false;

  function giveUp(): void {
    isDead = true;
    client.terminate();
    isDead = false;
  }

  // Two, because pings begin before the connection is acknowledged: a pong doesn't excuse a missing acknowledgement.
  const acknowledged = createDeadline(CONNECT_WITHIN, giveUp);
  const answered = createDeadline(PONG_WITHIN, giveUp);

  const client = createClient({
    url: socketAddress(location),
    connectionParams: { language },
    keepAlive: PING_EVERY,
    lazyCloseTimeout: IDLE_FOR,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (retries) => sleep(backoff(retries)),
    shouldRetry: () => true,
    on: {
      connecting: () => acknowledged.expect(),
      connected() {
        acknowledged.met();
        events.connected();
      },
      ping: (isReceived) => isReceived || answered.expect(),
      pong: (isReceived) => isReceived && answered.met(),
      message() {
        heardAt = performance.now();
        events.heard();
      },
      closed() {
        acknowledged.met();
        answered.met();
        events.lost(isDead ? heardAt : performance.now());
      },
    },
  });
  return client;
}
