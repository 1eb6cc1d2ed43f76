import type { IncomingMessage } from 'node:http';
import type { WebSocket as Peer } from 'graphql-ws';
import type { Pass } from '../access/pass.js';
import type { Line } from '../live/line.js';
import { Allowance } from './allowance.js';
import { dismiss, NOT_READ } from './dismiss.js';
import { Operations } from './operations.js';

/** Bytes of answers that may wait for a reader: whoever asks and never reads is sent away. [G12] */
const MOST_WAITING = 2 * 1024 * 1024;

/** An answer counts as a message more for so many characters, up to so many messages: asking for much is work, too. [G8] */
const AS_MESSAGE = 32 * 1024;
const MOST_OF_ONE = 10;

/** Bytes that the reason of a closing frame can have. (RFC 6455, 5.5) */
const MOST_OF_REASON = 123;

/**
 * Who is at the other end of a socket; for graphql-ws it is the socket. Ten thousand displays wait for the next speaker: what
 * each of them holds is counted, and methods cost nothing.
 */
export class Visitor implements Peer {
  /** What the request's Accept-Language said. */
  readonly languages: string | undefined;
  /** From connection_init on. */
  pass: Pass | null = null;
  readonly operations = new Operations();
  readonly allowance = new Allowance();
  /** Gives graphql-ws a message. */
  take: ((message: string) => Promise<void>) | null = null;
  /** Tells graphql-ws that the socket is closed. */
  closed: ((code: number, reason: string) => Promise<void>) | null = null;

  constructor(
    readonly line: Line,
    readonly network: string,
    /** Until connection_init. */
    public request: IncomingMessage | null,
  ) {
    this.languages = request?.headers['accept-language'];
  }

  get protocol(): string {
    return this.line.socket.protocol;
  }

  send(data: string): Promise<void> {
    const { line } = this;
    if (line.queued > MOST_WAITING) dismiss(line.socket, NOT_READ);
    if (!line.isOpen) return Promise.resolve();
    this.allowance.spend(Math.min(MOST_OF_ONE, data.length / AS_MESSAGE));
    return new Promise((resolve, reject) =>
      line.socket.send(data, (error) => (error && line.isOpen ? reject(error) : resolve())),
    );
  }

  /** A reason may hold an id, and be longer than a frame of this kind can be. */
  close(code: number, reason = ''): void {
    const isShort = Buffer.byteLength(reason) <= MOST_OF_REASON;
    this.line.socket.close(code, isShort ? reason : reason.slice(0, 30));
  }

  onMessage(take: (message: string) => Promise<void>): void {
    this.take = take;
  }
}
