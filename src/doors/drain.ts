import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay, setImmediate } from 'node:timers/promises';

/** Stops listening, and ends the connections. */
export type Drain = () => Promise<void>;

/**
 * Lets requests under way be answered, for so many milliseconds, and ends the connections. Node alone would wait for browsers
 * that have opened a connection in advance, and Apollo's plugin keeps something for each socket as long as it is there. [L18]
 */
export function createDrain(server: Server, patience: number): Drain {
  /** HTTP connections, and how many requests of each are under way. */
  const connections = new Map<Duplex, number>();
  let isDraining = false;

  function forget(this: Duplex): void {
    connections.delete(this);
  }
  const count = (connection: Duplex, by: number) => {
    const now = connections.get(connection);
    if (now === undefined) return;
    connections.set(connection, now + by);
    if (isDraining && now + by === 0) connection.end();
  };
  server.on('connection', (connection) => {
    connections.set(connection, 0);
    connection.on('close', forget);
  });
  // It is a WebSocket from now on, or refused; a server that stops has none of either.
  server.on('upgrade', (_request: IncomingMessage, connection: Duplex) => {
    connections.delete(connection);
    connection.off('close', forget);
    if (isDraining) connection.destroy();
  });
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    count(socket, 1);
    response.once('close', () => count(socket, -1));
  });

  return async () => {
    // What the system has received already counts as under way.
    await setImmediate();
    isDraining = true;
    const ended = new Promise<unknown>((resolve) => server.close(resolve));
    for (const connection of connections.keys()) count(connection, 0);
    const impatience = new AbortController();
    await Promise.race([ended, delay(patience, undefined, impatience).catch(() => undefined)]);
    impatience.abort();
    for (const connection of connections.keys()) connection.destroy();
  };
}
