import { fork } from 'node:child_process';
import { once, setMaxListeners } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../../src/database/embedded.js';
import { letIn } from '../support/credentials.js';
import { Display } from '../support/display.js';
import { post, type ServerProcess, spawnServer } from '../support/process.js';
import { kinds } from './kinds.js';

const ADD = 'mutation ($id: ID!, $input: RequirementInput!) { addRequirement(meetingId: $id, input: $input) { seq } }';
const DROP = 'mutation ($id: ID!, $of: ID!) { dropRequirement(meetingId: $id, requirementId: $of) { seq } }';
const ROOM = 20;
const MiB = 1024 * 1024;

interface Figures {
  growth: number;
  median: number;
  late: number;
  closed: number;
}

const memoryOf = ({ child }: ServerProcess) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'latin1'))?.[1]) * 1024;

/** Lets a visitor misbehave next to a room of displays, and looks how late their boards are and how the server grows. */
async function measure(databaseUrl: string, kind: string, seconds: number): Promise<Figures> {
  const server = await spawnServer({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'error', SOCKETS_PER_ADDRESS: '2000' });
  await letIn(databaseUrl);
  const { meetings } = (await post(server.url, '{ meetings(first: 1) { edges { node { id seq } } } }')).data;
  const { id: meetingId } = meetings.edges[0].node;
  const displays = Array.from({ length: ROOM }, () => new Display('board', meetingId, () => server.url));
  /** One step, from the command to the last display, in milliseconds. */
  const step = async (query: string, variables: object) => {
    const begin = performance.now();
    const { data } = await post(server.url, query.replace('{ seq }', '{ seq subjectId }'), {
      id: meetingId,
      ...variables,
    });
    const { seq, subjectId } = Object.values(data)[0] as { seq: number; subjectId: string };
    await Promise.all(displays.map((display) => display.reaches(seq)));
    return { subjectId, took: performance.now() - begin };
  };
  const both = async (times: number[]) => {
    const added = await step(ADD, { input: { heading: 'one more' } });
    times.push(added.took, (await step(DROP, { of: added.subjectId })).took);
  };
  for (let n = 0; n < 60; n += 1) await both([]);

  const before = memoryOf(server);
  // In a process of its own, so that it doesn't keep the displays from looking.
  const hostile = fork(fileURLToPath(import.meta.url), ['--be', kind, '--url', server.url, '--meeting', meetingId]);
  const misbehaved = once(hostile, 'message');
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, memoryOf(server));
  }, 50);
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    await both(times);
    await delay(20);
  }
  clearInterval(looking);
  hostile.send('stop');
  const [closed] = (await misbehaved) as [number];
  for (const display of displays) {
    if (display.connections > 1 || display.reasons.length > 0)
      throw new Error(`a neighbour suffered: ${display.reasons}`);
    display.close();
  }
  if (server.child.exitCode !== null || /"level":[56]0/.test(server.output())) throw new Error(server.output());
  await server.end('SIGTERM');
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))]!;
  return { growth: (most - before) / MiB, median: at(0.5), late: at(0.95), closed };
}

/** The other process: misbehaves until it is told to stop. */
async function misbehave(kind: string, url: string, meetingId: string): Promise<void> {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  process.once('message', () => stop.abort());
  const closed = await kinds[kind]!(url, meetingId, stop.signal);
  process.send!(closed);
}

/** npm run abuse -- --seconds 20 --only 'floods with pings' */
async function main(): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { seconds: text, only: text, be: text, url: text, meeting: text } });
  if (values.be !== undefined) return misbehave(values.be, values.url!, values.meeting!);
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-abuse-'));
  const database = await startEmbedded(folder, { settings: { fsync: 'off' } });
  process.stdout.write(`\n  ${ROOM} displays follow a meeting while one visitor …\n\n`);
  process.stdout.write(`  ${''.padEnd(34)}server grows by   board after: half   95 of 100   sent away\n`);
  try {
    for (const name of Object.keys(kinds)) {
      if (values.only !== undefined && !name.includes(values.only)) continue;
      const { growth, median, late, closed } = await measure(database.url, name, Number(values.seconds ?? 15));
      const cells = [
        `${growth.toFixed(1)} MB`.padStart(15),
        `${median.toFixed(1)} ms`.padStart(20),
        `${late.toFixed(1)} ms`.padStart(12),
        String(closed).padStart(12),
      ];
      process.stdout.write(`  ${name.padEnd(34)}${cells.join('')}\n`);
    }
  } finally {
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`\n${error.stack}\n`);
    process.exit(1);
  },
);
