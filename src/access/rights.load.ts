import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Duty } from '../people/participant.type.js';
import { blind, type Sight, type Standing, sightOf } from './rights.rules.js';
import { holderOf, type Viewer } from './viewer.js';

/** What anybody may do at a meeting, as the tables say at this moment. */
export interface Rights {
  /** null: there is no such meeting. */
  standing(viewer: Viewer, meetingId: string): Promise<Standing | null>;
  sight(viewer: Viewer, meetingId: string): Promise<Sight>;
}

interface Asked {
  meetingId: string;
  viewer: Viewer;
}

const STANDINGS = `
  SELECT q.n, m.visibility, m.status, p.id AS "participantId", coalesce(p.duties, '{}') AS duties,
    ARRAY(SELECT duty FROM appointment WHERE meeting_id = m.id AND account_id = q.account_id) AS appointed,
    (SELECT view FROM display WHERE id = q.display_id AND meeting_id = m.id) AS view
  FROM unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[])
      AS q(n, meeting_id, participant_id, person_id, account_id, display_id)
    JOIN meeting m ON m.id = q.meeting_id
    LEFT JOIN participant p ON p.meeting_id = m.id AND (p.id = q.participant_id OR p.person_id = q.person_id)`;

type Row = Standing & { n: number; appointed: Duty[] };

/** All who ask in the same moment are answered by one statement, and equal questions are one. Nothing is kept. */
export function createRights(database: DataSource): Rights {
  const loader = new DataLoader<Asked, Standing | null, string>(
    async (asked) => {
      // Who asks from now on is answered by the next statement.
      for (const one of asked) loader.clear(one);
      const of = (kind: string) => asked.map(({ viewer }) => (viewer.kind === kind ? viewer.id : null));
      const rows: Row[] = await database.query(STANDINGS, [
        asked.map((_, n) => n),
        asked.map(({ meetingId }) => meetingId),
        of('PARTICIPANT'),
        asked.map(({ viewer }) => viewer.personId),
        of('ACCOUNT'),
        of('DISPLAY'),
      ]);
      const found = new Map(
        rows.map(({ n, appointed, ...row }) => [n, { ...row, duties: [...row.duties, ...appointed] }]),
      );
      return asked.map((_, n) => found.get(n) ?? null);
    },
    {
      cacheKeyFn: ({ meetingId, viewer }) => `${meetingId} ${holderOf(viewer)} ${viewer.personId}`,
      maxBatchSize: 2000,
    },
  );

  const standing = async (viewer: Viewer, meetingId: string): Promise<Standing | null> => {
    if (!isUuid(meetingId)) return null;
    return loader.load({ viewer, meetingId: meetingId.toLowerCase() });
  };

  return {
    standing,
    sight: async (viewer, meetingId) => {
      const found = await standing(viewer, meetingId);
      return found ? sightOf(viewer, meetingId, found) : blind;
    },
  };
}
