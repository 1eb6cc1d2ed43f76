import { isOpen } from '../ballot/count.rules.js';
import { refuseUnless } from '../errors.js';
import { type Course, find, put, withMeeting } from '../meeting/course.js';
import type { StatementRow } from '../statement/statement.entity.js';
import { end } from '../statement/turn.rules.js';
import type { AgendaItemRow } from './agenda.entity.js';

/** Whether a comment on the statement stands before the room. */
export function isCommentedOn({ comments }: Course, statementId: string): boolean {
  return comments.some(
    ({ statementId: on, status }) => on === statementId && (status === 'POSTED' || status === 'CORRECTED'),
  );
}

/** The statement that an item of kind STATEMENT stands for. */
export function statementOf(course: Course, itemId: string): StatementRow | undefined {
  return course.statements.find(({ itemId: under, mode }) => under === itemId && mode === 'ON_SITE');
}

/** The course without a turn running on this statement. */
export function endTurn(course: Course, statementId: string, at: Date): Course {
  const open = course.turns.find((turn) => turn.statementId === statementId && turn.endedAt === null);
  return open ? put(course, 'turns', end(open, at)) : course;
}

/** While a ballot is open, its item is not left. [V3] */
export const needNoBallot = ({ ballots }: Course): void => refuseUnless(!ballots.some(isOpen), 'BALLOT_OPEN');

/**
 * The current item is left when another one is called. In the ONE_BY_ONE format a statement can't be left before it has
 * a posted comment [A4]; in the BLOCK format it is left as HEARD, its comment to come [A5]. Written statements are DONE
 * when their item is left [A9].
 */
export function leaveCurrent(course: Course, at: Date): Course {
  if (course.meeting.currentItemId === null) return course;
  needNoBallot(course);
  const item = find(course, 'items', course.meeting.currentItemId);
  let left = course;
  for (const statement of course.statements.filter(({ itemId }) => itemId === item.id)) {
    const isHeard = statement.mode === 'WRITTEN' || isCommentedOn(course, statement.id);
    const waits = course.meeting.format === 'BLOCK' && statement.phase === 'STATEMENT';
    refuseUnless(isHeard || waits, 'COMMENT_MISSING');
    const heardAt = statement.phase === 'STATEMENT' ? at : statement.heardAt;
    const phase = isHeard ? 'DONE' : 'HEARD';
    left = put(endTurn(left, statement.id, at), 'statements', { ...statement, phase, heardAt });
  }
  return closeItem(left, item.id, at);
}

/** The current item is DONE, and no item is current. */
export function closeItem(course: Course, itemId: string, at: Date): Course {
  const item = find(course, 'items', itemId);
  return withMeeting(put(course, 'items', { ...item, status: 'DONE', endedAt: at }), { currentItemId: null });
}

/** The course with this item as the current one. */
export const setCurrent = (course: Course, item: AgendaItemRow): Course =>
  withMeeting(put(course, 'items', item), { currentItemId: item.id });
