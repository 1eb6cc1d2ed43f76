import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createClient } from '@redis/client';
import { eventually } from './process.js';

/** Where a Redis server is on this machine, if there is one; the tests that need it are skipped where there is none. */
export const redisServer: string | null =
  ['redis-server', '/usr/bin/redis-server', '/usr/local/bin/redis-server'].find(
    (path) => spawnSync(path, ['--version']).status === 0,
  ) ?? null;

export interface Redis {
  url: string;
  /** Ends it as a crash does. */
  kill(): Promise<void>;
  /** Starts it again, on the same port. */
  start(): Promise<void>;
}

/** A Redis server of its own, which keeps nothing. */
export async function startRedis(): Promise<Redis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const isUp = async () => {
    const client = createClient({ url, socket: { reconnectStrategy: false } }).on('error', () => undefined);
    await client.connect();
    client.destroy();
    return true;
  };
  const redis: Redis = {
    url,
    async kill() {
      if (!child) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
      child = undefined;
    },
    async start() {
      const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      child = spawn(redisServer!, settings, { stdio: 'ignore' });
      await eventually(isUp, Boolean);
    },
  };
  await redis.start();
  return redis;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
