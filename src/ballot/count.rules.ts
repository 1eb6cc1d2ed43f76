import { Refusal, refuseUnless } from '../errors.js';
import type { Course } from '../meeting/course.js';
import type { BallotRow } from './ballot.entity.js';
import type { BallotTallyRow } from './tally.entity.js';

/** What the numbers of a round say. */

/** More sheets than this are no meeting. */
export const MOST = 100_000;

export const isOpen = ({ closedAt }: BallotRow): boolean => closedAt === null;

/** A round is void when more sheets are collected than were issued. [V6] */
export const isVoid = ({ closedAt, issued, cast }: BallotRow): boolean => closedAt !== null && cast > issued;

/** The sheets that count; null until the void ones are counted. */
export const validOf = ({ cast, void: spoilt }: BallotRow): number | null => (spoilt === null ? null : cast - spoilt);

/** The newest round under an agenda item. */
export const roundOf = ({ ballots }: Course, itemId: string): BallotRow | undefined =>
  ballots.filter((ballot) => ballot.itemId === itemId).reduce(newer, undefined as BallotRow | undefined);

const newer = (one: BallotRow | undefined, other: BallotRow): BallotRow =>
  one && one.round > other.round ? one : other;

/** The round that tellers speak of: the newest of the meeting, unless it is void. */
export function needRound({ ballots }: Course): BallotRow {
  const round = ballots.at(-1);
  if (!round) throw new Refusal('NO_BALLOT');
  refuseUnless(!isVoid(round), 'BALLOT_VOID');
  refuseUnless(round.revealedAt === null, 'RESULT_REVEALED');
  return round;
}

/** The rows of a round's sheet, in their order. */
export const linesOf = ({ tallies }: Course, ballotId: string): BallotTallyRow[] =>
  tallies.filter((line) => line.ballotId === ballotId).toSorted((a, b) => a.number - b.number);

export const isCounted = ({ counts }: BallotTallyRow): boolean => counts !== null;

/** What a row adds up to: all who marked it and all who left it blank. */
export const sumOf = ({ counts, abstentions }: BallotTallyRow): number =>
  (counts ?? []).reduce((sum, count) => sum + count, abstentions ?? 0);
