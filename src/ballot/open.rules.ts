import { Refusal, refuseUnless } from '../errors.js';
import { integer, text } from '../input.js';
import { type Course, type Decision, find, type Now, type Rule } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import type { Language } from '../meeting/meeting.type.js';
import type { StatementRow } from '../statement/statement.entity.js';
import type { BallotRow } from './ballot.entity.js';
import type { BallotLevel, OpenBallotInput } from './ballot.type.js';
import { isOpen, isVoid, roundOf } from './count.rules.js';

/** How a round of the ballot begins. */

const usual: Record<Language, readonly string[]> = {
  ZH: ['好', '较好', '一般', '差'],
  EN: ['Excellent', 'Good', 'Fair', 'Poor'],
};
const worth = [100, 80, 60, 40];

const usualLevels = (language: Language): BallotLevel[] =>
  usual[language].map((label, index) => ({ label, value: worth[index]! }));

/** A scale has 3 to 5 levels of different names, whose values fall. [V1] */
function scale(levels: readonly BallotLevel[]): BallotLevel[] {
  integer('levels', levels.length, 3, 5);
  const said = levels.map(({ label, value }) => ({
    label: text('label', label, { max: 20 }),
    value: integer('value', value, 0, 100),
  }));
  refuseUnless(new Set(said.map(({ label }) => label)).size === said.length, 'DUPLICATE', { what: 'level' });
  const isFalling = said.every(({ value }, index) => index === 0 || value < said[index - 1]!.value);
  if (!isFalling) throw new Refusal('INVALID_INPUT', { field: 'levels', problem: 'notFalling' });
  return said;
}

/** The current item, which is a BALLOT, in a LIVE meeting. */
export function needBallotItem(course: Course): string {
  needStatus(course, 'LIVE');
  const itemId = course.meeting.currentItemId;
  refuseUnless(itemId !== null, 'NO_CURRENT_ITEM');
  const { kind } = find(course, 'items', itemId);
  refuseUnless(kind === 'BALLOT', 'WRONG_KIND', { kind });
  return itemId;
}

/** A ballot is opened while its item is current, once; again only when the round before was void. [V1] [V6] */
export const openBallot: Rule<OpenBallotInput> = (course, input, now) => {
  const itemId = needBallotItem(course);
  needNothingOpen(course, itemId);
  const minutes = input.minutes == null ? null : integer('minutes', input.minutes, 1, 240);
  return begin(course, now, {
    itemId,
    levels: input.levels == null ? usualLevels(course.meeting.language) : scale(input.levels),
    abstentionsAllowed: input.abstentionsAllowed,
    reveal: input.reveal,
    issued: integer('issued', input.issued, 1, 100_000),
    closesAt: minutes === null ? null : new Date(now.at.getTime() + minutes * 60_000),
  });
};

/** A void round is held again as it was, on new sheets; the void one stays as it is. [V6] */
export const holdAgain: Rule<object> = (course, _input, now) => {
  const itemId = needBallotItem(course);
  const last = roundOf(course, itemId);
  if (!last) throw new Refusal('NO_BALLOT');
  needNothingOpen(course, itemId);
  const { levels, abstentionsAllowed, reveal, issued, openedAt, closesAt } = last;
  const time = closesAt === null ? null : closesAt.getTime() - openedAt.getTime();
  return begin(course, now, {
    itemId,
    levels,
    abstentionsAllowed,
    reveal,
    issued,
    closesAt: time === null ? null : new Date(now.at.getTime() + time),
  });
};

/** One box at a time; what was in the one before may still be counted. */
function needNothingOpen(course: Course, itemId: string): void {
  refuseUnless(!course.ballots.some(isOpen), 'BALLOT_OPEN');
  const last = roundOf(course, itemId);
  refuseUnless(!last || isVoid(last), 'BALLOT_HELD');
}

type Settings = Pick<BallotRow, 'itemId' | 'levels' | 'abstentionsAllowed' | 'reveal' | 'issued' | 'closesAt'>;

/** One sheet lists all candidates, those with written statements too, in the order of the agenda. [V2] */
function begin(course: Course, { at, id }: Now, settings: Settings): Decision {
  const meetingId = course.meeting.id;
  const candidates = sheet(course);
  refuseUnless(candidates.length > 0, 'NOT_READY', { missing: 'statement' });
  const ballot: BallotRow = {
    ...settings,
    id: id(),
    meetingId,
    round: (roundOf(course, settings.itemId)?.round ?? 0) + 1,
    openedAt: at,
    closedAt: null,
    revealedAt: null,
    cast: 0,
    void: null,
  };
  const lines = candidates.map((statement, index) => ({
    id: id(),
    meetingId,
    ballotId: ballot.id,
    statementId: statement.id,
    number: index + 1,
    counts: null,
    abstentions: null,
  }));
  return {
    course: { ...course, ballots: [...course.ballots, ballot], tallies: [...course.tallies, ...lines] },
    entry: { type: 'BallotOpened', itemId: settings.itemId, ballotId: ballot.id },
    id: ballot.id,
  };
}

function sheet({ items, statements }: Course): StatementRow[] {
  const position = ({ itemId }: StatementRow) => items.find(({ id }) => id === itemId)?.position ?? 0;
  return statements.toSorted((a, b) => position(a) - position(b));
}
