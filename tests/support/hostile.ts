import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { GREETING } from './credentials.js';
import { clientFrame, createReader, handshake, type Received } from './rfc6455.js';
import { createWaiting } from './waiting.js';

/** A bare connection that may write whatever it wants, and keeps what it was told. */
export class Hostile {
  readonly messages: any[] = [];
  closing: { code: number | null; reason: string } | undefined;
  isOver = false;
  private violation: Error | undefined;
  private readonly waiting = createWaiting(40_000);

  private constructor(readonly tcp: Socket) {}

  /** A WebSocket; with `init`, one that was acknowledged, of an administrator: nothing is hidden from them. */
  static async open(url: string, { init = true } = {}): Promise<Hostile> {
    const { hostname, port, host } = new URL(url);
    const tcp = connect(Number(port), hostname).setNoDelay(true);
    const hostile = new Hostile(tcp);
    let isOpen = false;
    const read = createReader(() => {
      isOpen = true;
    });
    tcp.on('error', () => {});
    tcp.on('data', (chunk) => {
      try {
        for (const received of read(chunk)) hostile.hear(received);
      } catch (error) {
        hostile.violation = error as Error;
      }
      hostile.waiting.wake();
    });
    tcp.on('close', () => {
      hostile.isOver = true;
      hostile.waiting.wake();
    });
    await once(tcp, 'connect');
    tcp.write(handshake(host));
    await hostile.when(() => isOpen);
    if (init) {
      hostile.send(GREETING);
      await hostile.until(({ type }) => type === 'connection_ack');
    }
    return hostile;
  }

  private hear(received: Received): void {
    if (received.type === 'text') this.messages.push(JSON.parse(received.text));
    else if (received.type === 'ping') this.tcp.write(clientFrame('pong', received.data));
    else if (received.type === 'close') this.closing = received;
  }

  when(holds: () => boolean): Promise<void> {
    const look = () => {
      if (this.violation) throw this.violation;
      if (holds()) return true;
      if (this.isOver) throw new Error(`it is over: ${JSON.stringify(this.closing)}`);
      return false;
    };
    return this.waiting.until(look, () => `still there: ${JSON.stringify(this.messages.slice(-3))}`);
  }

  send(message: object | string): void {
    this.tcp.write(clientFrame('text', typeof message === 'string' ? message : JSON.stringify(message)));
  }

  subscribe(id: string, query: string, variables: object = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  async until(fits: (message: any) => boolean): Promise<any> {
    await this.when(() => this.messages.some(fits));
    return this.messages.find(fits);
  }

  /** Resolves with the code of the close, null if the connection was cut without one. */
  async ended(): Promise<number | null> {
    await this.when(() => this.isOver || this.closing !== undefined);
    return this.closing?.code ?? null;
  }
}

/** A connection to the server's port; `ended` is all it said until it closed. */
export function openRaw(url: string): { tcp: Socket; ended: Promise<string> } {
  const { hostname, port } = new URL(url);
  const tcp = connect(Number(port), hostname);
  let said = '';
  tcp.on('error', () => {});
  tcp.on('data', (chunk) => {
    said += chunk.toString('latin1');
  });
  return { tcp, ended: new Promise((resolve) => tcp.once('close', () => resolve(said))) };
}

/** Writes bytes to the server's port; answers with all it said until it closed. */
export function writeRaw(url: string, text: string, isEnding = false): Promise<string> {
  const { tcp, ended } = openRaw(url);
  tcp.write(text);
  if (isEnding) tcp.end();
  return ended;
}
