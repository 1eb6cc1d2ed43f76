import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { CommentRow } from '../appraisal/comment.entity.js';
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
};

/** What stands, in as many statements as there are parts. */
export async function loadCourse(manager: EntityManager, meeting: MeetingRow): Promise<Course> {
  const course: Record<string, unknown> = { meeting };
  for (const { part, order } of parts) {
    course[part] = await manager.find(entities[part], {
      where: { meetingId: meeting.id },
      order: { [order]: 'ASC' },
    });
  }
  return course as unknown as Course;
}
