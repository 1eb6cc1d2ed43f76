import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { type ServerProcess, spawnServer } from './process.js';

/** A server on a port of its own that is started again whenever it ends, as a supervisor would. */
export class Instance {
  readonly url: string;
  kills = 0;
  /** Starts that came to nothing, as one in the middle of the database's crash may. */
  failedStarts = 0;
  /** What the server said when it ended though nobody had ended it. */
  readonly crashes: string[] = [];
  private server: ServerProcess | undefined;
  private isStopped = false;
  private readonly keeping: Promise<void>;

  constructor(port: number, environment: Record<string, string>) {
    this.url = `http://127.0.0.1:${port}`;
    this.keeping = this.keep({ ...environment, PORT: String(port) });
  }

  private async keep(environment: Record<string, string>): Promise<void> {
    while (!this.isStopped) {
      const server = await spawnServer(environment).catch(() => null);
      if (!server) {
        this.failedStarts += 1;
        await delay(200);
        continue;
      }
      this.server = server;
      if (this.isStopped) server.child.kill('SIGTERM');
      if (server.child.exitCode === null && server.child.signalCode === null) await once(server.child, 'exit');
      this.server = undefined;
      const { exitCode, signalCode } = server.child;
      if (signalCode !== 'SIGKILL' && !this.isStopped)
        this.crashes.push(`${exitCode}: ${server.output().slice(-2000)}`);
    }
  }

  /** kill -9; the next start follows at once. Not while it is still starting. */
  kill(): void {
    if (this.server?.child.kill('SIGKILL')) this.kills += 1;
  }

  async ready(): Promise<void> {
    const isReady = () =>
      fetch(`${this.url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    for (let attempt = 0; attempt < 600; attempt++) {
      if (await isReady()) return;
      await delay(100);
    }
    throw new Error(`${this.url} is not ready`);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.server?.child.kill('SIGTERM');
    await this.keeping;
  }
}

/** A free port below those that the system gives to outgoing connections: nobody takes it while its server is away. */
export async function fixedPort(): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
  throw new Error('there is no free port');
}
