import { describe, expect, it } from '@jest/globals';
import { retractComment } from '../../src/appraisal/comment.rules.js';
import { withMeeting } from '../../src/meeting/course.js';
import { archiveMeeting, closeMeeting } from '../../src/meeting/meeting.rules.js';
import { skipComment, startComment } from '../../src/statement/statement.rules.js';
import { call, END, say, skip } from '../support/calls.js';
import { aMeeting, at, type Call, decide, play, refusal, refused } from '../support/course.js';

describe('closing', () => {
  const ready = () => play(aMeeting(), call(2), END, say(1), call(3), END, say(2), call(4, 50));

  it('[M10] makes a LIVE meeting CLOSED and ends the current item with it', () => {
    const before = ready();
    expect(decide(before, closeMeeting, {}, 99)).toEqual({
      course: {
        ...withMeeting(before, { status: 'CLOSED', closedAt: at(99).at, currentItemId: null }),
        items: before.items.map((item) =>
          item.id === 'item-4' ? { ...item, status: 'DONE', endedAt: at(99).at } : item,
        ),
      },
      entry: { type: 'MeetingClosed' },
      id: 'meeting',
    });
  });

  it('[M10] leaves a current statement that was commented on as DONE', () => {
    const course = play(aMeeting(), call(2), END, say(1), call(3), END, say(2), [closeMeeting, {}, 99]);
    expect(course.statements.map(({ phase }) => phase)).toEqual(['DONE', 'DONE']);
    expect(course.items[2]).toMatchObject({ status: 'DONE', endedAt: at(99).at });
  });

  it('[M10] needs no other items to have been called, and takes skipped statements for settled', () => {
    expect(play(aMeeting(), skip(2), skip(3), [closeMeeting, {}]).meeting.status).toBe('CLOSED');
  });

  it('[M10] is refused while somebody speaks', () => {
    expect(refused(() => decide(play(aMeeting(), call(2)), closeMeeting, {}))).toEqual({ code: 'TURN_RUNNING' });
  });

  it('[M10] is refused while statements are to be called, and says how many', () => {
    expect(refused(() => decide(aMeeting(), closeMeeting, {}))).toEqual({ code: 'ITEMS_PENDING', count: 2 });
    const one = play(aMeeting(), call(2), END, say(1));
    expect(refused(() => decide(one, closeMeeting, {}))).toEqual({ code: 'ITEMS_PENDING', count: 1 });
  });

  it('[M10] is refused while the current statement has no comment, or only a retracted one', () => {
    const course = play(aMeeting(), call(2), END, say(1), call(3), END);
    expect(refused(() => decide(course, closeMeeting, {}))).toEqual({ code: 'COMMENT_MISSING' });
    const posted = play(course, say(2));
    const { id: commentId } = posted.comments.at(-1)!;
    expect(refusal(play(posted, [retractComment, { commentId, reason: 'x' }]), closeMeeting, {})).toBe(
      'COMMENT_MISSING',
    );
    const skip: Call = [skipComment, { statementId: 'statement-2', reason: 'no time' }];
    expect(play(course, skip, [closeMeeting, {}]).meeting.status).toBe('CLOSED');
  });

  it('[M10] is refused in the BLOCK format while a statement waits for its comment', () => {
    const heard = play(aMeeting({ meeting: { format: 'BLOCK' } }), call(2), END, call(3), END);
    expect(refused(() => decide(heard, closeMeeting, {}))).toEqual({ code: 'COMMENT_MISSING' });
    const started = play(heard, [startComment, { statementId: 'statement-1' }]);
    expect(refusal(started, closeMeeting, {})).toBe('COMMENT_MISSING');
    const one = play(started, say(1));
    expect(refusal(one, closeMeeting, {})).toBe('COMMENT_MISSING');
    const both = play(one, [skipComment, { statementId: 'statement-2', reason: 'no time' }], [closeMeeting, {}]);
    expect(both.statements.map(({ phase }) => phase)).toEqual(['DONE', 'DONE']);
  });

  it('[M11] is followed by archiving, which changes nothing else', () => {
    const course = play(ready(), [closeMeeting, {}, 99]);
    expect(decide(course, archiveMeeting, {}, 200)).toEqual({
      course: withMeeting(course, { status: 'ARCHIVED', epoch: expect.stringMatching(/^new-/) as never }),
      entry: { type: 'MeetingArchived' },
      id: 'meeting',
    });
  });
});
