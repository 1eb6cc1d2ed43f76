import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { AgendaItemRow } from '../agenda/agenda.entity.js';
import { CommentRow } from '../appraisal/comment.entity.js';
import { ParticipantRow } from '../people/participant.entity.js';
import { RequirementRow } from '../requirement/requirement.entity.js';
import { StatementRow } from '../statement/statement.entity.js';
import { TurnRow } from '../statement/turn.entity.js';
import type { Course, Part } from './course.js';
import type { MeetingRow } from './meeting.entity.js';

/** The parts of a course in the order in which their rows refer to each other: a row comes after what it refers to. */
export const parts: readonly { part: Part; entity: EntityTarget<ObjectLiteral>; order: string }[] = [
  { part: 'participants', entity: ParticipantRow, order: 'id' },
  { part: 'items', entity: AgendaItemRow, order: 'position' },
  { part: 'statements', entity: StatementRow, order: 'id' },
  { part: 'turns', entity: TurnRow, order: 'id' },
  { part: 'comments', entity: CommentRow, order: 'id' },
  { part: 'requirements', entity: RequirementRow, order: 'number' },
];

/** What stands, in as many statements as there are parts. Ids are UUIDv7, so their order is that of creation. */
export async function loadCourse(manager: EntityManager, meeting: MeetingRow): Promise<Course> {
  const course: Record<string, unknown> = { meeting };
  for (const { part, entity, order } of parts) {
    course[part] = await manager.find(entity, { where: { meetingId: meeting.id }, order: { [order]: 'ASC' } });
  }
  return course as unknown as Course;
}
