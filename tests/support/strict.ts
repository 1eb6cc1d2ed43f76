import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { TOKEN } from './credentials.js';
import { clientFrame, createReader, handshake, type Received, Violation } from './rfc6455.js';
import { createWaiting } from './waiting.js';

/** One operation on a strict socket: what it was given, and how it stands. */
export interface Operation {
  id: string;
  payloads: any[];
  /** LEAVING: we completed it, and the server may not have heard so yet. */
  state: 'OPEN' | 'LEAVING' | 'ENDED' | 'FAILED';
  /** All payloads until one fits, from the first not read yet. */
  until(fits: (payload: any) => boolean): Promise<any[]>;
  ended(): Promise<void>;
  complete(): void;
}

interface Options {
  /** Reads the bytes in pieces of this size. */
  piece?: number;
}

type Keys = (...allowed: string[]) => boolean;
type Demand = (holds: unknown, sentence: string) => void;

const PATIENCE = 45_000;

/** A graphql-transport-ws client over a bare TCP socket that fails the test on whatever RFC 6455 or the protocol forbids. */
export class StrictSocket {
  readonly operations = new Map<string, Operation>();
  violation: Error | undefined;
  closed: { code: number | null; reason: string } | undefined;
  private isOver = false;
  private isAcknowledged = false;
  private pongs = 0;
  private pings = 0;
  private readonly waiting = createWaiting(PATIENCE);

  private constructor(readonly tcp: Socket) {}

  static async open(url: string, { piece = 65_536 }: Options = {}): Promise<StrictSocket> {
    const { hostname, port, host } = new URL(url);
    const tcp = connect(Number(port), hostname).setNoDelay(true);
    await once(tcp, 'connect');
    const socket = new StrictSocket(tcp);
    const read = createReader();
    tcp.on('data', (chunk) => {
      try {
        for (let at = 0; at < chunk.length; at += piece) {
          for (const received of read(chunk.subarray(at, at + piece))) socket.hear(received);
        }
      } catch (error) {
        socket.violation ??= error as Error;
        tcp.destroy();
      }
      socket.waiting.wake();
    });
    tcp.on('error', () => {});
    tcp.on('close', () => {
      socket.isOver = true;
      socket.waiting.wake();
    });
    tcp.write(handshake(host));
    socket.send({ type: 'connection_init', payload: { token: TOKEN } });
    await socket.when(() => socket.isAcknowledged);
    return socket;
  }

  private hear(received: Received): void {
    if (received.type === 'ping') this.tcp.write(clientFrame('pong', received.data));
    else if (received.type === 'close') {
      this.closed = received;
      this.tcp.end(clientFrame('close', ''));
    } else if (received.type === 'text') this.judge(JSON.parse(received.text));
  }

  /** PROTOCOL.md of graphql-ws: which messages a server sends, what is in them, and when. */
  private judge(message: Record<string, any>): void {
    const { type, id, payload } = message;
    const demand = (holds: unknown, sentence: string) => {
      if (!holds) throw new Violation(`${sentence}: ${JSON.stringify(message).slice(0, 500)}`);
    };
    const keys = (...allowed: string[]) => Object.keys(message).every((key) => allowed.includes(key));
    const operation = this.operations.get(id);
    if (type === 'connection_ack') {
      demand(!this.isAcknowledged && keys('type', 'payload'), 'one acknowledgement');
      this.isAcknowledged = true;
    } else if (type === 'pong') {
      demand(keys('type', 'payload') && payload?.n === ++this.pongs, 'pongs answer pings in their order');
      for (const one of this.operations.values()) if (this.leaves.get(one) === payload.n) one.state = 'ENDED';
    } else if (type === 'ping') {
      this.send({ type: 'pong' });
    } else {
      demand(operation, 'a known id');
      demand(operation?.state === 'OPEN' || operation?.state === 'LEAVING', 'nothing after the end');
      this.deliver(operation!, message, keys, demand);
    }
  }

  private deliver(operation: Operation, { type, payload }: Record<string, any>, keys: Keys, demand: Demand): void {
    if (type === 'next') {
      demand(keys('id', 'type', 'payload') && ('data' in payload || 'errors' in payload), 'a result');
      operation.payloads.push(payload);
    } else if (type === 'error') {
      demand(keys('id', 'type', 'payload') && Array.isArray(payload) && payload.length > 0, 'errors');
      operation.state = 'FAILED';
    } else {
      demand(type === 'complete' && keys('id', 'type'), 'a bare end, or no known type');
      operation.state = 'ENDED';
    }
  }

  private readonly leaves = new Map<Operation, number>();

  private send(message: object): void {
    this.tcp.write(clientFrame('text', JSON.stringify(message)));
  }

  private when(holds: () => boolean): Promise<void> {
    const look = () => {
      if (this.violation) throw this.violation;
      if (holds()) return true;
      if (this.isOver) throw new Error(`the socket is closed: ${JSON.stringify(this.closed)}`);
      return false;
    };
    return this.waiting.until(look, () => `not within ${PATIENCE} ms`);
  }

  /** The message that `subscribe` sends, to be written in any way. */
  request(id: string, query: string, variables: object = {}): Buffer {
    return clientFrame('text', JSON.stringify({ id, type: 'subscribe', payload: { query, variables } }));
  }

  /** Begins an operation. `write` says how its bytes go out. */
  subscribe(
    id: string,
    query: string,
    variables: object = {},
    write = (bytes: Buffer): void => {
      this.tcp.write(bytes);
    },
  ) {
    let read = 0;
    const operation: Operation = {
      id,
      payloads: [],
      state: 'OPEN',
      until: async (fits) => {
        const from = read;
        await this.when(() => {
          while (read < operation.payloads.length) if (fits(operation.payloads[read++])) return true;
          return false;
        });
        return operation.payloads.slice(from, read);
      },
      ended: () => this.when(() => operation.state === 'ENDED' || operation.state === 'FAILED'),
      complete: () => {
        if (operation.state !== 'OPEN') return;
        operation.state = 'LEAVING';
        this.send({ id, type: 'complete' });
        // Once a ping that follows is answered, the server has heard of it.
        this.leaves.set(operation, this.pings + 1);
      },
    };
    this.operations.set(id, operation);
    write(this.request(id, query, variables));
    return operation;
  }

  /** Asks for a sign that everything sent so far was read. What was left before it gets nothing from now on. */
  async pingPong(): Promise<void> {
    const n = ++this.pings;
    this.send({ type: 'ping', payload: { n } });
    await this.when(() => this.pongs >= n);
  }

  /** Closes as RFC 6455 wants it, with a last look at everything that came. */
  async close(): Promise<void> {
    if (this.violation) throw this.violation;
    if (this.isOver) return;
    this.tcp.write(clientFrame('close', Buffer.from([0x03, 0xe8])));
    await this.when(() => this.isOver);
    if (this.closed?.code !== 1000) throw new Violation(`5.5.1: the close is answered: ${JSON.stringify(this.closed)}`);
  }
}
