import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { openBallot } from '../../src/ballot/open.rules.js';
import { recordTally, revealResult } from '../../src/ballot/tally.rules.js';
import { closeBallot, reportTurnout } from '../../src/ballot/turnout.rules.js';
import type { Course, Rule } from '../../src/meeting/course.js';
import { call } from './calls.js';
import { aMeeting, type Call, decide, play, refused } from './course.js';

const AGENDA: ItemKind[] = ['WRITTEN_STATEMENTS', 'BALLOT', 'STATEMENT', 'BALLOT', 'REMARKS'];

/** Commands about a ballot, as they are mostly given. */
export const INPUT = { abstentionsAllowed: true, reveal: 'DEFERRED', issued: 10 } as const;
export const open = (input: object = {}): Call => [openBallot, { ...INPUT, ...input }];
/** Reports of the newest round, as long as nothing else is said. */
const newest =
  (rule: Rule<any>): Rule<object> =>
  (course, input, now) =>
    rule(course, { ballotId: course.ballots.at(-1)?.id ?? 'none', ...input }, now);
const reportNewest = newest(reportTurnout);
const recordNewest = newest(recordTally);
export const report = (input: object): Call => [reportNewest, input];
export const close = (input: object = { cast: 9, void: 1 }): Call => [closeBallot, input];
export const tally = (statement: number, counts: number[], abstentions = 0, of: object = {}): Call => [
  recordNewest,
  { statementId: `statement-${statement}`, counts, abstentions, ...of },
];
export const REVEAL: Call = [revealResult, {}];

/** Three candidates, two of them on paper; the ballot is current. */
export const world = play(aMeeting({ agenda: AGENDA, written: 2 }), call(2));
export const worldAfter = (...calls: Call[]) => play(world, ...calls);
export const ALL = [tally(1, [8, 0, 0, 0]), tally(2, [0, 5, 3, 0]), tally(3, [1, 1, 1, 1], 4)];
export const refusedBy = (course: Course, [rule, input]: Call) => refused(() => decide(course, rule, input));
