import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../src/database/embedded.js';
import { authorization, letIn } from './credentials.js';

export interface ServerProcess {
  url: string;
  child: ChildProcess;
  output: () => string;
  /** Sends the signal and waits for the end; answers with the exit code, null if killed. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** The real server, as `npm start` runs it, in a process of its own. */
export async function spawnServer(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      LOG_LEVEL: 'info',
      // Not the folder of a demo that is tried out beside the tests.
      DATA_DIR: join(tmpdir(), 'rostrum-tests'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const read = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  const exited = once(child, 'exit').then(([code]) => code as number | null);

  const listening = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const url = /Meetings\s+(http:\S+)\//.exec(output)?.[1];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([
    listening,
    exited.then((code) => Promise.reject(new Error(`the server ended with ${code}: ${output}`))),
  ]);
  if (!environment.DATABASE_URL && environment.DATA_DIR) await letInto(environment.DATA_DIR);
  return {
    url,
    child,
    output: () => output,
    end: (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

async function letInto(folder: string): Promise<void> {
  const embedded = await startEmbedded(folder);
  await letIn(embedded.url);
  await embedded.stop();
}

/** Posts a document to a server process, as an administrator. */
export async function post<Data = any>(
  url: string,
  query: string,
  variables: object = {},
): Promise<{ data: Data; errors?: { message: string; extensions: { code: string } & Record<string, unknown> }[] }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data: Data };
}

/** Asks again until the answer fits; fails after a while. Never sleeps longer than a round trip. */
export async function eventually<Value>(
  ask: () => Promise<Value>,
  fits: (value: Value) => boolean,
  patience = 45_000,
): Promise<Value> {
  const deadline = performance.now() + patience;
  let last: unknown;
  while (performance.now() < deadline) {
    try {
      const value = await ask();
      if (fits(value)) return value;
      last = value;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`not within ${patience} ms; last: ${last instanceof Error ? last.stack : JSON.stringify(last)}`);
}
