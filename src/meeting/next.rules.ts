import { callItem } from '../agenda/call.rules.js';
import { statementOf } from '../agenda/leave.rules.js';
import type { BallotRow } from '../ballot/ballot.entity.js';
import { isNewest, isOpen, isVoid, roundOf } from '../ballot/count.rules.js';
import { holdAgain, openBallot } from '../ballot/open.rules.js';
import { revealResult } from '../ballot/tally.rules.js';
import { closeBallot } from '../ballot/turnout.rules.js';
import { Refusal, type RefusalCode } from '../errors.js';
import { revealRequirement } from '../requirement/requirement.rules.js';
import { endStatement, startComment } from '../statement/statement.rules.js';
import type { Course, Rule } from './course.js';
import { closeMeeting, openMeeting, resumeMeeting, scheduleMeeting } from './meeting.rules.js';
import type { StepKind } from './next.type.js';

/** What one press of "next" does. */
export interface NextStep {
  step: StepKind;
  itemId: string | null;
  statementId: string | null;
  requirementNumber: number | null;
  /** Why the command would be refused now; null: it would not. */
  obstacle: RefusalCode | null;
}

/** A step with the command that makes it. */
type Made = [Omit<NextStep, 'obstacle'>, Rule<any>, object];

/**
 * The step that the course asks for, from SCHEDULE to CLOSE; null once the meeting is closed. [B12] Its obstacle is what the
 * command itself would answer: the same rules are asked. [B13]
 */
export function nextStep(course: Course): NextStep | null {
  const made = stepOf(course);
  if (!made) return null;
  const [step, rule, input] = made;
  return { ...step, obstacle: obstacleTo(course, rule, input) };
}

function stepOf(course: Course): Made | null {
  switch (course.meeting.status) {
    case 'DRAFT':
      return bare('SCHEDULE', scheduleMeeting);
    case 'SCHEDULED':
      return bare('OPEN', openMeeting);
    case 'PAUSED':
      return bare('RESUME', resumeMeeting);
    case 'LIVE':
      return ofCurrent(course) ?? comment(course) ?? call(course) ?? result(course) ?? bare('CLOSE', closeMeeting);
    default:
      return null;
  }
}

/** What is still to be done with the current item: a speaker is to finish, a requirement to be revealed, a ballot to be held. [B14] */
function ofCurrent(course: Course): Made | null {
  const item = course.items.find(({ id }) => id === course.meeting.currentItemId);
  if (!item) return null;
  const statement = statementOf(course, item.id);
  if (statement?.phase === 'STATEMENT') {
    const step = course.meeting.format === 'ONE_BY_ONE' ? 'START_COMMENT' : 'END_STATEMENT';
    return [{ ...nothing, step, itemId: item.id, statementId: statement.id }, endStatement, {}];
  }
  if (item.kind === 'BALLOT') return ballot(course, item.id);
  const requirement = course.requirements.find(({ revealedAt }) => revealedAt === null);
  if (item.kind !== 'REQUIREMENTS' || !requirement) return null;
  return [
    { ...nothing, step: 'REVEAL_REQUIREMENT', itemId: item.id, requirementNumber: requirement.number },
    revealRequirement,
    {},
  ];
}

/** A ballot is opened, closed and, unless it is sealed, revealed before the meeting goes on; a void round is held again. [V13] */
function ballot(course: Course, itemId: string): Made | null {
  const round = roundOf(course, itemId);
  const made = (step: StepKind, rule: Rule<any>, input: object = {}): Made => [
    { ...nothing, step, itemId },
    rule,
    input,
  ];
  if (!round) return made('OPEN_BALLOT', openBallot, { abstentionsAllowed: true, reveal: 'DEFERRED', issued: 1 });
  if (isOpen(round)) return made('CLOSE_BALLOT', closeBallot);
  if (isVoid(round)) return made('HOLD_AGAIN', holdAgain);
  return isToReveal(round) ? made('REVEAL_RESULT', revealResult) : null;
}

const isToReveal = (round: BallotRow): boolean =>
  !isOpen(round) && !isVoid(round) && round.revealedAt === null && round.reveal !== 'SEALED';

/**
 * What the meeting has not waited for comes at its end: an item is called again for its result, or because its round has turned
 * out void. [V13] Whoever has skipped a void ballot does without it.
 */
function result(course: Course): Made | null {
  const isDone = ({ itemId }: BallotRow) => course.items.some(({ id, status }) => id === itemId && status === 'DONE');
  const isToRepeat = (one: BallotRow) => isVoid(one) && isNewest(course, one) && isDone(one);
  const round = course.ballots.find(
    (one) => one.itemId !== course.meeting.currentItemId && (isToReveal(one) || isToRepeat(one)),
  );
  if (!round) return null;
  const { itemId } = round;
  return [{ ...nothing, step: 'CALL_ITEM', itemId }, callItem, { itemId }];
}

/** BLOCK: once every statement was heard, the comments come one after the other, before whatever else is on the agenda. [B15] */
function comment(course: Course): Made | null {
  if (course.items.some(({ kind, status }) => kind === 'STATEMENT' && status === 'PENDING')) return null;
  for (const { id: itemId } of inOrder(course)) {
    const statement = statementOf(course, itemId);
    if (statement?.phase !== 'HEARD') continue;
    const { id: statementId } = statement;
    return [{ ...nothing, step: 'START_COMMENT', itemId, statementId }, startComment, { statementId }];
  }
  return null;
}

/** The first item of the agenda that was not called yet; what was skipped is left to the operator. [B14] */
function call(course: Course): Made | null {
  const item = toCome(course);
  if (!item) return null;
  const statementId = statementOf(course, item.id)?.id ?? null;
  return [{ ...nothing, step: 'CALL_ITEM', itemId: item.id, statementId }, callItem, { itemId: item.id }];
}

export const toCome = (course: Course) => inOrder(course).find(({ status }) => status === 'PENDING');

const inOrder = ({ items }: Course) => items.toSorted((a, b) => a.position - b.position);

const nothing = { itemId: null, statementId: null, requirementNumber: null };
const bare = (step: StepKind, rule: Rule<object>): Made => [{ ...nothing, step }, rule, {}];

/** No refusal depends on the moment, nor on what a new row would be called. */
const SOMETIME = { at: new Date(0), id: () => '' };

function obstacleTo(course: Course, rule: Rule<any>, input: object): RefusalCode | null {
  try {
    rule(course, input, SOMETIME);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
