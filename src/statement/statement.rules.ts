import { closeItem, endTurn, isCommentedOn, leaveCurrent, setCurrent } from '../agenda/leave.rules.js';
import { Refusal, refuseUnless } from '../errors.js';
import { integer, text } from '../input.js';
import { type Course, find, type Now, put, type Rule, without } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import type { StatementRow } from './statement.entity.js';
import type { StatementMode } from './statement.type.js';
import type { TurnRow } from './turn.entity.js';
import { pause, resume } from './turn.rules.js';

/** A statement is made by a participant with the duty SPEAKER, once per meeting. [S1] */
export function needSpeaker(course: Course, speakerId: string): void {
  const { duties } = find(course, 'participants', speakerId);
  refuseUnless(duties.includes('SPEAKER'), 'MISSING_DUTY', { duty: 'SPEAKER' });
  refuseUnless(!course.statements.some((statement) => statement.speakerId === speakerId), 'DUPLICATE', {
    what: 'statement',
  });
}

interface NewStatement {
  itemId: string;
  speakerId: string;
  mode: StatementMode;
  body?: string;
}

export function newStatement(course: Course, { itemId, speakerId, mode, body }: NewStatement, now: Now): StatementRow {
  needSpeaker(course, speakerId);
  return {
    id: now.id(),
    meetingId: course.meeting.id,
    itemId,
    speakerId,
    mode,
    phase: 'WAITING',
    body: body ?? null,
    heardAt: null,
    commentSkipReason: null,
  };
}

const BODY = { max: 50_000 };

/** A written statement is handed in under an item of kind WRITTEN_STATEMENTS that was not called yet. [S2] */
export const addWrittenStatement: Rule<{ itemId: string; speakerId: string; body: string }> = (course, input, now) => {
  needStatus(course, 'DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED');
  const { kind, status } = find(course, 'items', input.itemId);
  refuseUnless(kind === 'WRITTEN_STATEMENTS', 'WRONG_KIND', { kind });
  refuseUnless(status === 'PENDING' || status === 'SKIPPED', 'ALREADY_CALLED', { status });
  const statement = newStatement(course, { ...input, mode: 'WRITTEN', body: text('body', input.body, BODY) }, now);
  const entry = { type: 'StatementAdded', itemId: input.itemId, statementId: statement.id } as const;
  return { course: put(course, 'statements', statement), entry, id: statement.id };
};

/** A statement's text can be handed in or replaced until the meeting is archived. [S3] */
export const writeStatement: Rule<{ statementId: string; body: string }> = (course, { statementId, body }) => {
  needStatus(course, 'DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED');
  const statement = find(course, 'statements', statementId);
  const next = put(course, 'statements', { ...statement, body: text('body', body, BODY) });
  return { course: next, entry: { type: 'StatementWritten', statementId }, id: statementId };
};

/** A written statement can be taken back before its item is called. An on-site one goes with its item. [S4] */
export const dropWrittenStatement: Rule<{ statementId: string }> = (course, { statementId }) => {
  needStatus(course, 'DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED');
  const { itemId, mode, phase } = find(course, 'statements', statementId);
  const { kind } = find(course, 'items', itemId);
  refuseUnless(mode === 'WRITTEN', 'WRONG_KIND', { kind });
  refuseUnless(phase === 'WAITING', 'WRONG_PHASE', { phase });
  const isUsed = [...course.comments, ...course.tallies].some((row) => row.statementId === statementId);
  refuseUnless(!isUsed, 'IN_USE', { what: 'statement' });
  return {
    course: without(course, 'statements', statementId),
    entry: { type: 'StatementDropped', statementId },
    id: statementId,
  };
};

/** The turn that is open, in a LIVE meeting. */
function openTurn(course: Course): TurnRow {
  needStatus(course, 'LIVE');
  const turn = course.turns.find(({ endedAt }) => endedAt === null);
  if (!turn) throw new Refusal('NO_TURN_RUNNING');
  return turn;
}

/**
 * Ending a statement ends its turn. ONE_BY_ONE: the statement goes on to its comment. [S5] BLOCK, or a recalled speaker
 * who was commented on in BLOCK: its item is done, its comment comes later. [S6]
 */
export const endStatement: Rule<object> = (course, _input, { at }) => {
  const turn = openTurn(course);
  const statement = find(course, 'statements', turn.statementId);
  const { id: statementId, itemId } = statement;
  const entry = { type: 'StatementEnded', itemId, statementId, turnId: turn.id } as const;
  const ended = endTurn(course, statementId, at);
  if (course.meeting.format === 'ONE_BY_ONE') {
    return {
      course: put(ended, 'statements', { ...statement, phase: 'COMMENT', heardAt: at }),
      entry,
      id: statementId,
    };
  }
  const phase = isCommentedOn(course, statementId) ? 'DONE' : 'HEARD';
  return {
    course: closeItem(put(ended, 'statements', { ...statement, phase, heardAt: at }), itemId, at),
    entry,
    id: statementId,
  };
};

/** BLOCK: when every statement was heard, skipped or dropped, a heard one can be put up for its comment. [S7] */
export const startComment: Rule<{ statementId: string }> = (course, { statementId }, { at }) => {
  needStatus(course, 'LIVE');
  refuseUnless(course.meeting.format === 'BLOCK', 'WRONG_FORMAT');
  const statement = find(course, 'statements', statementId);
  const isToCome = course.items.some(({ kind, status }) => kind === 'STATEMENT' && status === 'PENDING');
  refuseUnless(!isToCome && !course.turns.some(({ endedAt }) => endedAt === null), 'STATEMENTS_FIRST');
  refuseUnless(statement.phase === 'HEARD', 'WRONG_PHASE', { phase: statement.phase });
  const left = leaveCurrent(course, at);
  const item = find(left, 'items', statement.itemId);
  const next = put(setCurrent(left, { ...item, status: 'CURRENT' }), 'statements', { ...statement, phase: 'COMMENT' });
  return { course: next, entry: { type: 'CommentStarted', itemId: item.id, statementId }, id: statementId };
};

/** The host can go on without a comment, for a reason that is kept. [S8] */
export const skipComment: Rule<{ statementId: string; reason: string }> = (course, { statementId, reason }, { at }) => {
  needStatus(course, 'LIVE');
  const statement = find(course, 'statements', statementId);
  const { itemId, mode, phase } = statement;
  refuseUnless(mode === 'ON_SITE' && (phase === 'COMMENT' || phase === 'HEARD'), 'WRONG_PHASE', { phase });
  const commentSkipReason = text('reason', reason, { max: 500 });
  const next = put(course, 'statements', { ...statement, phase: 'DONE', commentSkipReason });
  const isCurrent = course.meeting.currentItemId === itemId;
  const entry = { type: 'CommentSkipped', itemId, statementId } as const;
  return { course: isCurrent ? closeItem(next, itemId, at) : next, entry, id: statementId };
};

/** The open turn can be paused and resumed. [T6] */
export const pauseTurn: Rule<object> = (course, _input, { at }) => {
  const turn = openTurn(course);
  return changed(course, pause(turn, at), 'TurnPaused');
};

export const resumeTurn: Rule<object> = (course, _input, { at }) => {
  const turn = openTurn(course);
  return changed(course, resume(turn, at), 'TurnResumed');
};

/** The open turn can be given more time, or less, but never less than ten seconds in all. [T7] */
export const extendTurn: Rule<{ seconds: number }> = (course, { seconds }) => {
  const turn = openTurn(course);
  if (seconds === 0) throw new Refusal('INVALID_INPUT', { field: 'seconds', problem: 'zero' });
  const planned = turn.plannedSeconds + turn.extendedSeconds;
  const extendedSeconds = turn.extendedSeconds + integer('seconds', seconds, 10 - planned, 14_400 - planned);
  return changed(course, { ...turn, extendedSeconds }, 'TurnExtended');
};

const changed = (course: Course, turn: TurnRow, type: 'TurnPaused' | 'TurnResumed' | 'TurnExtended') => ({
  course: put(course, 'turns', turn),
  entry: { type, statementId: turn.statementId, turnId: turn.id },
  id: turn.id,
});
