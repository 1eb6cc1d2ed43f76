import type { AgendaItemRow } from '../agenda/agenda.entity.js';
import type { CommentRow } from '../appraisal/comment.entity.js';
import type { BallotRow } from '../ballot/ballot.entity.js';
import type { BallotTallyRow } from '../ballot/tally.entity.js';
import { Refusal } from '../errors.js';
import type { Entry } from '../journal/entry.js';
import type { ParticipantRow } from '../people/participant.entity.js';
import type { RequirementRow } from '../requirement/requirement.entity.js';
import type { StatementRow } from '../statement/statement.entity.js';
import type { TurnRow } from '../statement/turn.entity.js';
import type { MeetingRow } from './meeting.entity.js';

/** A meeting as it stands: its own row and all rows that belong to it, each list in its natural order. */
export interface Course {
  meeting: MeetingRow;
  participants: ParticipantRow[];
  items: AgendaItemRow[];
  statements: StatementRow[];
  turns: TurnRow[];
  comments: CommentRow[];
  requirements: RequirementRow[];
  ballots: BallotRow[];
  tallies: BallotTallyRow[];
}

/** The lists of a course. */
export type Part = Exclude<keyof Course, 'meeting'>;

/**
 * The parts in the order in which their rows refer to each other (a row comes after what it refers to), each with the
 * property that its rows are in order of. Ids are UUIDv7, so their order is about that of creation, by the clocks of the servers;
 * which ballot came first is read off the database's.
 */
export const parts: readonly { part: Part; order: string }[] = [
  { part: 'participants', order: 'id' },
  { part: 'items', order: 'position' },
  { part: 'statements', order: 'id' },
  { part: 'turns', order: 'id' },
  { part: 'comments', order: 'id' },
  { part: 'requirements', order: 'number' },
  { part: 'ballots', order: 'openedAt' },
  { part: 'tallies', order: 'id' },
];

/** What a rule may not know by itself: the server's time of the command, and fresh ids. */
export interface Now {
  at: Date;
  id: () => string;
}

/**
 * What a rule decides: the course as it stands afterwards (null: the meeting is deleted), the entry that says so (none:
 * nothing that the room sees has changed), and the id of what was made or changed.
 */
export interface Decision {
  course: Course | null;
  entry?: Entry;
  id: string;
}

/** A rule looks at what stands and decides or throws a Refusal. It never changes what it was given. [M14] */
export type Rule<Input> = (course: Course, input: Input, now: Now) => Decision;

const names: Record<Part, string> = {
  participants: 'participant',
  items: 'item',
  statements: 'statement',
  turns: 'statement',
  comments: 'comment',
  requirements: 'requirement',
  ballots: 'ballot',
  tallies: 'ballot',
};

type RowOf<P extends Part> = Course[P][number];

/** What a command names belongs to its meeting: the row with this id, or a Refusal. [M13] */
export function find<P extends Part>(course: Course, part: P, id: string): RowOf<P> {
  const row = (course[part] as RowOf<P>[]).find((candidate) => candidate.id === id);
  if (!row) throw new Refusal('NOT_FOUND', { what: names[part], id });
  return row;
}

/** The course with one row of a part added or replaced. */
export function put<P extends Part>(course: Course, part: P, row: RowOf<P>): Course {
  const rows = course[part] as RowOf<P>[];
  const known = rows.some((candidate) => candidate.id === row.id);
  return {
    ...course,
    [part]: known ? rows.map((candidate) => (candidate.id === row.id ? row : candidate)) : [...rows, row],
  };
}

/** The course without one row of a part. */
export function without<P extends Part>(course: Course, part: P, id: string): Course {
  return { ...course, [part]: (course[part] as RowOf<P>[]).filter((row) => row.id !== id) };
}

/** The course with its meeting's row changed. */
export function withMeeting(course: Course, change: Partial<MeetingRow>): Course {
  return { ...course, meeting: { ...course.meeting, ...change } };
}
