import { refuseUnless } from '../errors.js';
import { type Course, find } from '../meeting/course.js';
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

/** A round of which tellers may still report: its result is not revealed, nor is it held again. [V6] [V7] */
export function needRound(course: Course, ballotId: string): BallotRow {
  const round = find(course, 'ballots', ballotId);
  refuseUnless(round.revealedAt === null, 'RESULT_REVEALED');
  refuseUnless(isNewest(course, round), 'BALLOT_VOID');
  return round;
}

/** No other round was held under its item since. */
export const isNewest = (course: Course, { id, itemId }: BallotRow): boolean => roundOf(course, itemId)?.id === id;

/** The rows of a round's sheet, in their order. */
export const linesOf = ({ tallies }: Course, ballotId: string): BallotTallyRow[] =>
  tallies.filter((line) => line.ballotId === ballotId).toSorted((a, b) => a.number - b.number);

export const isCounted = ({ counts }: BallotTallyRow): boolean => counts !== null;

/** What a row adds up to: all who marked it and all who left it blank. */
export const sumOf = ({ counts, abstentions }: BallotTallyRow): number =>
  (counts ?? []).reduce((sum, count) => sum + count, abstentions ?? 0);
