import { describe, expect, it } from '@jest/globals';
import { addItem, dropItem, moveItem, updateItem } from '../../src/agenda/agenda.rules.js';
import { callItem, endItem, skipItem } from '../../src/agenda/call.rules.js';
import { find } from '../../src/meeting/course.js';
import { pauseTurn } from '../../src/statement/statement.rules.js';
import { BREAK, five, ids, positions } from '../support/agenda.js';
import { type Call, decide, play, refusal, refused, touched } from '../support/course.js';

/** item-1 is DONE, item-2 is CURRENT and its speaker's turn is paused, the others wait. */
const inTheMiddle = () =>
  five([callItem, { itemId: 'item-1' }, 1], [callItem, { itemId: 'item-2' }, 5], [pauseTurn, {}, 9]);

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
