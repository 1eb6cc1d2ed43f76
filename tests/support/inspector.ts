import { once } from 'node:events';
import WebSocket from 'ws';
import { eventually, type ServerProcess, spawnServer } from './process.js';

/** A real server whose heap can be looked at from outside. */
export async function spawnInspected(environment: Record<string, string>) {
  const server = await spawnServer({ ...environment, NODE_OPTIONS: '--inspect=127.0.0.1:0' });
  const address = await eventually(async () => /Debugger listening on (ws:\S+)/.exec(server.output())?.[1], Boolean);
  const inspector = new WebSocket(address!);
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
    ...server,
    /** Bytes that are still in use after everything unused was thrown away. */
    heap: async (): Promise<number> => {
      // What the first collection frees may have held other things by finalizers.
      for (let time = 0; time < 3; time++) await call('HeapProfiler.collectGarbage');
      const { result } = await call('Runtime.evaluate', { expression: 'process.memoryUsage().heapUsed' });
      return result.value;
    },
    end: (signal: NodeJS.Signals) => {
      inspector.terminate();
      return server.end(signal);
    },
  } satisfies ServerProcess & { heap(): Promise<number> };
}
