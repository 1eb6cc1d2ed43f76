import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { CommentRow } from '../appraisal/comment.entity.js';
import { BallotRow } from '../ballot/ballot.entity.js';
import { BallotTallyRow } from '../ballot/tally.entity.js';
import { type Rows, readRows } from '../database/rows.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { RequirementRow } from '../requirement/requirement.entity.js';
import { StatementRow } from '../statement/statement.entity.js';
import { TurnRow } from '../statement/turn.entity.js';
import { type Course, type Part, parts } from './course.js';
import type { MeetingRow } from './meeting.entity.js';

/** The rows of each part. */
export const entities: Record<Part, EntityTarget<ObjectLiteral>> = {
  participants: ParticipantRow,
  items: AgendaItemRow,
  statements: StatementRow,
  turns: TurnRow,
  comments: CommentRow,
  requirements: RequirementRow,
  ballots: BallotRow,
  tallies: BallotTallyRow,
};

/** What belongs to the meeting whose id is the first parameter. */
export const courseRows = Object.fromEntries(
  parts.map(({ part, order }) => [part, { entity: entities[part], where: 't.meeting_id = $1', order }]),
) as Record<Part, Rows>;

/** What stands, in one statement. */
export async function loadCourse(manager: EntityManager, meeting: MeetingRow): Promise<Course> {
  const rows = await readRows(manager, courseRows, [meeting.id]);
  return { meeting, ...rows } as Course;
}
