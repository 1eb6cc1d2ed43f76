import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { networkOf } from '../access/network.js';
import { Line } from '../live/line.js';
import { createPings } from '../live/pings.js';
import type { Stats } from '../live/stats.js';
import { addressOf } from './address.js';
import { createAdmission } from './admission.js';
import { createCrowd } from './crowd.js';
import { dismiss, TOO_MANY_MESSAGES } from './dismiss.js';
import { createNewcomers } from './newcomers.js';
import { isFromHere } from './origin.js';
import { handleProtocols, type Protocol } from './protocol.js';
import { Visitor } from './visitor.js';

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
const REFUSED_WITHIN = 5_000;
/** So many at least are sent away per second, so that a small hall doesn't wait. */
const DRAIN_RATE = 200;
const DRAIN_STEP = 100;

/** The WebSocket door: on the same port and path as HTTP. */
export function createSocketDoor({ httpServer, protocol, stats, drainSeconds, ...settings }: Settings): SocketDoor {
  const sockets = new WebSocketServer({ noServer: true, clientTracking: false, ...MESSAGES, handleProtocols });
  const visitors = new Map<WebSocket, Visitor>();
  const crowd = createCrowd(settings.perAddress);
  const newcomers = createNewcomers();
  const pings = createPings(visitors);
  const admit = createAdmission();
  let isClosing = false;
  let emptied = (): void => undefined;

  // One function for all sockets, which finds its visitor, costs a socket nothing.
  /** Control frames cost as much as messages; answers whether it was one too many. [G8] */
  const isExcess = ({ allowance, network, line: { socket } }: Visitor): boolean => {
    if (allowance.take()) return false;
    if (socket.readyState === socket.OPEN) crowd.blame(network);
    dismiss(socket, TOO_MANY_MESSAGES);
    return true;
  };
  function heard(this: WebSocket, data: RawData, isBinary: boolean): void {
    const visitor = visitors.get(this);
    if (visitor && !isExcess(visitor)) protocol.hear(visitor, data, isBinary);
  }
  function pinged(this: WebSocket): void {
    const visitor = visitors.get(this);
    if (visitor) isExcess(visitor);
  }
  function ponged(this: WebSocket): void {
    const visitor = visitors.get(this);
    if (!visitor) return;
    visitor.line.pong();
    isExcess(visitor);
  }
  function left(this: WebSocket, code: number, reason: Buffer): void {
    const visitor = visitors.get(this)!;
    visitors.delete(this);
    newcomers.leave(visitor);
    crowd.leave(visitor.network);
    stats.sockets = visitors.size;
    protocol.leave(visitor, code, String(reason));
    if (visitors.size === 0) emptied();
  }
  // ws closes the socket after an error; without a listener it would take the process with it.
  const ignore = () => undefined;

  const open = (webSocket: WebSocket, stream: Duplex, request: IncomingMessage, network: string) => {
    const visitor = new Visitor(new Line(webSocket, stream), network, request);
    visitors.set(webSocket, visitor);
    newcomers.enter(visitor);
    stats.sockets = visitors.size;
    webSocket.on('error', ignore).on('close', left);
    webSocket.on('message', heard).on('ping', pinged).on('pong', ponged);
    protocol.open(visitor);
  };

  /** Whatever a request for a socket holds, it costs nobody else anything. [E6] */
  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', drop);
    const refuse = (status: string) => {
      stats.refused += 1;
      // Nobody reads from it any more, so nobody would see the other end close it; nor may it wait for what is not taken.
      request.socket.setTimeout(REFUSED_WITHIN, () => stream.destroy());
      stream.once('finish', stream.destroy).end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    };
    if (request.url?.split('?')[0] !== PATH) return refuse('404 Not Found');
    if (!isFromHere(request, settings.origins)) return refuse('403 Forbidden');
    const network = networkOf(addressOf(request, settings.trustedProxies));
    if (!crowd.enter(network)) return refuse('429 Too Many Requests');
    const gone = () => crowd.leave(network);
    stream.once('close', gone);
    const enter = () => {
      if (stream.destroyed) return;
      if (isClosing) return refuse('503 Service Unavailable');
      sockets.handleUpgrade(request, stream, head, (webSocket) => {
        open(webSocket, stream, request, network);
        stream.off('error', drop).off('close', gone);
      });
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
    const seconds = Math.min(drainSeconds, visitors.size / DRAIN_RATE);
    const perStep = Math.ceil((visitors.size * DRAIN_STEP) / 1000 / Math.max(seconds, DRAIN_STEP / 1000));
    const leaving = [...visitors.keys()];
    while (leaving.length > 0) {
      for (const socket of leaving.splice(0, perStep)) socket.close(1012, 'The server restarts; come back');
      if (leaving.length > 0) await delay(DRAIN_STEP);
    }
  };

  return {
    waitingBytes: () => [...visitors.values()].reduce((sum, { line }) => sum + line.queued, 0),
    async close() {
      isClosing = true;
      await drain();
      const ended = new Promise<void>((resolve) => {
        emptied = resolve;
      });
      if (visitors.size === 0) emptied();
      // A client that sleeps never answers; ws alone would wait half a minute for it.
      const impatience = setTimeout(() => {
        for (const socket of visitors.keys()) socket.terminate();
      }, CLOSE_WITHIN);
      await ended;
      clearTimeout(impatience);
      pings.stop();
      newcomers.stop();
      httpServer.off('upgrade', upgrade);
    },
  };
}

function drop(this: Duplex): void {
  this.destroy();
}
