import { Refusal, refuseUnless } from '../errors.js';
import { integer } from '../input.js';
import { type Course, type Decision, put, type Rule } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import type { BallotRow } from './ballot.entity.js';
import { isOpen, isVoid, MOST, needRound } from './count.rules.js';
import { settle } from './tally.rules.js';

/** What is told of the sheets, while a round is open, when it is closed, and while it is counted. */

interface Sheets {
  issued?: number | null;
  cast?: number | null;
  /** Void ones. */
  void?: number | null;
}

/** Of which round, and what is known of it by whoever reports; without that they take it as it is. Void null: not counted yet. */
interface Report extends Sheets {
  ballotId: string;
  expected?: (Sheets & { isOpen: boolean }) | null;
}

/** Never more than were issued are cast, as long as the box is closed. [V3] */
export const reportTurnout: Rule<Report> = (course, input, { at }) => {
  needStatus(course, 'LIVE', 'PAUSED', 'CLOSED');
  const round = needRound(course, input.ballotId);
  expectSheets(round, input);
  if (!isOpen(round)) return count(course, { ...round, ...counted(round, input) }, at, 'TurnoutReported');
  if (input.void != null) throw new Refusal('INVALID_INPUT', { field: 'void', problem: 'notHere' });
  const issued = integer('issued', input.issued ?? round.issued, 1, MOST);
  const cast = integer('cast', input.cast ?? round.cast, 0, issued);
  return decide(course, { ...round, issued, cast }, 'TurnoutReported');
};

/** Of two who report at once, the second is told; and what was cast is no longer told of a box that was opened meanwhile. [V15] */
function expectSheets(round: BallotRow, { expected }: Report): void {
  if (!expected) return;
  const { isOpen: wasOpen, issued, cast, void: spoilt } = expected;
  const isAsExpected =
    wasOpen === isOpen(round) &&
    (issued ?? round.issued) === round.issued &&
    (cast ?? round.cast) === round.cast &&
    (spoilt === undefined || spoilt === round.void);
  refuseUnless(isAsExpected, 'TURNOUT_CHANGED');
}

/** A ballot is closed by whoever runs the meeting, never by itself; what was in the box is counted then. [V4] */
export const closeBallot: Rule<Sheets> = (course, input, { at }) => {
  needStatus(course, 'LIVE', 'PAUSED');
  const round = course.ballots.find(isOpen);
  if (!round) throw new Refusal(course.ballots.length > 0 ? 'BALLOT_CLOSED' : 'NO_BALLOT');
  return count(course, { ...round, ...counted(round, input), closedAt: at }, at, 'BallotClosed');
};

function counted(round: BallotRow, input: Sheets): Pick<BallotRow, 'issued' | 'cast' | 'void'> {
  const cast = integer('cast', input.cast ?? round.cast, 0, MOST);
  const spoilt = input.void ?? round.void;
  return {
    issued: integer('issued', input.issued ?? round.issued, 1, MOST),
    cast,
    void: spoilt === null ? null : integer('void', spoilt, 0, cast),
  };
}

/**
 * The closed round with these numbers: void, as long as more are told collected than issued [V6]; or perhaps with its result. It is
 * closed as a void one; one that turns out void afterwards, by whatever tellers report, makes no step. [V12]
 */
function count(course: Course, round: BallotRow, at: Date, type: 'TurnoutReported' | 'BallotClosed'): Decision {
  if (!isVoid(round)) return settle(decide(course, round, type), round.id, at);
  return decide(course, round, type === 'BallotClosed' ? 'BallotVoided' : type);
}

/** Steps say under which item; what tellers report only of which round, so that it is in the way of no other step's undo. [V12] */
function decide(course: Course, round: BallotRow, type: 'TurnoutReported' | 'BallotClosed' | 'BallotVoided'): Decision {
  const { id: ballotId, itemId } = round;
  const entry = type === 'TurnoutReported' ? { type, ballotId } : { type, itemId, ballotId };
  return { course: put(course, 'ballots', round), entry, id: ballotId };
}
