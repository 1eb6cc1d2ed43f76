import type { ItemKind } from '../../src/agenda/agenda.type.js';
import type { Course } from '../../src/meeting/course.js';
import type { MeetingFormat, MeetingStatus } from '../../src/meeting/meeting.type.js';
import { pauseTurn } from '../../src/statement/statement.rules.js';
import { call, end, say } from './calls.js';
import { aMeeting, type Call } from './course.js';
import { type Kept, keep, perform } from './journal.js';

const AGENDA: ItemKind[] = ['OPENING', 'STATEMENT', 'STATEMENT', 'WRITTEN_STATEMENTS', 'REQUIREMENTS', 'BALLOT'];
const SHAPE = { agenda: AGENDA, written: 2, requirements: 2 };
const world = (format: MeetingFormat, ...calls: Call[]): Kept =>
  perform(keep(aMeeting({ ...SHAPE, meeting: { format } })), ...calls);

/** A meeting and its journal in each format, after a script of commands, and one in any status, in which nothing was done. */
export const oneByOne = (...calls: Call[]) => world('ONE_BY_ONE', ...calls);
export const block = (...calls: Call[]) => world('BLOCK', ...calls);
export const oneByOneAs = (status: MeetingStatus) => keep(aMeeting({ ...SHAPE, meeting: { status, openedAt: null } }));

/** A turn that is paused, and a statement that was made and commented on. */
export const pause: Call = [pauseTurn, {}, 50];
export const heard = [call(2, 10), end(30), say(1, 40)];

/** A course but for its seq and for the ids that were made, which are new each time. */
export const plain = (course: Course) =>
  JSON.parse(JSON.stringify({ ...course, meeting: { ...course.meeting, seq: 0 } }).replaceAll(/"new-\d+"/g, '"new"'));
