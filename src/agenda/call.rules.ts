import { isVoid, roundOf } from '../ballot/count.rules.js';
import { refuseUnless } from '../errors.js';
import { text } from '../input.js';
import { type Course, type Decision, find, type Now, put, type Rule, withMeeting } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import type { AgendaItemRow } from './agenda.entity.js';
import { endTurn, leaveCurrent, needNoBallot, setCurrent, statementOf } from './leave.rules.js';

/** How the operator takes the meeting through its agenda. */

/** While LIVE, an item that was not called, or was skipped, can be called; the current item is left. [A1] */
export const callItem: Rule<{ itemId: string }> = (course, { itemId }, now) => {
  needStatus(course, 'LIVE');
  const { kind, status } = find(course, 'items', itemId);
  // For the result that was being counted meanwhile, or another round. [V5]
  const isBallot = kind === 'BALLOT' && status === 'DONE';
  refuseUnless(status === 'PENDING' || status === 'SKIPPED' || isBallot, 'ALREADY_CALLED', { status });
  return give(leaveCurrent(course, now.at), itemId, now);
};

/** A speaker who was heard can be called again: a new turn begins, and its time adds to the first. [A2] */
export const recallSpeaker: Rule<{ itemId: string }> = (course, { itemId }, now) => {
  needStatus(course, 'LIVE');
  const { kind, status } = find(course, 'items', itemId);
  refuseUnless(kind === 'STATEMENT', 'WRONG_KIND', { kind });
  refuseUnless(status !== 'CURRENT', 'ALREADY_CALLED', { status });
  refuseUnless(status === 'DONE', 'NOT_YET_HEARD');
  return give(leaveCurrent(course, now.at), itemId, now);
};

/** A called STATEMENT gives its speaker the floor: a turn begins. Called WRITTEN_STATEMENTS can be commented on. [A3] */
function give(course: Course, itemId: string, { at, id }: Now): Decision {
  const item: AgendaItemRow = {
    ...find(course, 'items', itemId),
    status: 'CURRENT',
    calledAt: at,
    endedAt: null,
    skipReason: null,
  };
  let next = setCurrent(course, item);
  for (const written of course.statements.filter((s) => s.itemId === itemId && s.mode === 'WRITTEN')) {
    next = put(next, 'statements', { ...written, phase: 'COMMENT' });
  }
  const statement = statementOf(course, itemId);
  if (!statement) return { course: next, entry: { type: 'ItemCalled', itemId }, id: itemId };
  const turn = {
    id: id(),
    meetingId: course.meeting.id,
    statementId: statement.id,
    number: course.turns.filter(({ statementId }) => statementId === statement.id).length + 1,
    plannedSeconds: item.plannedSeconds ?? course.meeting.plannedSeconds,
    extendedSeconds: 0,
    startedAt: at,
    endedAt: null,
    pausedAt: null,
    pausedMilliseconds: 0,
  };
  next = put(put(next, 'turns', turn), 'statements', { ...statement, phase: 'STATEMENT', commentSkipReason: null });
  return {
    course: next,
    entry: { type: 'ItemCalled', itemId, statementId: statement.id, turnId: turn.id },
    id: itemId,
  };
}

/** The current item can be ended without calling another, under the same conditions. [A6] */
export const endItem: Rule<object> = (course, _input, { at }) => {
  needStatus(course, 'LIVE');
  const itemId = course.meeting.currentItemId;
  refuseUnless(itemId !== null, 'NO_CURRENT_ITEM');
  return { course: leaveCurrent(course, at), entry: { type: 'ItemEnded', itemId }, id: itemId };
};

/**
 * An item that was not called, or is current, can be skipped with a reason, and called later. A speaker who is skipped
 * while speaking loses the floor. [A7] A statement that was made is not skipped, also when its speaker was called again:
 * only its comment can be. Nor is a ballot that was held, unless it is void. [A8]
 */
export const skipItem: Rule<{ itemId: string; reason: string }> = (course, { itemId, reason }, { at }) => {
  needStatus(course, 'LIVE');
  const item = find(course, 'items', itemId);
  refuseUnless(item.status !== 'DONE', 'ALREADY_CALLED', { status: item.status });
  const skipReason = text('reason', reason, { max: 500 });
  const isCurrent = item.status === 'CURRENT';
  if (isCurrent) needNoBallot(course);
  const round = roundOf(course, itemId);
  refuseUnless(!round || isVoid(round), 'BALLOT_HELD');
  refuseUnless(!isCurrent || item.kind !== 'WRITTEN_STATEMENTS', 'WRONG_KIND', { kind: item.kind });
  let next = put(course, 'items', { ...item, status: 'SKIPPED', endedAt: isCurrent ? at : item.endedAt, skipReason });
  if (isCurrent) next = withMeeting(next, { currentItemId: null });
  const statement = statementOf(course, itemId);
  if (isCurrent && statement) {
    refuseUnless(statement.phase === 'STATEMENT', 'WRONG_PHASE', { phase: statement.phase });
    refuseUnless(statement.heardAt === null, 'ALREADY_HEARD');
    next = put(endTurn(next, statement.id, at), 'statements', { ...statement, phase: 'WAITING' });
  }
  return {
    course: next,
    entry: { type: 'ItemSkipped', itemId, ...(statement && { statementId: statement.id }) },
    id: itemId,
  };
};
