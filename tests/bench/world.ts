import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../src/database/embedded.js';
import { type Ask, prepare } from '../../src/demo/prepare.js';
import { nextStep, STANDING, type Standing } from '../../src/demo/rehearsal.js';
import { authorization, letIn } from '../support/credentials.js';
import { queries } from './documents.js';
import { type ServerProcess, startProcess } from './process.js';
import { openWriter, type Writer } from './writer.js';

/** A PostgreSQL with the founding meeting, in which the second speaker has the floor. */
export interface World {
  databaseUrl: string;
  meetingId: string;
  writer: Writer;
  /** The file that contenders are given. */
  file: string;
  close(): Promise<void>;
}

export const startRostrum = (databaseUrl: string): Promise<ServerProcess> =>
  startProcess('src/main.js', [], {
    DATABASE_URL: databaseUrl,
    PORT: '0',
    DEMO: 'no',
    LOG_LEVEL: 'warn',
    SOCKETS_PER_ADDRESS: '100000',
  });

export async function makeWorld(): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-bench-'));
  // No event waits for a disk: the disks of two machines can't be compared.
  const embedded = await startEmbedded(folder, { settings: { fsync: 'off', max_connections: '300' } });
  const close = async () => {
    await embedded.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const file = join(folder, 'given.json');
    const meetingId = await play(embedded.url, file);
    const writer = await openWriter(embedded.url);
    return { databaseUrl: embedded.url, meetingId, writer, file, close: () => writer.close().then(close) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function play(databaseUrl: string, file: string): Promise<string> {
  const server = await startRostrum(databaseUrl);
  try {
    await letIn(databaseUrl);
    const ask: Ask = async (query, variables) => {
      const response = await fetch(`http://127.0.0.1:${server.port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await response.json()) as { data: Record<string, any>; errors?: unknown };
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    };
    const id = await prepare(ask, 'zh', 'bench');
    const seq = await giveFloorToSecond(ask, id);
    const { board } = await ask(queries.boardNow, { id });
    const { board: large } = await ask(queries.large, { id });
    const { journal } = await ask(queries.entries, { id, after: seq - 1 });
    await writeFile(file, JSON.stringify({ meetingId: id, databaseUrl, board, large, entry: journal.entries[0] }));
    return id;
  } finally {
    await server.end();
  }
}

/** Does what an operator would do, until the first statement is commented on and the second speaker speaks. */
async function giveFloorToSecond(ask: Ask, id: string): Promise<number> {
  for (let steps = 0; steps < 40; steps += 1) {
    const { meeting } = (await ask(STANDING, { id })) as unknown as { meeting: Standing };
    const speaking = meeting.agenda.filter(({ kind }) => kind === 'STATEMENT').map(({ status }) => status);
    if (speaking[1] === 'CURRENT') return meeting.seq;
    const { field, variables = {} } = nextStep(meeting, true, 1)!;
    const own = Object.entries(variables);
    const declared = own.map(([name, { type }]) => `, $${name}: ${type}`).join('');
    const given = own.map(([name]) => `, ${name}: $${name}`).join('');
    const values = Object.fromEntries(own.map(([name, { value }]) => [name, value]));
    await ask(`mutation ($id: ID!${declared}) { ${field}(meetingId: $id${given}) { seq } }`, { id, ...values });
  }
  throw new Error('the second speaker never had the floor');
}
