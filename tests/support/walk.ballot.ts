import { linesOf, validOf } from '../../src/ballot/count.rules.js';
import type { Course } from '../../src/meeting/course.js';
import type { Dice } from './dice.js';
import { type Drawn, type Random, statement } from './walk.draws.js';

const ballot = ({ below, one }: Dice) => ({
  reveal: one(['IMMEDIATE', 'DEFERRED', 'SEALED']),
  abstentionsAllowed: below(3) > 0,
  issued: below(20),
  minutes: one([null, 5]),
});
/** The round that tellers speak of: mostly the newest. */
const spokenOf = ({ ballots }: Course, { below, one }: Dice) =>
  ballots.length > 0 && below(5) === 0 ? one(ballots) : ballots.at(-1);
/** Mostly what adds up, of somebody who was not counted yet. */
const tally = (course: Course, random: Dice) => {
  const round = spokenOf(course, random);
  const line = round && linesOf(course, round.id).find(({ counts }) => counts === null);
  const valid = round ? (validOf(round) ?? 0) : 0;
  const first = random.below(valid + 1);
  const counts = [first, valid - first, 0, random.below(6) ? 0 : 1];
  const ballotId = round?.id ?? 'none';
  return {
    ballotId,
    ...(line ? { statementId: line.statementId } : statement(course, random)),
    counts,
    abstentions: 0,
  };
};

/** What comes next for the ballot, mostly. */
export const ofBallot: Random = (course, random) => {
  const round = course.ballots.at(-1);
  const { below } = random;
  const told = spokenOf(course, random);
  const expected = below(4) ? null : { isOpen: below(2) > 0, cast: below(2) ? told?.cast : below(20) };
  const all: Drawn[] = [
    ['openBallot', ballot(random)],
    ['reportTurnout', { ballotId: told?.id ?? 'none', cast: below(20), void: below(2) ? 0 : null, expected }],
    ['closeBallot', { cast: below(14), void: below(3) ? null : 0 }],
    ['recordTally', tally(course, random)],
    ['revealResult', {}],
    ['holdAgain', {}],
  ];
  if (random.next() < 0.25) return random.one(all);
  if (!round || round.revealedAt) return all[0]!;
  if (!round.closedAt) return all[random.next() < 0.3 ? 1 : 2]!;
  if (round.cast > round.issued) return all[5]!;
  if (round.void === null) return all[random.next() < 0.3 ? 3 : 1]!;
  if (random.next() < 0.7 && linesOf(course, round.id).some(({ counts }) => counts === null)) return all[3]!;
  return course.meeting.currentItemId === round.itemId ? all[4]! : ['callItem', { itemId: round.itemId }];
};
