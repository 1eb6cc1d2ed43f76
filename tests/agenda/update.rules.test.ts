import { describe, expect, it } from '@jest/globals';
import { updateItem } from '../../src/agenda/agenda.rules.js';
import { callItem, skipItem } from '../../src/agenda/call.rules.js';
import { draftComment } from '../../src/appraisal/comment.rules.js';
import { find } from '../../src/meeting/course.js';
import { five } from '../support/agenda.js';
import { type Call, decide, refusal, refused } from '../support/course.js';

describe('changing an item', () => {
  it('[A12] changes its title and time, and leaves what is not given', () => {
    const course = five();
    const item = find(course, 'items', 'item-4');
    const titled = decide(course, updateItem, { itemId: 'item-4', title: ' New ', plannedSeconds: null });
    expect(titled.course).toEqual({
      ...course,
      items: course.items.map((row) => (row.id === item.id ? { ...row, title: 'New' } : row)),
    });
    expect(titled.entry).toEqual({ type: 'ItemUpdated', itemId: 'item-4' });
    const timed = decide(course, updateItem, { itemId: 'item-4', title: null, plannedSeconds: 300 }).course!;
    expect(find(timed, 'items', 'item-4')).toEqual({ ...item, plannedSeconds: 300 });
    expect(refusal(course, updateItem, { itemId: 'item-4', plannedSeconds: 5 })).toBe('INVALID_INPUT');
    expect(refusal(course, updateItem, { itemId: 'item-4', title: '' })).toBe('INVALID_INPUT');
  });

  it('[A12] gives a statement to another speaker, and only to one who has none', () => {
    const course = five();
    const given = decide(course, updateItem, { itemId: 'item-4', speakerId: 'spare' }).course!;
    expect(find(given, 'statements', 'statement-2')).toEqual({ ...course.statements[1], speakerId: 'spare' });
    expect(decide(course, updateItem, { itemId: 'item-4', speakerId: 'speaker-2' }).course).toEqual(course);
    expect(refusal(course, updateItem, { itemId: 'item-4', speakerId: 'speaker-1' })).toBe('DUPLICATE');
    expect(refusal(course, updateItem, { itemId: 'item-4', speakerId: 'guest' })).toBe('MISSING_DUTY');
    expect(refused(() => decide(course, updateItem, { itemId: 'item-3', speakerId: 'spare' }))).toEqual({
      code: 'INVALID_INPUT',
      field: 'speakerId',
      problem: 'notHere',
    });
  });

  it.each<[string, Call[]]>([
    [
      'a turn',
      [
        [callItem, { itemId: 'item-2' }],
        [skipItem, { itemId: 'item-2', reason: 'ill' }],
      ],
    ],
    ['a draft', [[draftComment, { statementId: 'statement-1', authorId: 'chair', body: 'x' }]]],
  ])('[A12] does not give a statement with %s to another speaker, whose it would then be', (_, calls) => {
    const course = five(...calls);
    expect(refused(() => decide(course, updateItem, { itemId: 'item-2', speakerId: 'spare' }))).toEqual({
      code: 'IN_USE',
      what: 'statement',
    });
    const same = { itemId: 'item-2', speakerId: 'speaker-1', title: 'New' };
    expect(find(decide(course, updateItem, same).course!, 'items', 'item-2').title).toBe('New');
  });
});
