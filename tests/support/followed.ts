import { perform } from './builders.js';
import { ask } from './database.js';
import type { TestServer } from './server.js';

/** How a meeting is followed to which titles and requirements are written. */
export const BOARD =
  'subscription ($id: ID!) { board(meetingId: $id) { meetingId seq title requirements { number body } } }';
export const JOURNAL =
  'subscription ($id: ID!, $after: Int) { journal(meetingId: $id, after: $after) { meetingId seq type } }';

export const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

export const rename = (server: TestServer, meetingId: string, title: string): Promise<{ seq: number }> =>
  perform(server, 'updateMeeting', { meetingId, input: { title } });

/** So many entries, one after the other; answers with the last seq. */
export async function writeTitles(server: TestServer, meetingId: string, count: number): Promise<number> {
  let seq = 0;
  for (let n = 0; n < count; n++) ({ seq } = await rename(server, meetingId, `title ${n} “${'字'.repeat(n)}” \\ "`));
  return seq;
}

/** Requirements that make a board long. */
export const reveal = ({ databaseUrl }: TestServer, meetingId: string, count: number, body: string) =>
  ask(
    new URL(databaseUrl).pathname.slice(1),
    `INSERT INTO requirement (id, meeting_id, number, heading, body, revealed_at)
     SELECT gen_random_uuid(), '${meetingId}', n, 'R', '${body}' || n, now() FROM generate_series(1, ${count}) n`,
  );
