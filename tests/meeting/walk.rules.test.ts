import { describe, expect, it } from '@jest/globals';
import { addItem, dropItem, moveItem, updateItem } from '../../src/agenda/agenda.rules.js';
import { ItemKind } from '../../src/agenda/agenda.type.js';
import { callItem, endItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { planAgenda } from '../../src/agenda/plan.rules.js';
import {
  correctComment,
  discardDraft,
  draftComment,
  editDraft,
  postComment,
  postDraft,
  retractComment,
} from '../../src/appraisal/comment.rules.js';
import { linesOf, sumOf, validOf } from '../../src/ballot/count.rules.js';
import { holdAgain, openBallot } from '../../src/ballot/open.rules.js';
import { recordTally, revealResult } from '../../src/ballot/tally.rules.js';
import { closeBallot, reportTurnout } from '../../src/ballot/turnout.rules.js';
import { board } from '../../src/board/board.js';
import { Refusal, type RefusalCode } from '../../src/errors.js';
import { sentences } from '../../src/errors.sentences.js';
import { entryTypes, steps } from '../../src/journal/entry.js';
import { type Course, type Rule, withMeeting } from '../../src/meeting/course.js';
import { blackOutBoard, lightBoard, showMessage, withdrawMessage } from '../../src/meeting/cover.rules.js';
import {
  archiveMeeting,
  closeMeeting,
  deleteMeeting,
  openMeeting,
  pauseMeeting,
  resumeMeeting,
  scheduleMeeting,
  unscheduleMeeting,
  updateMeeting,
} from '../../src/meeting/meeting.rules.js';
import { nextStep } from '../../src/meeting/next.rules.js';
import { addParticipant, removeParticipant, updateParticipant } from '../../src/people/participant.rules.js';
import { Duty } from '../../src/people/participant.type.js';
import { recordLeaving, signInParticipant } from '../../src/people/presence.rules.js';
import {
  addRequirement,
  dropRequirement,
  revealRequirement,
  updateRequirement,
} from '../../src/requirement/requirement.rules.js';
import {
  addWrittenStatement,
  dropWrittenStatement,
  endStatement,
  extendTurn,
  pauseTurn,
  resumeTurn,
  skipComment,
  startComment,
  writeStatement,
} from '../../src/statement/statement.rules.js';
import { elapsedMilliseconds } from '../../src/statement/turn.rules.js';
import { aMeeting } from '../support/course.js';
import { type Kept, keep, run, undo } from '../support/journal.js';
import { aPlan } from '../support/plan.js';
import { refusalOfStep } from '../support/step.js';

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const one = <Value>(list: readonly Value[]): Value => list[below(list.length)]!;
  return { next, below, one };
}
type Dice = ReturnType<typeof dice>;

/** Words that stand nowhere else, so that they can be looked for. */
let said = 0;
const words = () => `word-${++said}.`;

type Random = (course: Course, random: Dice) => [Rule<any>, object];
const anyOf = ({ one, next }: Dice, rows: { id: string }[]) =>
  rows.length === 0 || next() < 0.02 ? 'unknown' : one(rows).id;
const item = (course: Course, random: Dice) => ({ itemId: anyOf(random, course.items) });
const statement = (course: Course, random: Dice) => ({ statementId: anyOf(random, course.statements) });
const comment = (course: Course, random: Dice) => ({ commentId: anyOf(random, course.comments) });
const requirement = (course: Course, random: Dice) => ({ requirementId: anyOf(random, course.requirements) });
const participant = (course: Course, random: Dice) => anyOf(random, course.participants);
const reason = ({ next }: Dice) => ({ reason: next() < 0.05 ? ' ' : words() });
const person = ({ below }: Dice) => `0190a000-0000-7000-8000-0000000000${below(90) + 10}`;
const duties = ({ one, below }: Dice) => Array.from({ length: below(4) }, () => one(Object.keys(Duty) as Duty[]));
const said5 = (course: Course, random: Dice) => ({
  ...statement(course, random),
  authorId: random.next() < 0.8 ? 'chair' : participant(course, random),
  body: words(),
});
/** The item after the last one called, mostly. */
const nextItem = (course: Course, random: Dice) => {
  const waiting = course.items.find(({ status }) => status === 'PENDING');
  return waiting && random.next() < 0.7 ? { itemId: waiting.id } : item(course, random);
};
/** The statement that is dealt with, mostly. */
const shown = (course: Course, random: Dice) => {
  const current = course.statements.find(({ itemId }) => itemId === course.meeting.currentItemId);
  return current && random.next() < 0.8 ? { statementId: current.id } : statement(course, random);
};

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
const ofBallot: Random = (course, random) => {
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

/** Every command with an input drawn by lot; how often it is drawn beside the others. */
const commands: [number, Random][] = [
  [1, () => [updateMeeting, { title: words(), plannedSeconds: 300 }]],
  [1, () => [deleteMeeting, {}]],
  [6, () => [scheduleMeeting, {}]],
  [1, () => [unscheduleMeeting, {}]],
  [6, () => [openMeeting, {}]],
  [3, (_, { below }) => [pauseMeeting, { returnInSeconds: below(3) ? null : below(100) }]],
  [6, () => [resumeMeeting, {}]],
  [5, () => [closeMeeting, {}]],
  [3, () => [archiveMeeting, {}]],
  [12, (course, random) => [callItem, nextItem(course, random)]],
  [4, (course, random) => [recallSpeaker, item(course, random)]],
  [3, () => [endItem, {}]],
  [3, (course, random) => [skipItem, { ...nextItem(course, random), ...reason(random) }]],
  [
    2,
    (course, random) => {
      const kind = random.one(Object.keys(ItemKind));
      const speaker = kind === 'STATEMENT' || random.next() < 0.05 ? { speakerId: participant(course, random) } : {};
      const position = random.next() < 0.5 ? {} : { position: random.below(course.items.length + 3) };
      return [addItem, { kind, title: words(), ...speaker, ...position }];
    },
  ],
  [
    1,
    (course, random) => {
      const named = () => (random.next() < 0.2 ? person(random) : participant(course, random));
      const some = () => Array.from({ length: random.below(3) }, named);
      const [mode, after] = [random.one(['REPLACE', 'APPEND'] as const), random.below(4)];
      const written = { speakerIds: some(), writtenSpeakerIds: some(), commenterId: random.below(4) ? null : named() };
      return [planAgenda, aPlan({ ...written, mode, intermissionAfter: after || null, withBallot: after > 1 })];
    },
  ],
  [
    2,
    (course, random) => [
      updateItem,
      {
        ...item(course, random),
        plannedSeconds: 5 + random.below(99),
        speakerId: random.below(2) ? null : participant(course, random),
      },
    ],
  ],
  [3, (course, random) => [moveItem, { ...item(course, random), position: random.below(course.items.length + 2) }]],
  [1, (course, random) => [dropItem, item(course, random)]],
  [
    2,
    (course, random) => [
      addWrittenStatement,
      { ...item(course, random), speakerId: participant(course, random), body: words() },
    ],
  ],
  [1, (course, random) => [dropWrittenStatement, statement(course, random)]],
  [1, (course, random) => [writeStatement, { ...statement(course, random), body: words() }]],
  [8, () => [endStatement, {}]],
  [4, (course, random) => [startComment, statement(course, random)]],
  [3, (course, random) => [skipComment, { ...shown(course, random), ...reason(random) }]],
  [3, () => [pauseTurn, {}]],
  [6, () => [resumeTurn, {}]],
  [2, (_, { below }) => [extendTurn, { seconds: below(1000) - 500 }]],
  [2, (course, random) => [draftComment, said5(course, random)]],
  [1, (course, random) => [editDraft, { ...comment(course, random), body: words() }]],
  [1, (course, random) => [discardDraft, comment(course, random)]],
  [6, (course, random) => [postComment, { ...said5(course, random), ...shown(course, random) }]],
  [2, (course, random) => [postDraft, comment(course, random)]],
  [2, (course, random) => [correctComment, { ...comment(course, random), body: words(), ...reason(random) }]],
  [2, (course, random) => [retractComment, { ...comment(course, random), ...reason(random) }]],
  [1, () => [addRequirement, { heading: words(), body: words() }]],
  [3, (course, random) => [updateRequirement, { ...requirement(course, random), heading: words(), body: '' }]],
  [1, (course, random) => [dropRequirement, requirement(course, random)]],
  [6, () => [revealRequirement, {}]],
  [2, (_, random) => [addParticipant, { personId: person(random), duties: duties(random), seat: '' }]],
  [1, (course, random) => [updateParticipant, { participantId: participant(course, random), duties: duties(random) }]],
  [1, (course, random) => [removeParticipant, { participantId: participant(course, random) }]],
  [3, (course, random) => [signInParticipant, { participantId: participant(course, random) }]],
  [1, (course, random) => [recordLeaving, { participantId: participant(course, random) }]],
];
/** What is put over the board and taken away, by a lot of its own: the course is the same as without. */
const covers: [Rule<any>, object][] = [
  [blackOutBoard, {}],
  [lightBoard, {}],
  [showMessage, { text: 'x' }],
  [withdrawMessage, {}],
];
const lots = commands.flatMap(([weight, command]) => Array.from({ length: weight }, () => command));

const counts = (numbers: number[]) => numbers.every((number, index) => number === index + 1);
const differ = (ids: string[]) => new Set(ids).size === ids.length;
const same = (one: string[], other: string[]) => JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);

/** What is true of every meeting, whatever was done to it. */
function brokenLaws(course: Course): string[] {
  const { meeting, items, statements, turns, comments, requirements, participants, ballots } = course;
  const { status, currentItemId } = meeting;
  const current = ids(items.filter((row) => row.status === 'CURRENT'));
  const open = turns.filter(({ endedAt }) => endedAt === null);
  const speaking = statements.filter(({ phase }) => phase === 'STATEMENT');
  const isRunning = status === 'LIVE' || status === 'PAUSED';
  const turnsOf = (id: string) => turns.filter(({ statementId }) => statementId === id);
  const holders = (duty: Duty) => ids(participants.filter(({ duties: all }) => all.includes(duty)));
  const revealed = requirements.findLastIndex(({ revealedAt }) => revealedAt !== null) + 1;
  const phases = {
    PENDING: ['WAITING'],
    SKIPPED: ['WAITING'],
    CURRENT: ['STATEMENT', 'COMMENT'],
    DONE: ['HEARD', 'DONE'],
  };
  const laws: Record<string, boolean> = {
    'one item at most is current, and the meeting names it': same(
      current,
      currentItemId === null ? [] : [currentItemId],
    ),
    'positions run from 1 to n': counts(items.map(({ position }) => position)),
    'requirements are numbered from 1 to n': counts(requirements.map(({ number }) => number)),
    'requirements are revealed in their order': requirements.slice(0, revealed).every(({ revealedAt }) => revealedAt),
    'nobody makes two statements': differ(statements.map(({ speakerId }) => speakerId)),
    'nobody takes part twice': differ(participants.map(({ personId }) => personId)),
    'the one open turn belongs to the one who speaks': same(
      open.map(({ statementId }) => statementId),
      ids(speaking),
    ),
    'one speaks at most, to the current item':
      speaking.length <= current.length && speaking.every(({ itemId }) => itemId === currentItemId),
    'turns of a statement are numbered from 1 to n': statements.every(({ id }) =>
      counts(turnsOf(id).map(({ number }) => number)),
    ),
    'ten seconds at least are planned': turns.every((turn) => turn.plannedSeconds + turn.extendedSeconds >= 10),
    'no ended turn is paused': turns.every(({ pausedAt, endedAt }) => pausedAt === null || endedAt === null),
    'no time is negative': turns.every(
      (turn) => turn.endedAt === null || (turn.endedAt >= turn.startedAt && elapsedMilliseconds(turn, 0) >= 0),
    ),
    'nothing is current and nobody speaks unless the meeting runs': isRunning || open.length + current.length === 0,
    'in an intermission no clock runs': status !== 'PAUSED' || open.every(({ pausedAt }) => pausedAt !== null),
    'the time of the pause is that of a PAUSED meeting': (meeting.pausedAt !== null) === (status === 'PAUSED'),
    'the time of closing is that of a meeting that is over':
      (meeting.closedAt !== null) === (status === 'CLOSED' || status === 'ARCHIVED'),
    'each statement is under an item of its kind, in a phase that fits': statements.every(({ itemId, mode, phase }) => {
      const item = items.find(({ id }) => id === itemId)!;
      return (item.kind === 'STATEMENT') === (mode === 'ON_SITE') && phases[item.status].includes(phase);
    }),
    'only the BLOCK format lets a comment wait':
      meeting.format === 'BLOCK' || statements.every(({ phase }) => phase !== 'HEARD'),
    'each STATEMENT item has one statement': same(
      ids(items.filter(({ kind }) => kind === 'STATEMENT')),
      statements.filter(({ mode }) => mode === 'ON_SITE').map(({ itemId }) => itemId),
    ),
    'speakers have the duty': statements.every(({ speakerId }) => holders('SPEAKER').includes(speakerId)),
    'commenters have the duty': comments.every(({ authorId }) => holders('COMMENTER').includes(authorId)),
    'who is there or has left has signed in': participants.every(
      ({ presence, signedInAt, leftAt }) =>
        (presence === 'ABSENT') === (signedInAt === null) && (presence !== 'LEFT' || leftAt !== null),
    ),
    'one round at most is open, of the current ballot': same(
      ballots.filter(({ closedAt }) => closedAt === null).map(({ itemId }) => itemId),
      current.filter((id) => ballots.some(({ itemId, closedAt }) => itemId === id && closedAt === null)),
    ),
    'rounds of a ballot are numbered from 1 to n, and all but the last are void': items.every(({ id }) => {
      const rounds = ballots.filter(({ itemId }) => itemId === id);
      return counts(rounds.map(({ round }) => round)) && rounds.slice(0, -1).every((row) => row.cast > row.issued);
    }),
    'the rows of a sheet are numbered from 1 to n': ballots.every(({ id }) =>
      counts(linesOf(course, id).map(({ number }) => number)),
    ),
    'what is revealed was counted to the last, adds up, and was neither sealed nor void': ballots
      .filter(({ revealedAt }) => revealedAt !== null)
      .every(
        (row) =>
          row.reveal !== 'SEALED' &&
          row.cast <= row.issued &&
          linesOf(course, row.id).every((line) => line.counts !== null && sumOf(line) === validOf(row)),
      ),
    'only a retracted comment has no text': comments.every(
      (row) => (row.status === 'RETRACTED') === (row.body === null),
    ),
  };
  return Object.keys(laws).filter((law) => !laws[law]);
}

/** Words of drafts and former words of comments that the board shows all the same. Collects the words that ever were. */
function leaks(course: Course, ever: Map<string, Set<string>>): string[] {
  const people = new Map(course.participants.map(({ id }) => [id, { name: id, post: '', organization: '' }]));
  const text = JSON.stringify(board(course, { organization: '', people, displays: [] }));
  return course.comments.flatMap(({ id, body, status }) => {
    const all = ever.get(id) ?? new Set();
    ever.set(id, body === null ? all : all.add(body));
    return [...all].filter((one) => (one !== body || status === 'DRAFT') && text.includes(one));
  });
}

/** Refusals that only one format knows. */
const ofFormat = { ONE_BY_ONE: ['WRONG_FORMAT'], BLOCK: ['STATEMENTS_FIRST'] } as const;
const ofBoth: RefusalCode[] = [
  'ALREADY_CALLED',
  'BALLOT_CLOSED',
  'BALLOT_HELD',
  'BALLOT_OPEN',
  'BALLOT_SEALED',
  'BALLOT_VOID',
  'COMMENT_MISSING',
  'DUPLICATE',
  'INVALID_INPUT',
  'IN_USE',
  'ITEMS_PENDING',
  'MISSING_DUTY',
  'NOTHING_TO_REVEAL',
  'NOTHING_TO_UNDO',
  'NOT_A_DRAFT',
  'NOT_FOUND',
  'NOT_POSTED',
  'NOT_PRESENT',
  'NOT_YET_HEARD',
  'NO_BALLOT',
  'NO_CURRENT_ITEM',
  'NO_TURN_RUNNING',
  'REQUIREMENT_REVEALED',
  'RESULT_REVEALED',
  'SHEETS_NOT_COUNTED',
  'STEP_DEPENDED_ON',
  'TALLY_INCOMPLETE',
  'TALLY_MISMATCH',
  'TURN_NOT_PAUSED',
  'TURN_PAUSED',
  'TURN_RUNNING',
  'WRONG_KIND',
  'WRONG_PHASE',
  'WRONG_STATUS',
];
/** Next steps, with what is in their way, that only one format knows. */
const stepsOf = {
  ONE_BY_ONE: ['START_COMMENT'],
  BLOCK: ['END_STATEMENT', 'START_COMMENT', 'START_COMMENT !COMMENT_MISSING'],
} as const;
const stepsOfBoth = [
  'nothing',
  'SCHEDULE',
  'OPEN',
  'RESUME',
  'CALL_ITEM',
  'CALL_ITEM !COMMENT_MISSING',
  'REVEAL_REQUIREMENT',
  'OPEN_BALLOT',
  'CLOSE_BALLOT',
  'HOLD_AGAIN',
  'REVEAL_RESULT',
  'REVEAL_RESULT !TALLY_INCOMPLETE',
  'CLOSE',
  'CLOSE !COMMENT_MISSING',
];
const AGENDA: ItemKind[] = [
  'BALLOT',
  'STATEMENT',
  'REQUIREMENTS',
  'STATEMENT',
  'WRITTEN_STATEMENTS',
  'BALLOT',
  'STATEMENT',
  'CLOSING',
];
const COMMANDS = 28_000;
const PER_MEETING = 320;

describe('a meeting to which anything is done', () => {
  it.each([
    ['ONE_BY_ONE', 20220210],
    ['BLOCK', 19491001],
  ] as const)('[M14] [B13] in the %s format keeps its laws through thousands of commands (seed %d)', (format, seed) => {
    const random = dice(seed);
    const aside = dice(seed + 1);
    const reached = new Set<string>();
    const refusals = new Set<string>();
    const pressed = new Set<string>();
    let accepted = 0;
    let seconds = 0;
    for (let meeting = 0; meeting < COMMANDS / PER_MEETING; meeting++) {
      const row = { status: 'DRAFT', format, openedAt: null, seq: 0 } as const;
      let kept = keep(aMeeting({ agenda: AGENDA, written: 1, requirements: 2, meeting: row }));
      const before = new Map<number, Course>();
      const ever = new Map<string, Set<string>>();
      for (let count = 0; count < PER_MEETING; count++) {
        seconds += random.below(3) * random.below(60);
        const standing = kept;
        try {
          const lot = aside.next();
          if (lot < 0.04) kept = run(standing, ...aside.one(covers), seconds);
          else if (lot < 0.24) kept = run(standing, ...ofBallot(standing.course, aside), seconds);
          else kept = move(standing, random, seconds);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refusals.add(error.code);
          continue;
        }
        accepted += 1;
        expect(brokenLaws(kept.course)).toEqual([]);
        expect(leaks(kept.course, ever)).toEqual([]);
        const step = nextStep(kept.course);
        if (step) expect(refusalOfStep(kept.course, step)).toBe(step.obstacle);
        pressed.add(`${step?.step ?? 'nothing'}${step?.obstacle ? ` !${step.obstacle}` : ''}`);
        reached.add(compare(standing, kept, before));
      }
    }
    expect(accepted).toBeGreaterThan(4000);
    expect(Object.keys(sentences)).toEqual(expect.arrayContaining([...refusals]));
    expect([...ofBoth, ...ofFormat[format]].filter((code) => !refusals.has(code))).toEqual([]);
    expect([...stepsOfBoth, ...stepsOf[format]].filter((step) => !pressed.has(step))).toEqual([]);
    const never = [
      'MeetingCreated',
      'PeopleUpdated',
      'DisplayUpdated',
      ...(format === 'BLOCK' ? [] : ['CommentStarted']),
    ];
    const types = entryTypes.filter((type) => !never.includes(type));
    expect([...reached].toSorted()).toEqual(['none', ...types].toSorted());
  });
});

/** One command, or an undo. A meeting is not deleted here. */
function move(kept: Kept, random: Dice, seconds: number): Kept {
  if (random.next() < 0.08) return undo(kept);
  const [rule, input] = random.one(lots)(kept.course, random);
  return rule === deleteMeeting && kept.course.meeting.status === 'DRAFT' ? kept : run(kept, rule, input, seconds);
}

/** The journal after an accepted command: one entry more or none, and what undo took back was just what it should. */
function compare({ course, entries }: Kept, next: Kept, before: Map<number, Course>): string {
  expect(next.course.meeting.seq).toBe(course.meeting.seq + next.entries.length - entries.length);
  if (next.entries.length === entries.length) return 'none';
  const entry = next.entries.at(-1)!;
  const { undoneSeq } = entry.refs;
  if (undoneSeq === course.meeting.seq) {
    // Drafts, which make no entry, stay as they are.
    const { comments } = course;
    // Nor is the board uncovered, or covered again.
    const { isBlackedOut, message } = course.meeting;
    const meeting = { seq: entry.seq, isBlackedOut, message };
    expect(next.course).toEqual({ ...withMeeting(before.get(undoneSeq)!, meeting), comments });
  }
  if ((steps as readonly string[]).includes(entry.type)) {
    before.set(entry.seq, course);
    // So that no undo can bring back the text of a comment, or who was there.
    for (const part of ['comments', 'participants']) expect(entry.before.map((row) => row.part)).not.toContain(part);
  }
  return entry.type;
}
