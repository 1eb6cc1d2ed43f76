import { callItem } from '../agenda/call.rules.js';
import { statementOf } from '../agenda/leave.rules.js';
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
      return ofCurrent(course) ?? comment(course) ?? call(course) ?? bare('CLOSE', closeMeeting);
    default:
      return null;
  }
}

/** What is still to be done with the current item: a speaker is to finish, or a requirement to be revealed. [B14] */
function ofCurrent(course: Course): Made | null {
  const item = course.items.find(({ id }) => id === course.meeting.currentItemId);
  if (!item) return null;
  const statement = statementOf(course, item.id);
  if (statement?.phase === 'STATEMENT') {
    const step = course.meeting.format === 'ONE_BY_ONE' ? 'START_COMMENT' : 'END_STATEMENT';
    return [{ ...nothing, step, itemId: item.id, statementId: statement.id }, endStatement, {}];
  }
  const requirement = course.requirements.find(({ revealedAt }) => revealedAt === null);
  if (item.kind !== 'REQUIREMENTS' || !requirement) return null;
  return [
    { ...nothing, step: 'REVEAL_REQUIREMENT', itemId: item.id, requirementNumber: requirement.number },
    revealRequirement,
    {},
  ];
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
