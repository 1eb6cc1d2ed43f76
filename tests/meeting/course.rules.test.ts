import { describe, expect, it } from '@jest/globals';
import { dropItem, moveItem, updateItem } from '../../src/agenda/agenda.rules.js';
import { callItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { editDraft, retractComment } from '../../src/appraisal/comment.rules.js';
import { find, put, without } from '../../src/meeting/course.js';
import { removeParticipant } from '../../src/people/participant.rules.js';
import { dropRequirement } from '../../src/requirement/requirement.rules.js';
import { addWrittenStatement, skipComment, startComment, writeStatement } from '../../src/statement/statement.rules.js';
import { aMeeting, type Call, decide, refused } from '../support/course.js';

describe('what a command names', () => {
  const unknown = {
    itemId: 'x',
    statementId: 'x',
    commentId: 'x',
    requirementId: 'x',
    participantId: 'x',
    speakerId: 'x',
  };
  const open = aMeeting({ agenda: ['WRITTEN_STATEMENTS', 'STATEMENT'], requirements: 1 });
  const block = aMeeting({ meeting: { format: 'BLOCK' } });

  it.each<[string, Call[0], object, string]>([
    ['callItem', callItem, {}, 'item'],
    ['recallSpeaker', recallSpeaker, {}, 'item'],
    ['skipItem', skipItem, { reason: 'x' }, 'item'],
    ['updateItem', updateItem, {}, 'item'],
    ['moveItem', moveItem, { position: 1 }, 'item'],
    ['dropItem', dropItem, {}, 'item'],
    ['addWrittenStatement', addWrittenStatement, { body: 'x' }, 'item'],
    ['addWrittenStatement', addWrittenStatement, { itemId: 'item-1', body: 'x' }, 'participant'],
    ['writeStatement', writeStatement, { body: 'x' }, 'statement'],
    ['startComment', startComment, {}, 'statement'],
    ['skipComment', skipComment, { reason: 'x' }, 'statement'],
    ['editDraft', editDraft, { body: 'x' }, 'comment'],
    ['retractComment', retractComment, { reason: 'x' }, 'comment'],
    ['dropRequirement', dropRequirement, {}, 'requirement'],
    ['removeParticipant', removeParticipant, {}, 'participant'],
  ])('[M13] %s refuses what the meeting does not have', (_, rule, input, what) => {
    const course = rule === startComment ? block : open;
    expect(refused(() => decide(course, rule, { ...unknown, ...input }))).toEqual({ code: 'NOT_FOUND', what, id: 'x' });
  });

  it('[M13] is found by its id', () => {
    const course = aMeeting({ requirements: 2 });
    expect(find(course, 'items', 'item-2')).toBe(course.items[1]);
    expect(find(course, 'requirements', 'requirement-2')).toBe(course.requirements[1]);
    expect(refused(() => find(course, 'turns', 'item-2'))).toEqual({
      code: 'NOT_FOUND',
      what: 'statement',
      id: 'item-2',
    });
  });
});

describe('a course', () => {
  it('[M14] is never changed: a rule puts a new one in its place and keeps the rows that stay', () => {
    const course = aMeeting();
    const guest = { ...course.participants[1]!, seat: '1' };
    const seated = put(course, 'participants', guest);
    expect(course.participants[1]!.seat).toBe('');
    expect(seated.participants.map((row, index) => row === course.participants[index])).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    expect(seated.items).toBe(course.items);
    const added = put(course, 'participants', { ...guest, id: 'late' });
    expect(added.participants).toEqual([...course.participants, { ...guest, id: 'late' }]);
    const left = without(course, 'participants', 'guest');
    expect(left.participants).toEqual(course.participants.filter(({ id }) => id !== 'guest'));
    expect(course.participants).toHaveLength(5);
  });
});
