import { describe, expect, it } from '@jest/globals';
import { endItem, recallSpeaker } from '../../src/agenda/call.rules.js';
import { leaveCurrent } from '../../src/agenda/leave.rules.js';
import { correctComment, draftComment, retractComment } from '../../src/appraisal/comment.rules.js';
import { find, withMeeting } from '../../src/meeting/course.js';
import { endStatement, pauseTurn, skipComment, startComment } from '../../src/statement/statement.rules.js';
import { call, END, end, recall, say } from '../support/calls.js';
import { aMeeting, at, type Call, play, refusal, touched } from '../support/course.js';

const DRAFT = { statementId: 'statement-1', authorId: 'chair', body: 'Well done.' };
const oneByOne = (...calls: Call[]) => play(aMeeting(), call(2, 10), ...calls);
const block = (...calls: Call[]) => play(withMeeting(aMeeting(), { format: 'BLOCK' }), call(2, 10), ...calls);

/** The course after each way of leaving the current item, or the codes of the refusals. */
const ways: [string, Call][] = [
  ['calling another', call(3, 100)],
  ['ending the item', [endItem, {}, 100]],
];

describe.each(ways)('in the ONE_BY_ONE format, %s', (_, way) => {
  it('[A4] is refused while the speaker speaks', () => {
    expect(refusal(oneByOne(), ...way)).toBe('COMMENT_MISSING');
  });

  it('[A4] is refused for a statement that has no posted comment', () => {
    expect(refusal(oneByOne(END), ...way)).toBe('COMMENT_MISSING');
  });

  it('[A4] is refused for a statement that has only a draft', () => {
    expect(refusal(oneByOne(END, [draftComment, DRAFT]), ...way)).toBe('COMMENT_MISSING');
  });

  it('[A4] is refused again once the only comment was retracted', () => {
    const posted = oneByOne(END, say(1));
    const retract: Call = [retractComment, { commentId: posted.comments[0]!.id, reason: 'wrong' }];
    expect(refusal(play(posted, retract), ...way)).toBe('COMMENT_MISSING');
    const left = play(posted, retract, say(1), way);
    expect(find(left, 'statements', 'statement-1').phase).toBe('DONE');
  });

  it('[A4] is refused if only another statement has a comment', () => {
    const course = oneByOne(END, say(1), call(3), END);
    expect(refusal(course, endItem, {})).toBe('COMMENT_MISSING');
  });

  it('[A4] leaves a statement with a posted or corrected comment as DONE', () => {
    const posted = oneByOne(end(50), say(1));
    const left = play(posted, way);
    expect(find(left, 'statements', 'statement-1')).toEqual({ ...posted.statements[0], phase: 'DONE' });
    expect(find(left, 'items', 'item-2')).toEqual({ ...posted.items[1], status: 'DONE', endedAt: at(100).at });
    const correct = { commentId: posted.comments[0]!.id, body: 'Well.', reason: 'slip' };
    const corrected = play(posted, [correctComment, correct], way);
    expect(find(corrected, 'statements', 'statement-1').phase).toBe('DONE');
  });

  it('[A4] takes the comment on the first turn for enough: a recalled speaker can be left while speaking', () => {
    const recalled = oneByOne(
      [endStatement, {}, 20],
      say(1),
      [endItem, {}, 30],
      [recallSpeaker, { itemId: 'item-2' }, 40],
    );
    const left = play(recalled, way);
    expect(find(left, 'statements', 'statement-1').phase).toBe('DONE');
    expect(left.turns[1]).toEqual({ ...recalled.turns[1], endedAt: at(100).at });
  });
});

describe.each(ways)('in the BLOCK format, %s', (_, way) => {
  it('[A5] leaves a statement as HEARD and ends its turn, its comment to come', () => {
    const before = block([pauseTurn, {}, 60]);
    const left = play(before, way);
    expect(find(left, 'statements', 'statement-1')).toEqual({
      ...before.statements[0],
      phase: 'HEARD',
      heardAt: at(100).at,
    });
    expect(left.turns[0]).toEqual({
      ...before.turns[0],
      endedAt: at(100).at,
      pausedAt: null,
      pausedMilliseconds: 40_000,
    });
    expect(find(left, 'items', 'item-2')).toMatchObject({ status: 'DONE', endedAt: at(100).at });
  });
});

describe('in the BLOCK format', () => {
  const started = () => block(END, call(3), END, [startComment, { statementId: 'statement-1' }]);

  it('[A5] a statement that is being commented on is not left before it has a posted comment', () => {
    expect(refusal(started(), endItem, {})).toBe('COMMENT_MISSING');
    expect(refusal(started(), startComment, { statementId: 'statement-2' })).toBe('COMMENT_MISSING');
    const left = play(started(), say(1), [startComment, { statementId: 'statement-2' }, 100]);
    expect(left.statements.map(({ phase }) => phase)).toEqual(['DONE', 'COMMENT']);
  });

  it('[A5] a recalled speaker who was commented on is left as DONE, another one as HEARD', () => {
    const commented = play(started(), say(1), [endItem, {}], recall(2), [endItem, {}]);
    expect(find(commented, 'statements', 'statement-1').phase).toBe('DONE');
    const waiting = block(END, recall(2), [endItem, {}]);
    expect(find(waiting, 'statements', 'statement-1').phase).toBe('HEARD');
  });
});

describe('leaving other items', () => {
  it.each(['ONE_BY_ONE', 'BLOCK'] as const)(
    '[A9] makes written statements DONE, commented on or not (%s)',
    (format) => {
      const course = aMeeting({ agenda: ['WRITTEN_STATEMENTS', 'STATEMENT'], written: 2, meeting: { format } });
      const left = play(course, call(1), say(2), [endItem, {}, 50]);
      expect(left.statements.map(({ phase }) => phase)).toEqual(['DONE', 'DONE', 'WAITING']);
      expect(left.turns).toEqual([]);
    },
  );

  it('[A6] changes nothing when no item is current', () => {
    const course = aMeeting();
    expect(leaveCurrent(course, at(5).at)).toBe(course);
  });

  it('[A6] does not ask for a comment where the comment was skipped, as that ended the item', () => {
    const skipped = oneByOne(END, [skipComment, { statementId: 'statement-1', reason: 'time' }]);
    expect(touched(skipped, play(skipped, call(1, 100)))).toEqual(['meeting meeting', 'items item-1']);
  });
});
