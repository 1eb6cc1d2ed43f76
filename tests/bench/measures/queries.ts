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
export const queries: Measurement = async ({ world, figures, options: { isQuick }, tell }) => {
  const milliseconds = isQuick ? 1500 : 5000;
  const answers = new Map<string, string>();
  for (const [name, start] of Object.entries(servers)) {
    tell(`queries: ${name}`);
    const server = await start(world);
    try {
      for (const kind of ['board', 'meeting'] as const) {
        const body = request(kind, documents[kind], { id: world.meetingId });
        // Servers close lines on which nothing is asked for some seconds: each measurement has its own.
        const measure = async (title: string, count: number, change?: () => Promise<unknown>) => {
          const lines = await Promise.all(Array.from({ length: count }, () => openLine(server.port)));
          const answer = await lines[0]!.post('/graphql', body);
          agree(answers, kind, JSON.parse(answer.toString()));
          await ask(lines, body, milliseconds, change);
          const [cpu, begun] = [server.cpu(), performance.now()];
          const answered = await ask(lines, body, milliseconds, change);
          figures.add(title, name, count, {
            'requests per CPU second': answered / ((server.cpu() - cpu) / 1e6),
            'requests per second': (answered / (performance.now() - begun)) * 1000,
            'bytes of an answer': answer.length,
          });
          for (const line of lines) line.close();
        };
        await measure(`${kind} query`, LINES);
        await measure(`changed ${kind} query`, 1, () => world.writer.write(world.meetingId, 1));
      }
    } finally {
      await server.end();
    }
  }
};

/** Who answers something else is not to be compared. Numbers move on as the meeting does. */
function agree(answers: Map<string, string>, kind: string, answer: { data?: unknown; errors?: unknown }): void {
  const said = JSON.stringify(answer.data).replace(/:\d+/g, ':0');
  const first = answers.get(kind) ?? said;
  answers.set(kind, first);
  if (answer.errors || first !== said)
    throw new Error(`the answers to ${kind} differ: ${JSON.stringify(answer).slice(0, 500)}`);
}

async function ask(
  lines: Line[],
  body: string,
  milliseconds: number,
  change?: () => Promise<unknown>,
): Promise<number> {
  const end = performance.now() + milliseconds;
  let count = 0;
  const askAgain = async (line: Line) => {
    while (performance.now() < end) {
      await change?.();
      await line.post('/graphql', body);
      count += 1;
    }
  };
  await Promise.all(lines.map(askAgain));
  return count;
}
