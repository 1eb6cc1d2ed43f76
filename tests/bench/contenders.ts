import { type Kind, queries, request, subscriptions } from './documents.js';
import { openLine } from './load/requests.js';
import { type ServerProcess, startProcess } from './process.js';
import { startRostrum, type World } from './world.js';

/** A server under measurement, in a process of its own. */
export interface Contender extends ServerProcess {
  /** What a display sends to follow events of a kind and to be told the present state once. */
  operations(kind: Kind): Promise<string[]>;
  /** Makes events in one turn; answers with the time at which they were asked for. */
  emit(kind: Kind, count: number): Promise<number>;
}

export type Start = (world: World) => Promise<Contender>;

const newestSeq = async ({ writer, meetingId }: World): Promise<number> =>
  (await writer.query('SELECT seq FROM meeting WHERE id = $1', [meetingId])).rows[0].seq;

/** The real server. Its events come from the database, as another server or a mutation would make them. */
const rostrum: Start = async (world) => {
  const { meetingId: id, writer } = world;
  return {
    ...(await startRostrum(world.databaseUrl)),
    operations: async (kind) => {
      const variables = kind === 'entry' ? { id, after: (await newestSeq(world)) - 1 } : { id };
      return [request(kind, subscriptions[kind], variables)];
    },
    emit: (_, count) => writer.write(id, count),
  };
};

const emitting = async (script: string, { file }: World) => {
  const server = await startProcess(script, [file]);
  const line = await openLine(server.port);
  return {
    ...server,
    emit: (kind: Kind, count: number) => {
      const at = performance.now();
      return line.post(`/emit/${kind}/${count}`, '').then(() => at);
    },
    end: () => {
      line.close();
      return server.end();
    },
  };
};

/** Its subscriptions say nothing at first, so a client asks for the present state beside, as Apollo Client's do. */
const recipe: Start = async (world) => {
  const { meetingId: id } = world;
  return {
    ...(await emitting('tests/bench/servers/recipe.js', world)),
    operations: async (kind) => [
      request(kind, subscriptions[kind], { id }),
      kind === 'entry'
        ? request('entries', queries.entries, { id, after: 0 })
        : request('boardNow', queries.boardNow, { id }),
    ],
  };
};

const ws: Start = async (world) => ({
  ...(await emitting('tests/bench/servers/ws.js', world)),
  operations: async (kind) => [request(kind, subscriptions[kind], { id: world.meetingId })],
});

/** In the order in which they take turns. */
export const contenders = { ws, rostrum, recipe };
export type Name = keyof typeof contenders;
export const names = Object.keys(contenders) as Name[];
