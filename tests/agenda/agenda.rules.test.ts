import { describe, expect, it } from '@jest/globals';
import { addItem, dropItem } from '../../src/agenda/agenda.rules.js';
import type { AgendaItemInput } from '../../src/agenda/agenda.type.js';
import { callItem, skipItem } from '../../src/agenda/call.rules.js';
import { draftComment } from '../../src/appraisal/comment.rules.js';
import { BREAK, five, ids, positions } from '../support/agenda.js';
import { aMeeting, type Call, decide, refused } from '../support/course.js';

describe('adding an item', () => {
  it('[A11] puts it at the end, PENDING and never called', () => {
    const course = five();
    const { course: next, entry, id } = decide(course, addItem, { ...BREAK, title: ' Tea ', plannedSeconds: 600 });
    const item = {
      id,
      meetingId: 'meeting',
      position: 6,
      kind: 'INTERMISSION',
      title: 'Tea',
      status: 'PENDING',
      plannedSeconds: 600,
      calledAt: null,
      endedAt: null,
      skipReason: null,
      notes: '',
    };
    expect(next).toEqual({ ...course, items: [...course.items, item] });
    expect(entry).toEqual({ type: 'ItemAdded', itemId: id });
  });

  it('[A11] puts it at a position and numbers the items after it again', () => {
    const course = five();
    const { course: next, id } = decide(course, addItem, { ...BREAK, position: 2 });
    expect(ids(next!)).toEqual(['item-1', id, 'item-2', 'item-3', 'item-4', 'item-5']);
    expect(positions(next!)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('[A11] gives a STATEMENT its statement, which waits for its speaker', () => {
    const course = five();
    const { course: next, id } = decide(course, addItem, { kind: 'STATEMENT', title: 'Spare', speakerId: 'spare' });
    expect(next!.statements).toEqual([
      ...course.statements,
      {
        id: next!.statements.at(-1)!.id,
        meetingId: 'meeting',
        itemId: id,
        speakerId: 'spare',
        mode: 'ON_SITE',
        phase: 'WAITING',
        body: null,
        heardAt: null,
        commentSkipReason: null,
      },
    ]);
  });

  it.each<[string, AgendaItemInput, object]>([
    [
      'no speaker',
      { kind: 'STATEMENT', title: 'x' },
      { code: 'INVALID_INPUT', field: 'speakerId', problem: 'missing' },
    ],
    [
      'a speaker of something else',
      { ...BREAK, speakerId: 'spare' },
      { code: 'INVALID_INPUT', field: 'speakerId', problem: 'notHere' },
    ],
    [
      'a speaker without the duty',
      { kind: 'STATEMENT', title: 'x', speakerId: 'guest' },
      { code: 'MISSING_DUTY', duty: 'SPEAKER' },
    ],
    [
      'a speaker of another statement',
      { kind: 'STATEMENT', title: 'x', speakerId: 'speaker-2' },
      { code: 'DUPLICATE', what: 'statement' },
    ],
    [
      'an unknown speaker',
      { kind: 'STATEMENT', title: 'x', speakerId: 'nobody' },
      { code: 'NOT_FOUND', what: 'participant', id: 'nobody' },
    ],
    ['no title', { ...BREAK, title: ' ' }, { code: 'INVALID_INPUT', field: 'title', problem: 'empty' }],
    [
      'a long title',
      { ...BREAK, title: 'x'.repeat(201) },
      { code: 'INVALID_INPUT', field: 'title', problem: 'tooLong', limit: 200 },
    ],
    [
      'too short a time',
      { ...BREAK, plannedSeconds: 9 },
      { code: 'INVALID_INPUT', field: 'plannedSeconds', problem: 'tooSmall', limit: 10 },
    ],
    [
      'too long a time',
      { ...BREAK, plannedSeconds: 14_401 },
      { code: 'INVALID_INPUT', field: 'plannedSeconds', problem: 'tooLarge', limit: 14_400 },
    ],
    [
      'position 0',
      { ...BREAK, position: 0 },
      { code: 'INVALID_INPUT', field: 'position', problem: 'tooSmall', limit: 1 },
    ],
    [
      'a position after the end',
      { ...BREAK, position: 7 },
      { code: 'INVALID_INPUT', field: 'position', problem: 'tooLarge', limit: 6 },
    ],
  ])('[A11] refuses %s', (_, input, told) => {
    expect(refused(() => decide(five(), addItem, input))).toEqual(told);
  });
});

describe('dropping an item', () => {
  it('[A14] takes its statement with it and leaves no hole', () => {
    const course = five();
    const { course: next, entry } = decide(course, dropItem, { itemId: 'item-2' });
    expect(ids(next!)).toEqual(['item-1', 'item-3', 'item-4', 'item-5']);
    expect(positions(next!)).toEqual([1, 2, 3, 4]);
    expect(next!.statements).toEqual([course.statements[1]]);
    expect(entry).toEqual({ type: 'ItemDropped', itemId: 'item-2' });
  });

  it('[A14] takes all written statements of the item with it', () => {
    const course = aMeeting({ agenda: ['WRITTEN_STATEMENTS', 'STATEMENT'], written: 2 });
    expect(decide(course, dropItem, { itemId: 'item-1' }).course!.statements).toEqual([course.statements[2]]);
  });

  it.each<[string, Call[]]>([
    [
      'spoken',
      [
        [callItem, { itemId: 'item-2' }],
        [skipItem, { itemId: 'item-2', reason: 'ill' }],
      ],
    ],
    ['commented on in a draft', [[draftComment, { statementId: 'statement-1', authorId: 'chair', body: 'x' }]]],
  ])('[A14] refuses one whose statement was %s', (_, calls) => {
    const course = five(...calls);
    expect(refused(() => decide(course, dropItem, { itemId: 'item-2' }))).toEqual({
      code: 'IN_USE',
      what: 'statement',
    });
  });

  it('[A14] allows a skipped one that was never called', () => {
    const course = five([skipItem, { itemId: 'item-2', reason: 'ill' }]);
    expect(ids(decide(course, dropItem, { itemId: 'item-2' }).course!)).toEqual([
      'item-1',
      'item-3',
      'item-4',
      'item-5',
    ]);
  });
});
