import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { TOKEN } from './credentials.js';

/** A plain graphql-ws client that queues what it receives, so that a test can wait for a message instead of sleeping. */
export interface Queue<Value> extends AsyncIterable<Value> {
  /** The next message; fails the test after a while. */
  next(): Promise<Value>;
  /** All messages until one fits, that one included. */
  until(fits: (value: Value) => boolean): Promise<Value[]>;
  /** Resolves when the server has completed the operation. */
  ended: Promise<void>;
  received: Value[];
  stop(): void;
}

export interface Socket {
  client: Client;
  subscribe<Data = any>(document: string, variables?: object): Queue<{ data: Data; errors?: any[] }>;
  close(): Promise<void>;
}

const PATIENCE = 45_000;

export function openSocket(url: string, options: Partial<Parameters<typeof createClient>[0]> = {}): Socket {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...options,
    connectionParams: { token: TOKEN, ...(options.connectionParams as object) },
  });
  return {
    client,
    subscribe: (query, variables = {}) => collect(client, query, variables as Record<string, unknown>),
    close: async () => void (await client.dispose()),
  };
}

function collect<Value>(client: Client, query: string, variables: Record<string, unknown>): Queue<Value> {
  const received: Value[] = [];
  let read = 0;
  let failure: unknown;
  let wake = () => {};
  let finish = () => {};
  let isOver = false;
  const ended = new Promise<void>((resolve) => (finish = resolve));
  const over = (error?: unknown) => {
    failure = error;
    isOver = true;
    finish();
    wake();
  };
  const stop = client.subscribe(
    { query, variables },
    {
      next: (value) => {
        received.push(value as Value);
        wake();
      },
      error: over,
      complete: () => over(),
    },
  );

  const next = async (): Promise<Value> => {
    const deadline = performance.now() + PATIENCE;
    while (read >= received.length) {
      if (isOver) throw new Error(`the operation is over: ${JSON.stringify(failure) ?? 'completed'}`);
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`no message within ${PATIENCE} ms; so far: ${JSON.stringify(received)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return received[read++]!;
  };

  return {
    received,
    ended,
    stop,
    next,
    async until(fits) {
      const seen: Value[] = [];
      while (true) {
        const value = await next();
        seen.push(value);
        if (fits(value)) return seen;
      }
    },
    async *[Symbol.asyncIterator]() {
      while (true) yield await next();
    },
  };
}
