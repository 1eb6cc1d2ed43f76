import { Refusal, refuseUnless } from '../errors.js';
import { integer } from '../input.js';
import { type Course, type Decision, find, put, type Rule } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import type { BallotRow } from './ballot.entity.js';
import { isCounted, isOpen, isVoid, linesOf, MOST, needRound, roundOf, sumOf, validOf } from './count.rules.js';
import { needBallotItem } from './open.rules.js';

/** What the tellers count for each candidate, and when the room sees it. */

interface Tally {
  ballotId: string;
  statementId: string;
  counts: readonly number[];
  abstentions: number;
}

/**
 * Once the ballot is closed and its void sheets are counted, each candidate is; also while the meeting goes on, and after
 * it. What was counted can be counted again until the result is revealed. [V7]
 */
export const recordTally: Rule<Tally> = (course, { ballotId, statementId, counts, abstentions }, { at }) => {
  needStatus(course, 'LIVE', 'PAUSED', 'CLOSED');
  const { id } = find(course, 'statements', statementId);
  const round = needRound(course, ballotId);
  refuseUnless(!isOpen(round), 'BALLOT_OPEN');
  refuseUnless(!isVoid(round), 'BALLOT_VOID');
  refuseUnless(round.void !== null, 'SHEETS_NOT_COUNTED');
  const line = linesOf(course, round.id).find((one) => one.statementId === statementId);
  if (!line) throw new Refusal('NOT_FOUND', { what: 'statement', id });
  const { length } = round.levels;
  if (counts.length !== length)
    throw new Refusal('INVALID_INPUT', { field: 'counts', problem: 'wrongLength', limit: length });
  const next = put(course, 'tallies', {
    ...line,
    counts: counts.map((count) => integer('counts', count, 0, MOST)),
    abstentions: integer('abstentions', abstentions, 0, round.abstentionsAllowed ? MOST : 0),
  });
  const entry = { type: 'TallyRecorded', ballotId: round.id } as const;
  return settle({ course: next, entry, id: statementId }, round.id, at);
};

/** The result of the current item's ballot is revealed as a whole, if it is not sealed. [V9] */
export const revealResult: Rule<object> = (course, _input, { at }) => {
  const itemId = needBallotItem(course);
  const round = roundOf(course, itemId);
  if (!round) throw new Refusal('NO_BALLOT');
  refuseUnless(!isOpen(round), 'BALLOT_OPEN');
  refuseUnless(!isVoid(round), 'BALLOT_VOID');
  refuseUnless(round.revealedAt === null, 'RESULT_REVEALED');
  refuseUnless(round.reveal !== 'SEALED', 'BALLOT_SEALED');
  const missing = missingOf(course, round);
  if (missing) throw missing;
  return reveal(course, round, at, round.id);
};

/** IMMEDIATE: the result is revealed by whatever completes it. [V9] */
export function settle(decision: Decision, ballotId: string, at: Date): Decision {
  const course = decision.course!;
  const round = find(course, 'ballots', ballotId);
  const isReady = !isOpen(round) && round.reveal === 'IMMEDIATE' && missingOf(course, round) === null;
  return isReady ? reveal(course, round, at, decision.id) : decision;
}

/** Every candidate is counted, and for each the marks and abstentions are as many as the valid sheets; or why not. [V8] */
function missingOf(course: Course, round: BallotRow): Refusal | null {
  const valid = validOf(round);
  if (valid === null) return new Refusal('SHEETS_NOT_COUNTED');
  const lines = linesOf(course, round.id);
  const count = lines.filter((line) => !isCounted(line)).length;
  if (count > 0) return new Refusal('TALLY_INCOMPLETE', { count });
  const wrong = lines.find((line) => sumOf(line) !== valid);
  return wrong ? new Refusal('TALLY_MISMATCH', { number: wrong.number, sum: sumOf(wrong), valid }) : null;
}

const reveal = (course: Course, round: BallotRow, at: Date, id: string): Decision => ({
  course: put(course, 'ballots', { ...round, revealedAt: at }),
  entry: { type: 'ResultRevealed', itemId: round.itemId, ballotId: round.id },
  id,
});
