import { callItem } from '../../src/agenda/call.rules.js';
import { linesOf, validOf } from '../../src/ballot/count.rules.js';
import { holdAgain, openBallot } from '../../src/ballot/open.rules.js';
import { recordTally, revealResult } from '../../src/ballot/tally.rules.js';
import { closeBallot, reportTurnout } from '../../src/ballot/turnout.rules.js';
import type { Course, Rule } from '../../src/meeting/course.js';
import type { Dice } from './dice.js';
import { type Random, statement } from './walk.draws.js';

const ballot = ({ below, one }: Dice) => ({
  reveal: one(['IMMEDIATE', 'DEFERRED', 'SEALED']),
  abstentionsAllowed: below(3) > 0,
  issued: below(20),
  minutes: one([null, 5]),
});
/** Mostly what adds up, of somebody who was not counted yet. */
const tally = (course: Course, random: Dice) => {
  const round = course.ballots.at(-1);
  const line = round && linesOf(course, round.id).find(({ counts }) => counts === null);
  const valid = round ? (validOf(round) ?? 0) : 0;
  const first = random.below(valid + 1);
  const counts = [first, valid - first, 0, random.below(6) ? 0 : 1];
  return { ...(line ? { statementId: line.statementId } : statement(course, random)), counts, abstentions: 0 };
};

/** What comes next for the ballot, mostly. */
export const ofBallot: Random = (course, random) => {
  const round = course.ballots.at(-1);
  const { below } = random;
  const all: [Rule<any>, object][] = [
    [openBallot, ballot(random)],
    [reportTurnout, { cast: below(20), void: below(2) ? 0 : null }],
    [closeBallot, { cast: below(22), void: below(3) ? null : 0 }],
    [recordTally, tally(course, random)],
    [revealResult, {}],
    [holdAgain, {}],
  ];
  if (random.next() < 0.25) return random.one(all);
  if (!round || round.revealedAt) return all[0]!;
  if (!round.closedAt) return all[random.next() < 0.3 ? 1 : 2]!;
  if (round.cast > round.issued) return all[5]!;
  if (round.void === null) return all[random.next() < 0.3 ? 3 : 1]!;
  if (random.next() < 0.7 && linesOf(course, round.id).some(({ counts }) => counts === null)) return all[3]!;
  return course.meeting.currentItemId === round.itemId ? all[4]! : [callItem, { itemId: round.itemId }];
};
