import type { DataSource } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { readRows } from '../database/rows.js';
import { DisplayRow } from '../display/display.entity.js';
import { Refusal } from '../errors.js';
import type { Course } from '../meeting/course.js';
import { courseRows } from '../meeting/course.load.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import { OrganizationRow } from '../people/organization.entity.js';
import { PersonRow } from '../people/person.entity.js';
import { board } from './board.js';
import type { Board } from './board.type.js';

const PRESENT = 'SELECT person_id FROM participant WHERE meeting_id = $1';

const boardRows = {
  ...courseRows,
  meeting: { entity: MeetingRow, where: 't.id = $1', order: 'id' },
  displays: { entity: DisplayRow, where: 't.meeting_id = $1 AND t.revoked_at IS NULL', order: 'pairedAt' },
  persons: { entity: PersonRow, where: `t.id IN (${PRESENT})`, order: 'id' },
  organizations: {
    entity: OrganizationRow,
    where: `t.id IN (SELECT organization_id FROM person WHERE id IN (${PRESENT})
      UNION ALL SELECT organization_id FROM meeting WHERE id = $1)`,
    order: 'id',
  },
};

interface Read extends Omit<Course, 'meeting'> {
  meeting: MeetingRow[];
  displays: DisplayRow[];
  persons: PersonRow[];
  organizations: OrganizationRow[];
}

/** One snapshot of the database makes one board: what it shows and its seq belong together. [B6] */
export async function loadBoard({ manager }: DataSource, meetingId: string): Promise<Board> {
  const read = isUuid(meetingId) ? ((await readRows(manager, boardRows, [meetingId])) as unknown as Read) : null;
  const meeting = read?.meeting[0];
  if (!meeting) throw new Refusal('NOT_FOUND', { what: 'meeting', id: meetingId });

  const organizations = new Map(read.organizations.map(({ id, name }) => [id, name]));
  const persons = new Map(read.persons.map((row) => [row.id, row]));
  const people = new Map(
    read.participants.map(({ id, personId }) => {
      const { name = '', post = '', organizationId = '' } = persons.get(personId) ?? {};
      return [id, { name, post, organization: organizations.get(organizationId) ?? '' }];
    }),
  );
  return board(
    { ...read, meeting },
    {
      organization: organizations.get(meeting.organizationId) ?? '',
      people,
      displays: read.displays,
    },
  );
}
