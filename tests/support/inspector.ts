import { once } from 'node:events';
import WebSocket from 'ws';
import { eventually, type ServerProcess, spawnServer } from './process.js';

/** A process of Node, looked at from outside. */
export interface Inspector {
  /** Throws everything away that is unused. */
  collect(): Promise<void>;
  /** Bytes of the heap that are in use. */
  heap(): Promise<number>;
  close(): void;
}

/** What Node prints when it lets itself be looked at. */
export const LISTENING = /Debugger listening on (ws:\S+)/;

export async function openInspector(address: string): Promise<Inspector> {
  const inspector = new WebSocket(address);
  await once(inspector, 'open');
  let id = 0;
  const call = async (method: string, params: object = {}): Promise<any> => {
    const own = ++id;
    inspector.send(JSON.stringify({ id: own, method, params }));
    while (true) {
      const [data] = await once(inspector, 'message');
      const message = JSON.parse(String(data));
      if (message.id === own) return message.result;
    }
  };
  return {
    collect: async () => {
      // What the first collection frees may have held other things by finalizers.
      for (let time = 0; time < 3; time++) await call('HeapProfiler.collectGarbage');
    },
    heap: async () => {
      const { result } = await call('Runtime.evaluate', { expression: 'process.memoryUsage().heapUsed' });
      return result.value;
    },
    close: () => inspector.terminate(),
  };
}

/** A real server whose heap can be looked at from outside. */
export async function spawnInspected(environment: Record<string, string>) {
  const server = await spawnServer({ ...environment, NODE_OPTIONS: '--inspect=127.0.0.1:0' });
  const address = await eventually(async () => LISTENING.exec(server.output())?.[1], Boolean);
  const inspector = await openInspector(address!);
  return {
    ...server,
    /** Bytes that are still in use after everything unused was thrown away. */
    heap: () => inspector.collect().then(inspector.heap),
    end: (signal: NodeJS.Signals) => {
      inspector.close();
      return server.end(signal);
    },
  } satisfies ServerProcess & { heap(): Promise<number> };
}
