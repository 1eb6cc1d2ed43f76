import type { AgendaItemRow } from '../agenda/agenda.entity.js';
import type { BallotRow } from '../ballot/ballot.entity.js';
import { isOpen, isVoid, linesOf, roundOf, validOf } from '../ballot/count.rules.js';
import { type Course, find } from '../meeting/course.js';
import type { BoardBallot } from './ballot.type.js';
import type { BoardPerson } from './item.type.js';

/** The newest round under the current item, if that is a BALLOT and one was opened. */
export const shownRound = (course: Course, current: AgendaItemRow | null): BallotRow | undefined =>
  current?.kind === 'BALLOT' ? roundOf(course, current.id) : undefined;

/** Open, closed, or with its result: what the board shows of a round. [V11] */
export function ballotState(round: BallotRow): 'BALLOT_OPEN' | 'BALLOT_CLOSED' | 'BALLOT_RESULT' {
  if (isOpen(round)) return 'BALLOT_OPEN';
  return round.revealedAt === null ? 'BALLOT_CLOSED' : 'BALLOT_RESULT';
}

/** What the room sees of a round: whatever was counted stays behind until the whole result is revealed. [V10] */
export function boardBallot(course: Course, round: BallotRow, person: (id: string) => BoardPerson): BoardBallot {
  const lines = linesOf(course, round.id);
  const { id, itemId, levels, abstentionsAllowed, openedAt, closesAt, closedAt, revealedAt, issued, cast } = round;
  return {
    id,
    itemId,
    round: round.round,
    levels,
    abstentionsAllowed,
    candidates: lines.map(({ statementId, number }) => ({
      statementId,
      number,
      speaker: person(find(course, 'statements', statementId).speakerId),
    })),
    openedAt,
    closesAt,
    closedAt,
    revealedAt,
    issued,
    cast,
    valid: validOf(round),
    void: round.void,
    isVoid: isVoid(round),
    reveal: round.reveal,
    result:
      revealedAt === null
        ? null
        : lines.map(({ statementId, counts, abstentions }) => ({
            statementId,
            counts: counts ?? [],
            abstentions: abstentions ?? 0,
          })),
  };
}
