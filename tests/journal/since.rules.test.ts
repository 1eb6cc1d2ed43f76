import { describe, expect, it } from '@jest/globals';
import { addItem, dropItem, moveItem, updateItem } from '../../src/agenda/agenda.rules.js';
import { correctComment, draftComment, retractComment } from '../../src/appraisal/comment.rules.js';
import { addParticipant } from '../../src/people/participant.rules.js';
import { addRequirement, dropRequirement } from '../../src/requirement/requirement.rules.js';
import { writeStatement } from '../../src/statement/statement.rules.js';
import { call, end, say, skip } from '../support/calls.js';
import { type Call, refused } from '../support/course.js';
import { perform, run, undo } from '../support/journal.js';
import { heard, oneByOne, pause, plain } from '../support/undoing.js';

describe('what was done since a step', () => {
  const PERSON = '0190a000-0000-7000-8000-0000000000aa';

  it.each<[string, Call]>([
    ['an item added at the end', [addItem, { kind: 'REMARKS', title: 'x' }]],
    ['an item moved behind', [moveItem, { itemId: 'item-5', position: 4 }]],
    ['another item dropped', [dropItem, { itemId: 'item-5' }]],
    ['another statement handed in', [writeStatement, { statementId: 'statement-2', body: 'x' }]],
    ['a participant added', [addParticipant, { personId: PERSON, duties: ['GUEST'], seat: '' }]],
    ['a requirement added', [addRequirement, { heading: 'x', body: '' }]],
    ['a requirement dropped', [dropRequirement, { requirementId: 'requirement-1' }]],
    ['a draft on the same statement', [draftComment, { statementId: 'statement-1', authorId: 'chair', body: 'x' }]],
  ])('[U1] stays when it has nothing to do with the step: %s', (_, later) => {
    const kept = perform(oneByOne(call(1, 5)), call(2, 10), later);
    const undone = undo(kept).course;
    const without = perform(oneByOne(call(1, 5)), later).course;
    expect(plain(undone)).toEqual(plain(without));
  });

  it.each<[string, Call[], Call, string]>([
    ['a comment on the statement that the step called', [call(4, 5)], say(3, 40), 'CommentPosted'],
    ['a comment on the statement that the step ended', [call(2, 10), end(30)], say(1, 40), 'CommentPosted'],
    ['a comment on the statement that the step left', [...heard, call(3, 50)], say(1, 40), 'CommentPosted'],
    [
      'a text for the statement that the step called',
      [call(2, 10)],
      [writeStatement, { statementId: 'statement-1', body: 'x' }],
      'StatementWritten',
    ],
    [
      'a change of the item that the step skipped',
      [skip(2)],
      [updateItem, { itemId: 'item-2', title: 'x' }],
      'ItemUpdated',
    ],
    ['the end of the item that the step skipped', [skip(1)], [dropItem, { itemId: 'item-1' }], 'ItemDropped'],
    ['a new number for the item that the step called', [call(2, 10)], [dropItem, { itemId: 'item-1' }], 'ItemDropped'],
  ])('[U2] refuses undo after %s', (_, calls, later, type) => {
    const kept = perform(oneByOne(...calls), later);
    expect(refused(() => undo(kept))).toEqual({ code: 'STEP_DEPENDED_ON', type });
  });

  it.each<[string, Call[0], object, string]>([
    ['corrected', correctComment, { body: 'x', reason: 'x' }, 'CommentCorrected'],
    ['retracted', retractComment, { reason: 'x' }, 'CommentRetracted'],
  ])('[U2] refuses undo after a comment was %s on the statement that the step left', (_, rule, input, type) => {
    const kept = oneByOne(...heard, call(3, 50));
    const commentId = kept.course.comments[0]!.id;
    expect(refused(() => undo(run(kept, rule, { ...input, commentId })))).toEqual({ code: 'STEP_DEPENDED_ON', type });
  });

  it('[U2] does not look past the last step that stands: what it rests on is older', () => {
    const kept = oneByOne(...heard, call(3, 50), pause);
    expect(undo(kept).course.turns[1]!.pausedAt).toBeNull();
  });

  it('[U2] holds for the step before, once the last one was undone', () => {
    const kept = undo(oneByOne(...heard, call(3, 50)));
    expect(refused(() => undo(kept))).toEqual({ code: 'STEP_DEPENDED_ON', type: 'CommentPosted' });
  });
});
