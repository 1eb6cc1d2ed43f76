import { createServer, type Server } from 'node:http';
import type { Config } from '../config.js';
import { createDrain, type Drain } from './drain.js';

/** Connections in all: as many as may wait to be let in. */
const MOST = 20_000;
const ANSWER_WITHIN = 120_000;

/**
 * Node's HTTP server, with little patience for those who send or read a request drop by drop [G12], and how it stops: requests
 * under way are given so many milliseconds.
 */
export function createListener(patience: number): { httpServer: Server; drain: Drain } {
  const httpServer = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    connectionsCheckingInterval: 2_000,
  });
  httpServer.maxConnections = MOST;
  // Whoever takes nothing of an answer for so long is cut off. WebSockets have pings instead, and most never get a timer.
  httpServer.on('request', ({ socket }) => void socket.setTimeout(ANSWER_WITHIN));
  // Node would answer by itself, and nobody would see it.
  httpServer.on('checkExpectation', ({ socket }, response) => {
    socket.setTimeout(ANSWER_WITHIN);
    response.writeHead(417).end();
  });
  return { httpServer, drain: createDrain(httpServer, patience) };
}

/** A hall that comes back at once waits in line, instead of being turned away by the kernel. */
const BACKLOG = 16_384;

/** What the system says when it can't be listened there, and the setting that is to be changed. [G15] */
const FAULTS: Record<string, [setting: 'PORT' | 'HOST', sentence: string]> = {
  EADDRINUSE: ['PORT', 'another program listens there'],
  EACCES: ['PORT', 'this user may not listen there'],
  EADDRNOTAVAIL: ['HOST', 'this computer has no such address'],
  ENOTFOUND: ['HOST', 'there is no host of that name'],
  EAI_AGAIN: ['HOST', 'there is no host of that name'],
};

export const listen = (server: Server, config: Pick<Config, 'PORT' | 'HOST'>): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const [setting, sentence] = FAULTS[error.code ?? ''] ?? [];
      reject(
        setting
          ? new Error(`${setting}=${JSON.stringify(String(config[setting]))}: ${sentence} (${error.code})`)
          : error,
      );
    };
    server.once('error', fail);
    server.listen(config.PORT, config.HOST, BACKLOG, () => {
      server.off('error', fail);
      resolve();
    });
  });
