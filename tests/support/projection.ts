import { postComment } from '../../src/appraisal/comment.rules.js';
import { board as project } from '../../src/board/board.js';
import type { Board } from '../../src/board/board.type.js';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import { aMeeting, type Call, play } from './course.js';

export const named = (id: string) => ({ name: `Name of ${id}`, post: `Post of ${id}`, organization: `Unit of ${id}` });
/** The board of a course on which everybody has a name. */
export const board = (course: Course): Board =>
  project(course, {
    organization: 'High Court',
    people: new Map(course.participants.map(({ id }) => [id, named(id)])),
    displays: [],
  });
export const boardAfter = (course: Course, ...calls: Call[]) => board(play(course, ...calls));

export const say = (statement: number, body = 'Well done.', seconds = 0): Call => [
  postComment,
  { statementId: `statement-${statement}`, authorId: 'chair', aspect: 'STRENGTH', body },
  seconds,
];

export const three = aMeeting({ agenda: ['OPENING', 'STATEMENT', 'STATEMENT', 'STATEMENT', 'CLOSING'] });
export const block = withMeeting(three, { format: 'BLOCK' });
export const onPaper = aMeeting({ agenda: ['STATEMENT', 'WRITTEN_STATEMENTS', 'STATEMENT'], written: 2 });
