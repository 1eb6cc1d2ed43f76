import { callItem } from '../../src/agenda/call.rules.js';
import { holdAgain, openBallot } from '../../src/ballot/open.rules.js';
import { revealResult } from '../../src/ballot/tally.rules.js';
import { closeBallot } from '../../src/ballot/turnout.rules.js';
import { Refusal, type RefusalCode } from '../../src/errors.js';
import type { Course, Rule } from '../../src/meeting/course.js';
import { closeMeeting, openMeeting, resumeMeeting, scheduleMeeting } from '../../src/meeting/meeting.rules.js';
import type { NextStep } from '../../src/meeting/next.rules.js';
import type { StepKind } from '../../src/meeting/next.type.js';
import { revealRequirement } from '../../src/requirement/requirement.rules.js';
import { endStatement, startComment } from '../../src/statement/statement.rules.js';
import { type Call, decide } from './course.js';

type Command = (step: NextStep, course: Course) => [Rule<any>, object];

/** The command that an operator gives for each kind of step, as the API describes it. */
const commands: Record<StepKind, Command> = {
  SCHEDULE: () => [scheduleMeeting, {}],
  OPEN: () => [openMeeting, {}],
  RESUME: () => [resumeMeeting, {}],
  CALL_ITEM: ({ itemId }) => [callItem, { itemId }],
  END_STATEMENT: () => [endStatement, {}],
  START_COMMENT: ({ statementId }, { meeting }) =>
    meeting.format === 'BLOCK' ? [startComment, { statementId }] : [endStatement, {}],
  REVEAL_REQUIREMENT: () => [revealRequirement, {}],
  OPEN_BALLOT: () => [openBallot, { abstentionsAllowed: false, reveal: 'SEALED', issued: 99 }],
  CLOSE_BALLOT: () => [closeBallot, {}],
  REVEAL_RESULT: () => [revealResult, {}],
  HOLD_AGAIN: () => [holdAgain, {}],
  CLOSE: () => [closeMeeting, {}],
};

/** One press of "next". */
export const press = (course: Course, step: NextStep, seconds = 0): Call => [
  ...commands[step.step](step, course),
  seconds,
];

/** How the command of a step is refused; null: it is accepted. */
export function refusalOfStep(course: Course, step: NextStep): RefusalCode | null {
  const [rule, input, seconds] = press(course, step);
  try {
    decide(course, rule, input, seconds);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}
