import { describe, expect, it } from '@jest/globals';
import { endItem, skipItem } from '../../src/agenda/call.rules.js';
import { correctComment, draftComment, postDraft, retractComment } from '../../src/appraisal/comment.rules.js';
import type { Course } from '../../src/meeting/course.js';
import { closeMeeting, pauseMeeting } from '../../src/meeting/meeting.rules.js';
import { skipComment, writeStatement } from '../../src/statement/statement.rules.js';
import { call, end, recall, skip } from '../support/calls.js';
import { at, type Call, play } from '../support/course.js';
import { board, named, onPaper, say, three } from '../support/projection.js';

describe('the comments on the board', () => {
  const heard = play(three, call(2), end());
  const bodies = (course: Course) => board(course).comments.map(({ body }) => body);

  it('[B4] are shown whole, in the order in which they were posted', () => {
    const drafted = play(heard, [draftComment, { statementId: 'statement-1', authorId: 'chair', body: 'second' }, 5]);
    const { id: commentId } = drafted.comments[0]!;
    const course = play(drafted, say(1, 'first', 10), [postDraft, { commentId }, 20], say(1, 'third', 30));
    expect(bodies(course)).toEqual(['first', 'second', 'third']);
    expect(board(course).comments[0]).toEqual({
      id: course.comments[1]!.id,
      statementId: 'statement-1',
      body: 'first',
      aspect: 'STRENGTH',
      isCorrected: false,
      postedAt: at(10).at,
      author: named('chair'),
    });
  });

  it('[B4] that were corrected say so and keep their place', () => {
    const course = play(heard, say(1, 'first', 10), say(1, 'second', 20));
    const { id: commentId } = course.comments[0]!;
    const corrected = play(course, [correctComment, { commentId, body: 'better', reason: 'a slip' }, 30]);
    expect(board(corrected).comments).toMatchObject([
      { body: 'better', aspect: null, isCorrected: true, postedAt: at(10).at },
      { body: 'second', isCorrected: false },
    ]);
    expect(JSON.stringify(board(corrected))).not.toMatch(/first|a slip/);
  });

  it('[B4] belong to what is shown: none of other statements, none while a speaker speaks again', () => {
    const next = play(heard, say(1, 'on one'), call(3), end(), say(2, 'on two'));
    expect(bodies(next)).toEqual(['on two']);
    expect(bodies(play(next, [endItem, {}]))).toEqual([]);
    expect(bodies(play(next, recall(2)))).toEqual([]);
    expect(bodies(play(next, recall(2), end()))).toEqual(['on one']);
  });

  it('[B4] on all written statements are shown while their item is current', () => {
    const course = play(onPaper, call(2), say(3, 'on paper three', 10), say(2, 'on paper two', 20));
    expect(bodies(course)).toEqual(['on paper three', 'on paper two']);
    expect(bodies(play(course, [endItem, {}]))).toEqual([]);
  });

  it('[B4] hide what is drafted, retracted or meant for the audit trail, in every state that follows', () => {
    const secret = (course: Course) => JSON.stringify(board(course));
    const drafted = play(heard, [
      draftComment,
      { statementId: 'statement-1', authorId: 'chair', body: 'SECRET draft' },
    ]);
    const posted = play(drafted, say(1, 'SECRET slip'), say(1, 'in the open'));
    expect(secret(posted)).toContain('SECRET slip');
    const retract: Call = [retractComment, { commentId: posted.comments[1]!.id, reason: 'SECRET reason' }];
    const write: Call = [writeStatement, { statementId: 'statement-1', body: 'SECRET report' }];
    const retracted = play(posted, retract, write);
    const states: Course[] = [
      drafted,
      retracted,
      play(retracted, [pauseMeeting, {}]),
      play(retracted, [skipItem, { itemId: 'item-3', reason: 'SECRET illness' }]),
      play(retracted, [endItem, {}]),
      play(retracted, [endItem, {}], recall(2)),
      play(retracted, call(3), end(), [skipComment, { statementId: 'statement-2', reason: 'SECRET haste' }]),
      play(retracted, skip(3), skip(4), [closeMeeting, {}]),
    ];
    for (const course of states) expect(secret(course)).not.toContain('SECRET');
    expect(bodies(retracted)).toEqual(['in the open']);
  });
});
