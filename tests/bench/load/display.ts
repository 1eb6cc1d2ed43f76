import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { createFrameReader, pongFrame, textFrame } from './frames.js';

/** What a display tells the hall it stands in. */
export interface Warden {
  delivered(display: Display): void;
  failed(display: Display, reason: string): void;
}

/** All sockets read into the same memory: what is read is dealt with before the next one reads. */
const shared = Buffer.alloc(256 * 1024);
const UPGRADE = [
  'GET /graphql HTTP/1.1',
  'Host: 127.0.0.1',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==',
  'Sec-WebSocket-Protocol: graphql-transport-ws',
  '\r\n',
].join('\r\n');

/** Of every so many messages, one is read as a whole. */
const SAMPLE = 199;

/** One client of graphql-transport-ws on a bare socket, with operation ids of its own, that counts what it is sent. */
export class Display {
  received = 0;
  due = 0;
  /** Of the last message. */
  bytes = 0;
  isStalled = false;
  readonly #ids: string[];
  readonly #tail: string;
  readonly #socket: Socket;
  #isUpgraded = false;
  #isLeft = false;

  /** Each operation is the JSON of a subscribe message's payload. */
  constructor(
    port: number,
    localAddress: string,
    readonly operations: string[],
    readonly warden: Warden,
  ) {
    const id = randomUUID();
    this.#ids = operations.map((_, index) => `${index}${id.slice(1)}`);
    this.#tail = id.slice(1);
    const read = createFrameReader({
      message: (bytes, from, to) => this.#hear(bytes, from, to),
      ping: (payload) => void this.#socket.write(pongFrame(payload)),
      close: (code) => this.#fail(`closed with ${code}`),
    });
    const callback = (length: number) => {
      try {
        const chunk = shared.subarray(0, length);
        if (this.#isUpgraded) read(chunk);
        else this.#upgrade(Buffer.from(chunk), read);
      } catch (error) {
        this.#fail(String(error));
      }
      return true;
    };
    this.#socket = connect({ port, host: '127.0.0.1', localAddress, onread: { buffer: shared, callback } });
    this.#socket.on('connect', () => this.#socket.write(UPGRADE));
    this.#socket.on('error', (error) => this.#fail(error.message));
    this.#socket.on('close', () => this.#fail('closed'));
  }

  /** Stops reading, as a display does whose computer hangs. */
  stall(): void {
    this.isStalled = true;
    this.#socket.pause();
  }

  /** Gone at once, as when the power fails. */
  leave(): void {
    this.#isLeft = true;
    this.#socket.resetAndDestroy();
  }

  #upgrade(bytes: Buffer, read: (chunk: Buffer) => void): void {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0 || !bytes.subarray(0, end).toString().startsWith('HTTP/1.1 101'))
      throw new Error(`no upgrade: ${bytes.subarray(0, 100)}`);
    this.#isUpgraded = true;
    this.#socket.write(textFrame('{"type":"connection_init"}'));
    if (bytes.length > end + 4) read(bytes.subarray(end + 4));
  }

  #hear(bytes: Buffer, from: number, to: number): void {
    const head = bytes.toString('latin1', from, Math.min(to, from + 120));
    if (head.includes('"next"')) {
      if (!head.includes(this.#tail) || head.includes('"errors"')) throw new Error(`not what was asked for: ${head}`);
      if (this.received % SAMPLE === 0) this.#check(bytes.toString('utf8', from, to));
      this.received += 1;
      this.bytes = to - from;
      this.warden.delivered(this);
    } else if (head.includes('"connection_ack"')) {
      for (const [index, operation] of this.operations.entries())
        this.#socket.write(textFrame(`{"id":"${this.#ids[index]}","type":"subscribe","payload":${operation}}`));
    } else if (head.includes('"error"')) throw new Error(bytes.toString('utf8', from, to));
  }

  #check(text: string): void {
    const { id, type, payload } = JSON.parse(text);
    if (type !== 'next' || !this.#ids.includes(id) || payload.errors || !payload.data)
      throw new Error(`not what was asked for: ${text.slice(0, 300)}`);
  }

  #fail(reason: string): void {
    if (this.#isLeft) return;
    this.leave();
    this.warden.failed(this, reason);
  }
}
