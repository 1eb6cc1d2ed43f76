import { type DataSource, In } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { Refusal } from '../errors.js';
import { loadCourse } from '../meeting/course.load.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import { OrganizationRow } from '../people/organization.entity.js';
import { PersonRow } from '../people/person.entity.js';
import { board } from './board.js';
import type { Board } from './board.type.js';

/** One snapshot of the database makes one board: what it shows and its seq belong together. [B6] */
export function loadBoard(database: DataSource, meetingId: string): Promise<Board> {
  return database.transaction('REPEATABLE READ', async (manager) => {
    const meeting = isUuid(meetingId) ? await manager.findOneBy(MeetingRow, { id: meetingId }) : null;
    if (!meeting) throw new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });
    const course = await loadCourse(manager, meeting);
    const persons = await manager.findBy(PersonRow, { id: In(course.participants.map(({ personId }) => personId)) });
    const organizationIds = [meeting.organizationId, ...persons.map(({ organizationId }) => organizationId)];
    const organizations = await manager.findBy(OrganizationRow, { id: In([...new Set(organizationIds)]) });

    const organization = (id: string) => organizations.find((row) => row.id === id)?.name ?? '';
    const byPerson = new Map(persons.map((row) => [row.id, row]));
    const people = new Map(
      course.participants.map(({ id, personId }) => {
        const row = byPerson.get(personId);
        return [
          id,
          { name: row?.name ?? '', post: row?.post ?? '', organization: row ? organization(row.organizationId) : '' },
        ];
      }),
    );
    return board(course, { organization: organization(meeting.organizationId), people });
  });
}
