import { describe, expect, it } from '@jest/globals';
import { endItem, skipItem } from '../../src/agenda/call.rules.js';
import { openBallot } from '../../src/ballot/open.rules.js';
import { revealResult } from '../../src/ballot/tally.rules.js';
import { closeBallot } from '../../src/ballot/turnout.rules.js';
import { steps } from '../../src/journal/entry.js';
import { undoLastStep } from '../../src/journal/undo.rules.js';
import { withMeeting } from '../../src/meeting/course.js';
import {
  archiveMeeting,
  closeMeeting,
  openMeeting,
  pauseMeeting,
  resumeMeeting,
  scheduleMeeting,
  unscheduleMeeting,
} from '../../src/meeting/meeting.rules.js';
import { addRequirement, revealRequirement } from '../../src/requirement/requirement.rules.js';
import {
  endStatement,
  extendTurn,
  resumeTurn,
  skipComment,
  startComment,
} from '../../src/statement/statement.rules.js';
import { elapsedMilliseconds } from '../../src/statement/turn.rules.js';
import { tally } from '../support/balloting.js';
import { call, end, recall, skip } from '../support/calls.js';
import { at, type Call, refused } from '../support/course.js';
import { type Kept, perform, run, undo } from '../support/journal.js';
import { block, heard, oneByOne, oneByOneAs, pause, plain } from '../support/undoing.js';

const noComment: Call = [skipComment, { statementId: 'statement-1', reason: 'no time' }, 70];
const start: Call = [startComment, { statementId: 'statement-1' }, 60];
const rest: Call = [pauseMeeting, { returnInSeconds: 600 }, 60];
const open: Call = [openBallot, { abstentionsAllowed: true, reveal: 'DEFERRED', issued: 10 }, 20];
const shut: Call = [closeBallot, { cast: 9, void: 1 }, 30];
const counted = [1, 2, 3, 4].map((number) => tally(number, [8, 0, 0, 0]));

/** Each step, in the situations in which it changes different rows. */
const cases: [type: (typeof steps)[number], string, () => Kept, Call][] = [
  ['MeetingOpened', '', () => oneByOneAs('SCHEDULED'), [openMeeting, {}, 5]],
  ['MeetingPaused', 'with a turn', () => oneByOne(call(2, 10)), rest],
  ['MeetingPaused', 'with a paused turn', () => oneByOne(call(2, 10), pause), rest],
  ['MeetingPaused', 'without a turn', () => oneByOne(), rest],
  ['MeetingResumed', 'with a turn', () => oneByOne(call(2, 10), rest), [resumeMeeting, {}, 600]],
  ['MeetingResumed', 'with a turn paused before', () => oneByOne(call(2, 10), pause, rest), [resumeMeeting, {}, 600]],
  ['MeetingClosed', 'after the last item', () => oneByOne(skip(2), skip(3)), [closeMeeting, {}, 90]],
  ['MeetingClosed', 'with a current statement', () => oneByOne(skip(3), ...heard), [closeMeeting, {}, 90]],
  ['ItemCalled', 'as the first', () => oneByOne(), call(1, 5)],
  ['ItemCalled', 'with a speaker', () => oneByOne(call(1, 5)), call(2, 10)],
  ['ItemCalled', 'after a statement', () => oneByOne(...heard), call(3, 90)],
  ['ItemCalled', 'with written statements', () => oneByOne(...heard), call(4, 90)],
  ['ItemCalled', 'after written statements', () => oneByOne(call(4, 5)), call(5, 90)],
  ['ItemCalled', 'after it was skipped', () => oneByOne(call(2, 10), skip(2, 20)), call(2, 30)],
  ['ItemCalled', 'while another speaks, in BLOCK', () => block(call(2, 10), pause), call(3, 90)],
  ['ItemCalled', 'for a second turn', () => oneByOne(...heard, call(3, 50), skip(3, 60)), recall(2, 80)],
  ['ItemCalled', 'for a second turn without comment', () => oneByOne(call(2, 10), end(30), noComment), recall(2, 80)],
  ['ItemEnded', 'of an opening', () => oneByOne(call(1, 5)), [endItem, {}, 9]],
  ['ItemEnded', 'of a statement', () => oneByOne(...heard), [endItem, {}, 90]],
  ['ItemEnded', 'of a statement that is made, in BLOCK', () => block(call(2, 10)), [endItem, {}, 90]],
  ['ItemEnded', 'of written statements', () => oneByOne(call(4, 5)), [endItem, {}, 90]],
  ['ItemSkipped', 'that was not called', () => oneByOne(), skip(2)],
  [
    'ItemSkipped',
    'that was skipped already',
    () => oneByOne(skip(2)),
    [skipItem, { itemId: 'item-2', reason: 'late' }],
  ],
  ['ItemSkipped', 'while speaking', () => oneByOne(call(2, 10), pause), skip(2, 60)],
  ['StatementEnded', 'in ONE_BY_ONE', () => oneByOne(call(2, 10)), end(30)],
  ['StatementEnded', 'while paused', () => oneByOne(call(2, 10), pause), [endStatement, {}, 90]],
  ['StatementEnded', 'in BLOCK', () => block(call(2, 10)), end(30)],
  ['TurnPaused', '', () => oneByOne(call(2, 10)), pause],
  ['TurnResumed', '', () => oneByOne(call(2, 10), pause), [resumeTurn, {}, 90]],
  ['TurnExtended', '', () => oneByOne(call(2, 10)), [extendTurn, { seconds: -60 }, 20]],
  ['CommentStarted', 'from the agenda', () => block(call(2, 10), end(30), skip(3)), start],
  ['CommentStarted', 'from another item', () => block(call(2, 10), end(30), skip(3), call(1, 50)), start],
  ['CommentSkipped', 'of the current statement', () => oneByOne(call(2, 10), end(30)), noComment],
  ['CommentSkipped', 'of one that was heard', () => block(call(2, 10), end(30), call(3, 50)), noComment],
  ['RequirementRevealed', '', () => oneByOne(call(5, 5)), [revealRequirement, {}, 9]],
  ['BallotOpened', '', () => oneByOne(call(6, 5)), open],
  ['BallotClosed', '', () => oneByOne(call(6, 5), open), shut],
  ['BallotVoided', '', () => oneByOne(call(6, 5), open), [closeBallot, { cast: 11 }, 30]],
  ['ResultRevealed', '', () => oneByOne(call(6, 5), open, shut, ...counted), [revealResult, {}, 50]],
];

describe('undoing a step', () => {
  it.each(cases)('[U1] %s %s: the course is exactly as before it', (type, _, before, step) => {
    const standing = before();
    const moved = run(standing, ...step);
    const entry = moved.entries.at(-1)!;
    expect(entry.type).toBe(type);
    expect(moved.course).not.toEqual(withMeeting(standing.course, { seq: entry.seq }));

    const undone = undo(moved);
    expect(undone.course).toEqual(withMeeting(standing.course, { seq: entry.seq + 1 }));
    const { type: said, refs } = undone.entries.at(-1)!;
    expect({ type: said, ...refs }).toEqual({ type: 'StepUndone', ...entry.refs, undoneSeq: entry.seq });
  });

  it.each(cases)('[U1] %s %s: the step can be made again, to the same effect', (_type, _, situation, step) => {
    const moved = run(situation(), ...step);
    const again = run(undo(moved), ...step);
    expect(plain(again.course)).toEqual(plain(moved.course));
  });

  it('[U1] is tried here for every step there is', () => {
    expect(new Set(cases.map(([type]) => type))).toEqual(new Set(steps));
  });

  it('[U1] again takes back the step before it, and so on to the first', () => {
    const first = oneByOneAs('SCHEDULED');
    const states = [first];
    for (const step of [
      [openMeeting, {}, 1],
      call(1, 5),
      call(2, 10),
      pause,
      rest,
      [resumeMeeting, {}, 90],
    ] as Call[]) {
      states.push(run(states.at(-1)!, ...step));
    }
    let kept = states.at(-1)!;
    for (const { course } of states.slice(0, -1).reverse()) {
      kept = undo(kept);
      expect(kept.course).toEqual(withMeeting(course, { seq: kept.course.meeting.seq }));
    }
    expect(kept.entries.map(({ refs }) => refs.undoneSeq)).toEqual([
      ...Array.from({ length: 6 }, () => undefined),
      ...[16, 15, 14, 13, 12, 11],
    ]);
    expect(refused(() => undo(kept))).toEqual({ code: 'NOTHING_TO_UNDO' });
  });

  it('[U1] takes back the newest step that stands, also after a step that was undone and made otherwise', () => {
    const called = oneByOne(call(1, 5));
    const kept = undo(run(undo(run(called, ...call(2, 10))), ...call(3, 20)));
    expect(kept.course).toEqual(withMeeting(called.course, { seq: 15 }));
    expect(undo(kept).course).toEqual(withMeeting(oneByOne().course, { seq: 16 }));
  });

  it('[U1] of a pause lets the turn go on as if it had not been pressed', () => {
    const kept = undo(oneByOne(call(2, 10), pause));
    expect(elapsedMilliseconds(kept.course.turns[0]!, at(90).at.getTime())).toBe(80_000);
  });

  it('[U1] [U4] never takes back the number: the meeting’s seq goes on', () => {
    const kept = oneByOne(call(1, 5));
    const { course, entry } = undoLastStep(kept.course, kept.entries);
    expect(course!.meeting.seq).toBe(11);
    expect(entry).toEqual({ type: 'StepUndone', undoneSeq: 11, itemId: 'item-1' });
    expect(undo(kept).course.meeting.seq).toBe(12);
  });
});

describe('where there is nothing to undo', () => {
  it.each(['SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED'] as const)('[U1] says so (%s)', (status) => {
    const kept = perform(oneByOneAs(status));
    expect(refused(() => undo(kept))).toEqual({ code: 'NOTHING_TO_UNDO' });
  });

  it('[U1] says so when only other things were done', () => {
    const kept = oneByOne([addRequirement, { heading: 'x', body: '' }]);
    expect(refused(() => undo(kept))).toEqual({ code: 'NOTHING_TO_UNDO' });
  });

  it('[U1] says so of a meeting whose opening was undone, also when it was scheduled anew', () => {
    const opened = run(oneByOneAs('SCHEDULED'), openMeeting, {}, 5);
    const again = perform(undo(opened), [unscheduleMeeting, {}], [scheduleMeeting, {}]);
    expect(refused(() => undo(again))).toEqual({ code: 'NOTHING_TO_UNDO' });
  });

  it('[U3] undoes the closing of a meeting, but nothing of an ARCHIVED one', () => {
    const open = oneByOne(skip(2), skip(3));
    const closed = run(open, closeMeeting, {}, 90);
    expect(undo(closed).course).toEqual(withMeeting(open.course, { seq: 14 }));
    const archived = run(closed, archiveMeeting, {});
    expect(refused(() => undo(archived))).toEqual({ code: 'WRONG_STATUS', status: 'ARCHIVED' });
  });
});
