import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Viewer } from './viewer.js';

const MINE = `SELECT meeting_id FROM participant p WHERE p.id = :participant OR p.person_id = :person`;
const RUN = `SELECT meeting_id FROM appointment WHERE account_id = :account AND duty IN ('HOST', 'RECORDER')
  UNION ALL ${MINE.replace('WHERE', 'WHERE (')}) AND duties && '{HOST,RECORDER}'`;
const ROOM = `SELECT meeting_id FROM appointment WHERE account_id = :account UNION ALL ${MINE}
  UNION ALL SELECT :display::uuid`;

/** Leaves the meetings that the viewer may see: isSeen of rights.rules.ts, as SQL. The rows' alias is `row`. [F2] */
export function andSeen<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>, viewer: Viewer): void {
  if (viewer.isAdministrator) return;
  const as = (kind: string) => (viewer.kind === kind ? viewer.id : null);
  query.andWhere(
    `(row.id IN (${RUN}) OR row.status <> 'DRAFT' AND (row.visibility = 'PUBLIC'
      OR (row.visibility = 'ROOM' OR row.status <> 'SCHEDULED') AND row.id IN (${ROOM})))`,
    {
      account: as('ACCOUNT'),
      participant: as('PARTICIPANT'),
      person: viewer.personId,
      display: viewer.kind === 'DISPLAY' ? viewer.meetingId : null,
    },
  );
}
