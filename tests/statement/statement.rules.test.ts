import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { endItem, skipItem } from '../../src/agenda/call.rules.js';
import { draftComment } from '../../src/appraisal/comment.rules.js';
import { find } from '../../src/meeting/course.js';
import {
  addWrittenStatement,
  dropWrittenStatement,
  needSpeaker,
  writeStatement,
} from '../../src/statement/statement.rules.js';
import { call, END, say } from '../support/calls.js';
import { aMeeting, type Call, decide, refusal, refused, touched } from '../support/course.js';
import { oneByOne, onPaper } from '../support/formats.js';

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
