import { checkTrail } from '../../src/audit/trail.load.js';
import type { End } from '../../src/audit/walk.js';
import { type Damage, sentence } from '../../src/audit/walk.js';
import type { TestServer } from './server.js';

export interface TrailLine {
  seq: string;
  at: Date;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  sessionId: string | null;
  address: string;
  action: string;
  outcome: string;
  meetingId: string | null;
  meetingSeq: number | null;
  subjectId: string | null;
  detail: Record<string, unknown>;
  times: number;
  hash: string;
}

/** The lines of the audit trail after a seq, oldest first, as they stand in the table. */
export const trail = (server: TestServer, after: string | number = 0): Promise<TrailLine[]> =>
  server.sql(
    `SELECT seq, at, actor_kind AS "actorKind", actor_id AS "actorId", actor_name AS "actorName", session_id AS "sessionId",
       address, action, outcome, meeting_id AS "meetingId", meeting_seq AS "meetingSeq", subject_id AS "subjectId", detail,
       times, hash
     FROM audit_entry WHERE seq > $1 ORDER BY seq`,
    after,
  );

/** The seq of the last line. */
export const trailEnd = async (server: TestServer): Promise<string> =>
  (await server.sql('SELECT seq FROM audit_head'))[0].seq;

/** Waits until the trail has lines after a seq that are as wanted: what is noted is written soon, not at once. */
export async function trailHas(
  server: TestServer,
  after: string,
  isThere: (lines: TrailLine[]) => boolean,
): Promise<TrailLine[]> {
  const deadline = performance.now() + 30_000;
  while (true) {
    const lines = await trail(server, after);
    if (isThere(lines)) return lines;
    if (performance.now() > deadline) throw new Error(`the trail has only ${JSON.stringify(lines, null, 1)}`);
  }
}

/** What `npm run audit` would say is wrong. */
export async function damages(server: TestServer, noted: End | null = null): Promise<string[]> {
  const found: Damage[] = [];
  await checkTrail(server.services.database, noted, (damage) => found.push(damage));
  return found.map(sentence);
}
