import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { callItem, endItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { draftComment, postComment } from '../../src/appraisal/comment.rules.js';
import { find } from '../../src/meeting/course.js';
import {
  addWrittenStatement,
  dropWrittenStatement,
  endStatement,
  extendTurn,
  needSpeaker,
  pauseTurn,
  resumeTurn,
  skipComment,
  startComment,
  writeStatement,
} from '../../src/statement/statement.rules.js';
import { aMeeting, at, type Call, decide, play, refusal, refused, touched } from '../support/course.js';

const call = (item: number, seconds = 0): Call => [callItem, { itemId: `item-${item}` }, seconds];
const say = (statement: number): Call => [
  postComment,
  { statementId: `statement-${statement}`, authorId: 'chair', body: 'Well done.' },
];
const END: Call = [endStatement, {}];
const oneByOne = (...calls: Call[]) => play(aMeeting(), ...calls);
const block = (...calls: Call[]) => play(aMeeting({ meeting: { format: 'BLOCK' } }), ...calls);
const onPaper = (...calls: Call[]) =>
  play(aMeeting({ agenda: ['WRITTEN_STATEMENTS', 'STATEMENT'], written: 1 }), ...calls);
const SPARE = { itemId: 'item-1', speakerId: 'spare', body: ' text ' };

describe('who makes a statement', () => {
  it.each([
    ['spare', 'nothing was refused'],
    ['guest', { code: 'MISSING_DUTY', duty: 'SPEAKER' }],
    ['chair', { code: 'MISSING_DUTY', duty: 'SPEAKER' }],
    ['speaker-1', { code: 'DUPLICATE', what: 'statement' }],
    ['nobody', { code: 'NOT_FOUND', what: 'participant', id: 'nobody' }],
  ])('[S1] is a participant with the duty SPEAKER who makes none yet: %s', (speakerId, told) => {
    const check = () => refused(() => needSpeaker(aMeeting(), speakerId));
    if (typeof told === 'string') expect(check).toThrow(told);
    else expect(check()).toEqual(told);
  });

  it('[S1] makes one statement, be it on site or written', () => {
    const course = onPaper([addWrittenStatement, SPARE]);
    expect(refusal(course, addWrittenStatement, SPARE)).toBe('DUPLICATE');
    expect(refusal(course, addWrittenStatement, { ...SPARE, speakerId: 'speaker-2' })).toBe('DUPLICATE');
  });
});

describe('a written statement', () => {
  it('[S2] is handed in under its item, trimmed, and waits', () => {
    const course = onPaper();
    const { course: next, entry, id } = decide(course, addWrittenStatement, SPARE);
    expect(find(next!, 'statements', id)).toEqual({
      id,
      meetingId: 'meeting',
      itemId: 'item-1',
      speakerId: 'spare',
      mode: 'WRITTEN',
      phase: 'WAITING',
      body: 'text',
      heardAt: null,
      commentSkipReason: null,
    });
    expect(touched(course, next!)).toEqual([`statements ${id}`]);
    expect(entry).toEqual({ type: 'StatementAdded', itemId: 'item-1', statementId: id });
  });

  it.each<ItemKind>(['OPENING', 'STATEMENT', 'BALLOT', 'REMARKS', 'REQUIREMENTS', 'INTERMISSION', 'CLOSING'])(
    '[S2] is refused under an item of kind %s',
    (kind) => {
      const course = aMeeting({ agenda: [kind] });
      expect(refused(() => decide(course, addWrittenStatement, SPARE))).toEqual({ code: 'WRONG_KIND', kind });
    },
  );

  it('[S2] is refused once its item was called, and taken while that is skipped', () => {
    expect(refused(() => decide(onPaper(call(1)), addWrittenStatement, SPARE))).toEqual({
      code: 'ALREADY_CALLED',
      status: 'CURRENT',
    });
    expect(refused(() => decide(onPaper(call(1), [endItem, {}]), addWrittenStatement, SPARE))).toEqual({
      code: 'ALREADY_CALLED',
      status: 'DONE',
    });
    const skipped = onPaper([skipItem, { itemId: 'item-1', reason: 'later' }]);
    expect(decide(skipped, addWrittenStatement, SPARE).course!.statements).toHaveLength(3);
  });

  it.each([
    ['  ', { problem: 'empty' }],
    ['x'.repeat(50_001), { problem: 'tooLong', limit: 50_000 }],
  ])('[S2] [S3] has a text of 1 to 50000 characters', (body, problem) => {
    const told = { code: 'INVALID_INPUT', field: 'body', ...problem };
    expect(refused(() => decide(onPaper(), addWrittenStatement, { ...SPARE, body }))).toEqual(told);
    expect(refused(() => decide(onPaper(), writeStatement, { statementId: 'statement-1', body }))).toEqual(told);
  });

  it('[S4] can be taken back before its item is called', () => {
    const course = onPaper();
    const { course: next, entry } = decide(course, dropWrittenStatement, { statementId: 'statement-1' });
    expect(next).toEqual({ ...course, statements: [course.statements[1]] });
    expect(entry).toEqual({ type: 'StatementDropped', statementId: 'statement-1' });
  });

  it('[S4] is refused to be taken back once its item was called, or if somebody commented on it', () => {
    const drop = (...calls: Call[]) =>
      refused(() => decide(onPaper(...calls), dropWrittenStatement, { statementId: 'statement-1' }));
    expect(drop(call(1))).toEqual({ code: 'WRONG_PHASE', phase: 'COMMENT' });
    expect(drop(call(1), [endItem, {}])).toEqual({ code: 'WRONG_PHASE', phase: 'DONE' });
    const input = { statementId: 'statement-1', authorId: 'chair', body: 'x' };
    expect(drop([draftComment, input])).toEqual({ code: 'IN_USE', what: 'statement' });
  });

  it('[S4] is the only kind that can be taken back by itself', () => {
    expect(refused(() => decide(onPaper(), dropWrittenStatement, { statementId: 'statement-2' }))).toEqual({
      code: 'WRONG_KIND',
      kind: 'STATEMENT',
    });
  });
});

describe('the text of a statement', () => {
  it('[S3] can be handed in and replaced, whatever the phase, and changes nothing else', () => {
    const course = oneByOne(call(2), END, say(1), call(3));
    for (const statementId of ['statement-1', 'statement-2']) {
      const { course: next, entry } = decide(course, writeStatement, { statementId, body: ' a report ' });
      expect(find(next!, 'statements', statementId)).toEqual({
        ...find(course, 'statements', statementId),
        body: 'a report',
      });
      expect(touched(course, next!)).toEqual([`statements ${statementId}`]);
      expect(entry).toEqual({ type: 'StatementWritten', statementId });
    }
  });
});

describe('ending a statement', () => {
  it('[S5] ends its turn and goes on to its comment in the ONE_BY_ONE format; the item stays current', () => {
    const before = oneByOne(call(2, 10));
    const { course: after, entry, id } = decide(before, endStatement, {}, 100);
    expect(after).toEqual({
      ...before,
      turns: [{ ...before.turns[0], endedAt: at(100).at }],
      statements: [{ ...before.statements[0], phase: 'COMMENT', heardAt: at(100).at }, before.statements[1]],
    });
    const turnId = before.turns[0]!.id;
    expect(entry).toEqual({ type: 'StatementEnded', itemId: 'item-2', statementId: 'statement-1', turnId });
    expect(id).toBe('statement-1');
  });

  it('[S5] goes on to a further comment when a recalled speaker has finished', () => {
    const course = oneByOne(call(2), END, say(1), [endItem, {}], [recallSpeaker, { itemId: 'item-2' }], END);
    expect(course.statements[0]!.phase).toBe('COMMENT');
    expect(course.meeting.currentItemId).toBe('item-2');
  });

  it('[S6] ends its turn and its item in the BLOCK format, its comment to come', () => {
    const before = block(call(2, 10));
    expect(decide(before, endStatement, {}, 100).course).toEqual({
      ...before,
      meeting: { ...before.meeting, currentItemId: null },
      items: before.items.map((item) =>
        item.id === 'item-2' ? { ...item, status: 'DONE', endedAt: at(100).at } : item,
      ),
      turns: [{ ...before.turns[0], endedAt: at(100).at }],
      statements: [{ ...before.statements[0], phase: 'HEARD', heardAt: at(100).at }, before.statements[1]],
    });
  });

  it('[S6] is DONE with a recalled speaker who was commented on, and not with another', () => {
    const recall: Call = [recallSpeaker, { itemId: 'item-2' }];
    const all = block(call(2), END, call(3), END);
    expect(play(all, recall, END).statements[0]!.phase).toBe('HEARD');
    const commented = play(all, [startComment, { statementId: 'statement-1' }], say(1), [endItem, {}], recall, END);
    expect(commented.statements[0]!.phase).toBe('DONE');
    expect(commented.meeting.currentItemId).toBeNull();
  });

  it('[S5] [S6] is refused when nobody speaks', () => {
    for (const course of [oneByOne(), oneByOne(call(2), END), block(call(2), END), oneByOne(call(1))]) {
      expect(refused(() => decide(course, endStatement, {}))).toEqual({ code: 'NO_TURN_RUNNING' });
    }
  });
});

describe('putting a statement up for its comment', () => {
  const START = { statementId: 'statement-1' };

  it('[S7] makes its item current again, when every statement was heard', () => {
    const before = block(call(2, 10), [endStatement, {}, 20], call(3, 30), [endStatement, {}, 40], call(4, 50));
    const { course: after, entry } = decide(before, startComment, START, 60);
    expect(find(after!, 'items', 'item-2')).toEqual({ ...find(before, 'items', 'item-2'), status: 'CURRENT' });
    expect(find(after!, 'items', 'item-4')).toMatchObject({ status: 'DONE', endedAt: at(60).at });
    expect(find(after!, 'statements', 'statement-1').phase).toBe('COMMENT');
    expect(after!.meeting.currentItemId).toBe('item-2');
    expect(after!.turns).toBe(before.turns);
    expect(entry).toEqual({ type: 'CommentStarted', itemId: 'item-2', statementId: 'statement-1' });
  });

  it('[S7] comes when the others were skipped', () => {
    const course = block(call(2), END, [skipItem, { itemId: 'item-3', reason: 'ill' }]);
    expect(decide(course, startComment, START).course!.meeting.currentItemId).toBe('item-2');
  });

  it('[S7] is refused while a statement is to come or somebody speaks', () => {
    expect(refused(() => decide(block(call(2), END), startComment, START))).toEqual({ code: 'STATEMENTS_FIRST' });
    expect(refused(() => decide(block(call(2), END, call(3)), startComment, START))).toEqual({
      code: 'STATEMENTS_FIRST',
    });
    const again: Call = [recallSpeaker, { itemId: 'item-3' }];
    expect(refusal(block(call(2), END, call(3), END, again), startComment, START)).toBe('STATEMENTS_FIRST');
  });

  it('[S7] is refused for a statement that was not heard, is being commented on, or is done with', () => {
    const skipped = block(call(2), END, [skipItem, { itemId: 'item-3', reason: 'ill' }]);
    const told = (course = skipped, statementId = 'statement-1') =>
      refused(() => decide(course, startComment, { statementId }));
    expect(told(skipped, 'statement-2')).toEqual({ code: 'WRONG_PHASE', phase: 'WAITING' });
    const started = play(skipped, [startComment, START]);
    expect(told(started)).toEqual({ code: 'WRONG_PHASE', phase: 'COMMENT' });
    expect(told(play(started, say(1), [endItem, {}]))).toEqual({ code: 'WRONG_PHASE', phase: 'DONE' });
  });

  it('[S7] does not exist in the ONE_BY_ONE format', () => {
    expect(refused(() => decide(oneByOne(call(2), END), startComment, START))).toEqual({ code: 'WRONG_FORMAT' });
  });
});

describe('going on without a comment', () => {
  const SKIP = { statementId: 'statement-1', reason: ' no time ' };

  it('[S8] keeps the reason and ends the item that waited for the comment', () => {
    const before = oneByOne(call(2, 10), [endStatement, {}, 20]);
    const { course: after, entry } = decide(before, skipComment, SKIP, 30);
    expect(after).toEqual({
      ...before,
      meeting: { ...before.meeting, currentItemId: null },
      items: before.items.map((item) =>
        item.id === 'item-2' ? { ...item, status: 'DONE', endedAt: at(30).at } : item,
      ),
      statements: [{ ...before.statements[0], phase: 'DONE', commentSkipReason: 'no time' }, before.statements[1]],
    });
    expect(entry).toEqual({ type: 'CommentSkipped', itemId: 'item-2', statementId: 'statement-1' });
  });

  it('[S8] leaves the current item alone when the statement is another one', () => {
    const before = block(call(2), END, call(3));
    const after = play(before, [skipComment, SKIP]);
    expect(touched(before, after)).toEqual(['statements statement-1']);
    expect(after.statements[0]).toMatchObject({ phase: 'DONE', commentSkipReason: 'no time' });
  });

  it('[S8] is refused before the statement was made and after it is done with', () => {
    const told = (...calls: Call[]) => refused(() => decide(oneByOne(...calls), skipComment, SKIP));
    expect(told()).toEqual({ code: 'WRONG_PHASE', phase: 'WAITING' });
    expect(told(call(2))).toEqual({ code: 'WRONG_PHASE', phase: 'STATEMENT' });
    expect(told(call(2), END, say(1), [endItem, {}])).toEqual({ code: 'WRONG_PHASE', phase: 'DONE' });
    expect(told(call(2), END, [skipComment, SKIP])).toEqual({ code: 'WRONG_PHASE', phase: 'DONE' });
  });

  it('[S8] is refused for a written statement, which needs no comment', () => {
    expect(refused(() => decide(onPaper(call(1)), skipComment, SKIP))).toEqual({
      code: 'WRONG_PHASE',
      phase: 'COMMENT',
    });
  });

  it.each(['', 'x'.repeat(501)])('[S8] needs a reason of 1 to 500 characters', (reason) => {
    expect(refusal(oneByOne(call(2), END), skipComment, { ...SKIP, reason })).toBe('INVALID_INPUT');
  });
});

describe('the clock of the open turn', () => {
  it('[T6] can be paused and resumed by the operator', () => {
    const before = oneByOne(call(2, 10));
    const turn = before.turns[0]!;
    const paused = decide(before, pauseTurn, {}, 50);
    expect(paused).toEqual({
      course: { ...before, turns: [{ ...turn, pausedAt: at(50).at }] },
      entry: { type: 'TurnPaused', statementId: 'statement-1', turnId: turn.id },
      id: turn.id,
    });
    expect(decide(paused.course!, resumeTurn, {}, 80)).toEqual({
      course: { ...before, turns: [{ ...turn, pausedMilliseconds: 30_000 }] },
      entry: { type: 'TurnResumed', statementId: 'statement-1', turnId: turn.id },
      id: turn.id,
    });
  });

  it('[T6] is not paused twice, nor resumed while it goes', () => {
    const going = oneByOne(call(2));
    expect(refused(() => decide(going, resumeTurn, {}))).toEqual({ code: 'TURN_NOT_PAUSED' });
    expect(refused(() => decide(play(going, [pauseTurn, {}]), pauseTurn, {}))).toEqual({ code: 'TURN_PAUSED' });
  });

  it.each([
    ['paused', pauseTurn],
    ['resumed', resumeTurn],
    ['extended', extendTurn],
  ])('[T6] [T7] is not %s when nobody speaks', (_, rule) => {
    for (const course of [oneByOne(), oneByOne(call(2), END), oneByOne(call(1))]) {
      expect(refused(() => decide(course, rule as Call[0], { seconds: 60 }))).toEqual({ code: 'NO_TURN_RUNNING' });
    }
  });

  it('[T7] can be given more time and less, each added up, and nothing else changes', () => {
    const before = oneByOne(call(2, 10), [pauseTurn, {}, 20]);
    const turn = before.turns[0]!;
    const more = decide(before, extendTurn, { seconds: 120 }, 50);
    expect(more).toEqual({
      course: { ...before, turns: [{ ...turn, extendedSeconds: 120 }] },
      entry: { type: 'TurnExtended', statementId: 'statement-1', turnId: turn.id },
      id: turn.id,
    });
    expect(play(more.course!, [extendTurn, { seconds: -180 }]).turns).toEqual([{ ...turn, extendedSeconds: -60 }]);
  });

  it.each([
    [0, { problem: 'zero' }],
    [-471, { problem: 'tooSmall', limit: -470 }],
    [13_921, { problem: 'tooLarge', limit: 13_920 }],
    [2_147_483_647, { problem: 'tooLarge', limit: 13_920 }],
  ])('[T7] keeps ten seconds to four hours in all: 480 and %d more are refused', (seconds, problem) => {
    expect(refused(() => decide(oneByOne(call(2)), extendTurn, { seconds }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'seconds',
      ...problem,
    });
  });

  it.each([-470, 13_920])('[T7] can go to the bounds: 480 and %d more', (seconds) => {
    const course = oneByOne(call(2), [extendTurn, { seconds }]);
    expect(course.turns[0]!.extendedSeconds).toBe(seconds);
    expect(refusal(course, extendTurn, { seconds: Math.sign(seconds) })).toBe('INVALID_INPUT');
  });
});
