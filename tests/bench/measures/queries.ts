import { isDeepStrictEqual } from 'node:util';
import { queries as documents, request } from '../documents.js';
import { type Line, openLine } from '../load/requests.js';
import type { Measurement } from '../options.js';
import { type ServerProcess, startProcess } from '../process.js';
import { startRostrum, type World } from '../world.js';

const LINES = 8;

/** Rostrum's own schema and resolvers behind the servers that others would take, on the same database. */
const servers: Record<string, (world: World) => Promise<ServerProcess>> = {
  rostrum: ({ databaseUrl }) => startRostrum(databaseUrl),
  recipe: ({ file }) => startProcess('tests/bench/servers/apollo.js', [file]),
  mercurius: ({ file }) => startProcess('tests/bench/servers/mercurius.js', [file]),
};

/** The board and a nested meeting over HTTP, some kept connections that ask as fast as they are answered. */
export const queries: Measurement = async ({ world, figures, options: { isQuick, rounds }, tell }) => {
  const milliseconds = isQuick ? 1500 : 5000;
  const answers = new Map<string, unknown>();
  for (let round = 1; round <= rounds; round += 1)
    for (const [name, start] of Object.entries(servers)) {
      tell(`queries: ${name}, round ${round} of ${rounds}`);
      const server = await start(world);
      const lines = await Promise.all(Array.from({ length: LINES }, () => openLine(server.port)));
      try {
        for (const kind of ['board', 'meeting'] as const) {
          const body = request(kind, documents[kind], { id: world.meetingId });
          const answer = await lines[0]!.post('/graphql', body);
          agree(answers, kind, JSON.parse(answer.toString()));
          await ask(lines, body, milliseconds / 2);
          const [cpu, begun] = [server.cpu(), performance.now()];
          const count = await ask(lines, body, milliseconds);
          figures.add(`${kind} query`, name, LINES, {
            'requests per CPU second': count / ((server.cpu() - cpu) / 1e6),
            'requests per second': (count / (performance.now() - begun)) * 1000,
            'bytes of an answer': answer.length,
          });
        }
      } finally {
        for (const line of lines) line.close();
        await server.end();
      }
    }
};

/** Who answers something else is not to be compared. */
function agree(answers: Map<string, unknown>, kind: string, answer: { data?: unknown; errors?: unknown }): void {
  const first = answers.get(kind) ?? answer.data;
  answers.set(kind, first);
  if (answer.errors || !isDeepStrictEqual(first, answer.data))
    throw new Error(`the answers to ${kind} differ: ${JSON.stringify(answer).slice(0, 500)}`);
}

async function ask(lines: Line[], body: string, milliseconds: number): Promise<number> {
  const end = performance.now() + milliseconds;
  let count = 0;
  const askAgain = async (line: Line) => {
    while (performance.now() < end) {
      await line.post('/graphql', body);
      count += 1;
    }
  };
  await Promise.all(lines.map(askAgain));
  return count;
}
