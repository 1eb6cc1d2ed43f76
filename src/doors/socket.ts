import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { networkOf } from '../access/network.js';
import { Line } from '../live/line.js';
import { createPings } from '../live/pings.js';
import type { Stats } from '../live/stats.js';
import { addressOf } from './address.js';
import { createAdmission } from './admission.js';
import { Allowance } from './allowance.js';
import { createCrowd } from './crowd.js';
import { dismiss, TOO_MANY_MESSAGES } from './dismiss.js';
import { Operations } from './operations.js';
import { isFromHere } from './origin.js';
import { handleProtocols, type Protocol } from './protocol.js';

interface Settings {
  httpServer: Server;
  protocol: Protocol;
  stats: Stats;
  origins: string[];
  /** Seconds over which a stopping server sends its sockets away. */
  drainSeconds: number;
  /** How many sockets one address may have, and how many proxies stand before it. */
  perAddress: number;
  trustedProxies: number;
}

export interface SocketDoor {
  /** Bytes that sockets have not taken yet. */
  waitingBytes(): number;
  /** Lets none in any more, and tells the sockets to come back (1012), a few at a time: together they would run over the others. [L7] [L14] */
  close(): Promise<void>;
}

const PATH = '/graphql';
/** ws would accept messages of 100 MiB in thousands of pieces. More pongs may wait than an allowance has pings. [G4] */
const MESSAGES = { maxPayload: 64 * 1024, maxFragments: 64, maxBufferedChunks: 16 * 1024, maxPendingAutoPongs: 200 };
const CLOSE_WITHIN = 2_000;
/** So many at least are sent away per second, so that a small hall doesn't wait. */
const DRAIN_RATE = 200;
const DRAIN_STEP = 100;

/** The WebSocket door: on the same port and path as HTTP. */
export function createSocketDoor({ httpServer, protocol, stats, drainSeconds, ...settings }: Settings): SocketDoor {
  const sockets = new WebSocketServer({ noServer: true, ...MESSAGES, handleProtocols });
  const lines = new Map<WebSocket, Line>();
  const guests = new WeakMap<WebSocket, { allowance: Allowance; network: string }>();
  const crowd = createCrowd(settings.perAddress);
  const pings = createPings(lines);
  const admit = createAdmission();
  let isClosing = false;

  /** Control frames cost as much as messages. [G8] */
  function counted(this: WebSocket): void {
    const guest = guests.get(this);
    if (!guest || guest.allowance.take() || this.readyState !== this.OPEN) return;
    crowd.blame(guest.network);
    dismiss(this, TOO_MANY_MESSAGES);
  }
  function heard(this: WebSocket): void {
    lines.get(this)?.pong();
  }
  function left(this: WebSocket): void {
    lines.delete(this);
    stats.sockets = lines.size;
  }
  // ws closes the socket after an error; without a listener it would take the process with it.
  const ignore = () => undefined;

  const open = (webSocket: WebSocket, stream: Duplex, request: IncomingMessage, network: string) => {
    const line = new Line(webSocket, stream);
    lines.set(webSocket, line);
    stats.sockets = lines.size;
    const allowance = new Allowance();
    guests.set(webSocket, { allowance, network });
    webSocket.on('error', ignore).on('pong', heard).once('close', left);
    webSocket.on('message', counted).on('ping', counted).on('pong', counted);
    const languages = request.headers['accept-language'];
    protocol({ line, request, languages, operations: new Operations(), allowance });
  };

  /** Whatever a request for a socket holds, it costs nobody else anything. [E6] */
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', drop);
    const refuse = (status: string) => {
      stats.refused += 1;
      // Nobody reads from it any more, so nobody would see the other end close it.
      stream.once('finish', stream.destroy).end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    };
    if (request.url?.split('?')[0] !== PATH) return refuse('404 Not Found');
    if (!isFromHere(request, settings.origins)) return refuse('403 Forbidden');
    const network = networkOf(addressOf(request, settings.trustedProxies));
    if (!crowd.admits(network, stream)) return refuse('429 Too Many Requests');
    const enter = () => {
      if (stream.destroyed) return;
      if (isClosing) return refuse('503 Service Unavailable');
      sockets.handleUpgrade(request, stream, head, (webSocket) => open(webSocket, stream, request, network));
    };
    const knock = () => {
      if (isClosing || !admit(enter)) refuse('503 Service Unavailable');
    };
    const wait = crowd.wait(network);
    if (wait > 0) setTimeout(knock, wait).unref();
    else knock();
  };
  httpServer.on('upgrade', upgrade);

  const drain = async () => {
    const seconds = Math.min(drainSeconds, lines.size / DRAIN_RATE);
    const perStep = Math.ceil((lines.size * DRAIN_STEP) / 1000 / Math.max(seconds, DRAIN_STEP / 1000));
    const leaving = [...lines.keys()];
    while (leaving.length > 0) {
      for (const socket of leaving.splice(0, perStep)) socket.close(1012, 'The server restarts; come back');
      if (leaving.length > 0) await delay(DRAIN_STEP);
    }
  };

  return {
    waitingBytes: () => [...lines.values()].reduce((sum, line) => sum + line.queued, 0),
    async close() {
      isClosing = true;
      await drain();
      const ended = new Promise<void>((resolve) => sockets.close(() => resolve()));
      // A client that sleeps never answers; ws alone would wait half a minute for it.
      const impatience = setTimeout(() => {
        for (const socket of lines.keys()) socket.terminate();
      }, CLOSE_WITHIN);
      await ended;
      clearTimeout(impatience);
      pings.stop();
      httpServer.off('upgrade', upgrade);
    },
  };
}

function drop(this: Duplex): void {
  this.destroy();
}
