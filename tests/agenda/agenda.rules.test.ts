import { describe, expect, it } from '@jest/globals';
import { addItem, dropItem, moveItem, updateItem } from '../../src/agenda/agenda.rules.js';
import type { AgendaItemInput } from '../../src/agenda/agenda.type.js';
import { callItem, endItem, skipItem } from '../../src/agenda/call.rules.js';
import { draftComment } from '../../src/appraisal/comment.rules.js';
import { type Course, find } from '../../src/meeting/course.js';
import { pauseTurn } from '../../src/statement/statement.rules.js';
import { aMeeting, type Call, decide, play, refusal, refused, touched } from '../support/course.js';

const ids = ({ items }: Course) => items.map(({ id }) => id);
const positions = ({ items }: Course) => items.map(({ position }) => position);
const BREAK: AgendaItemInput = { kind: 'INTERMISSION', title: 'Tea' };
const five = (...calls: Call[]) =>
  play(aMeeting({ agenda: ['OPENING', 'STATEMENT', 'REMARKS', 'STATEMENT', 'CLOSING'] }), ...calls);

/** item-1 is DONE, item-2 is CURRENT and its speaker's turn is paused, the others wait. */
const inTheMiddle = () =>
  five([callItem, { itemId: 'item-1' }, 1], [callItem, { itemId: 'item-2' }, 5], [pauseTurn, {}, 9]);

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

describe('what has been called', () => {
  it.each([
    ['updateItem', updateItem, { title: 'x' }],
    ['moveItem', moveItem, { position: 5 }],
    ['dropItem', dropItem, {}],
  ] as const)('[A10] is not touched by %s', (_, rule, input) => {
    const course = inTheMiddle();
    const told = (itemId: string) => refused(() => decide(course, rule as Call[0], { ...input, itemId }));
    expect(told('item-1')).toEqual({ code: 'ALREADY_CALLED', status: 'DONE' });
    expect(told('item-2')).toEqual({ code: 'ALREADY_CALLED', status: 'CURRENT' });
  });

  it.each([1, 2])('[A10] has nothing put before it: position %d is refused', (position) => {
    const told = { code: 'INVALID_INPUT', field: 'position', problem: 'beforeCalled' };
    expect(refused(() => decide(inTheMiddle(), addItem, { ...BREAK, position }))).toEqual(told);
    expect(refused(() => decide(inTheMiddle(), moveItem, { itemId: 'item-5', position }))).toEqual(told);
  });

  it('[A10] keeps its place also when no item is current any more', () => {
    const course = five([callItem, { itemId: 'item-1' }], [endItem, {}]);
    expect(refusal(course, addItem, { ...BREAK, position: 1 })).toBe('INVALID_INPUT');
    expect(ids(decide(course, moveItem, { itemId: 'item-5', position: 2 }).course!)[1]).toBe('item-5');
  });

  it('[A10] is found by the last one called, even if others before it wait or were skipped', () => {
    const course = five([skipItem, { itemId: 'item-1', reason: 'late' }], [callItem, { itemId: 'item-3' }]);
    expect(refusal(course, moveItem, { itemId: 'item-5', position: 3 })).toBe('INVALID_INPUT');
    expect(ids(decide(course, moveItem, { itemId: 'item-5', position: 4 }).course!)).toEqual([
      'item-1',
      'item-2',
      'item-3',
      'item-5',
      'item-4',
    ]);
  });
});

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

describe('moving an item', () => {
  it.each([
    [1, ['item-4', 'item-1', 'item-2', 'item-3', 'item-5']],
    [3, ['item-1', 'item-2', 'item-4', 'item-3', 'item-5']],
    [4, ['item-1', 'item-2', 'item-3', 'item-4', 'item-5']],
    [5, ['item-1', 'item-2', 'item-3', 'item-5', 'item-4']],
  ])('[A13] puts it at position %d and numbers all items again', (position, order) => {
    const { course, entry } = decide(five(), moveItem, { itemId: 'item-4', position });
    expect(ids(course!)).toEqual(order);
    expect(positions(course!)).toEqual([1, 2, 3, 4, 5]);
    expect(entry).toEqual({ type: 'ItemMoved', itemId: 'item-4' });
  });

  it.each([0, -1, 6])('[A13] refuses position %d of five', (position) => {
    expect(refusal(five(), moveItem, { itemId: 'item-4', position })).toBe('INVALID_INPUT');
  });
});

describe('while an item is current', () => {
  it.each<[string, Call, string[]]>([
    ['adding an item', [addItem, { ...BREAK, position: 3 }], ['items item-3', 'items item-4', 'items item-5']],
    ['moving an item', [moveItem, { itemId: 'item-5', position: 3 }], ['items item-5', 'items item-3', 'items item-4']],
    ['dropping an item', [dropItem, { itemId: 'item-4' }], ['items item-5', 'items item-4', 'statements statement-2']],
  ])('[A13] %s touches neither it nor its timer nor anything called', (_, call, rows) => {
    const before = inTheMiddle();
    const after = play(before, call);
    const added = after.items.filter(({ id }) => !ids(before).includes(id)).map(({ id }) => `items ${id}`);
    expect(touched(before, after).toSorted()).toEqual([...rows, ...added].toSorted());
    expect(after.meeting).toBe(before.meeting);
    expect(after.turns).toBe(before.turns);
  });

  it.each<[string, Call]>([
    ['moved behind it', [moveItem, { itemId: 'item-2', position: 5 }]],
    ['dropped', [dropItem, { itemId: 'item-2' }]],
  ])('[A13] an earlier item that was never called can be %s: the current one only counts up', (_, call) => {
    const before = five([callItem, { itemId: 'item-4' }, 5], [pauseTurn, {}, 9]);
    const after = play(before, call);
    expect(find(after, 'items', 'item-4')).toEqual({ ...find(before, 'items', 'item-4'), position: 3 });
    expect(after.meeting).toBe(before.meeting);
    expect(after.turns).toBe(before.turns);
    expect(find(after, 'statements', 'statement-2')).toBe(find(before, 'statements', 'statement-2'));
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
