import { describe, expect, it } from '@jest/globals';
import { addItem, dropItem, moveItem } from '../../src/agenda/agenda.rules.js';
import { callItem } from '../../src/agenda/call.rules.js';
import { diff, restore, rowsBefore } from '../../src/journal/diff.js';
import { find, withMeeting } from '../../src/meeting/course.js';
import { writeStatement } from '../../src/statement/statement.rules.js';
import { aMeeting, at, type Call, decide, play } from '../support/course.js';

const change = (course = aMeeting(), ...[rule, input]: Call) => decide(course, rule, input).course!;
const json = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

describe('what differs between two states of a course', () => {
  it('[U4] is nothing when nothing changed', () => {
    const course = aMeeting();
    expect(diff(course, course)).toEqual([]);
    expect(diff(course, { ...course })).toEqual([]);
  });

  it('[U4] is each row that was put in place of another, with both', () => {
    const before = aMeeting();
    const after = change(before, writeStatement, { statementId: 'statement-2', body: 'x' });
    expect(diff(before, after)).toEqual([
      {
        part: 'statements',
        id: 'statement-2',
        before: before.statements[1],
        after: { ...before.statements[1], body: 'x' },
      },
    ]);
  });

  it('[U4] is each row that was added, after what it refers to', () => {
    const before = aMeeting();
    const after = change(before, callItem, { itemId: 'item-2' });
    const [turn] = after.turns;
    expect(diff(before, after)).toEqual([
      { part: 'meeting', id: 'meeting', before: before.meeting, after: after.meeting },
      { part: 'items', id: 'item-2', before: before.items[1], after: after.items[1] },
      { part: 'statements', id: 'statement-1', before: before.statements[0], after: after.statements[0] },
      { part: 'turns', id: turn!.id, before: null, after: turn },
    ]);
  });

  it('[U4] is each row that was removed, and those that were numbered again', () => {
    const before = aMeeting();
    const after = change(before, dropItem, { itemId: 'item-2' });
    expect(diff(before, after)).toEqual([
      { part: 'items', id: 'item-3', before: before.items[2], after: { ...before.items[2], position: 2 } },
      { part: 'items', id: 'item-4', before: before.items[3], after: { ...before.items[3], position: 3 } },
      { part: 'items', id: 'item-2', before: before.items[1], after: null },
      { part: 'statements', id: 'statement-1', before: before.statements[0], after: null },
    ]);
  });

  it('[U4] is everything when the meeting is new', () => {
    const course = aMeeting({ requirements: 1 });
    const changes = diff(null, course);
    const { meeting, participants, items, statements, requirements } = course;
    expect(changes.map(({ after }) => after)).toEqual([
      meeting,
      ...participants,
      ...items,
      ...statements,
      ...requirements,
    ]);
    expect(changes.every(({ before }) => before === null)).toBe(true);
  });
});

describe('the rows before a change', () => {
  it('[U4] are kept as they stood, without the meeting’s seq and epoch; null for what there was not', () => {
    const before = aMeeting();
    const after = change(before, callItem, { itemId: 'item-2' });
    const { seq, epoch, ...meeting } = before.meeting;
    expect([seq, epoch]).toEqual([10, expect.any(String)]);
    expect(rowsBefore(diff(before, after))).toEqual([
      { part: 'meeting', id: 'meeting', row: meeting },
      { part: 'items', id: 'item-2', row: before.items[1] },
      { part: 'statements', id: 'statement-1', row: before.statements[0] },
      { part: 'turns', id: after.turns[0]!.id, row: null },
    ]);
  });

  it.each<[string, Call]>([
    ['adding', [addItem, { kind: 'INTERMISSION', title: 'Tea', position: 2 }]],
    ['moving', [moveItem, { itemId: 'item-3', position: 2 }]],
    ['dropping', [dropItem, { itemId: 'item-4' }]],
    ['calling', [callItem, { itemId: 'item-3' }]],
  ])('[U4] put back after %s, through JSON, give the course as it was, in its order', (_, step) => {
    const before = play(aMeeting(), [callItem, { itemId: 'item-1' }, 5], [moveItem, { itemId: 'item-4', position: 2 }]);
    const after = play(before, step);
    const moved = withMeeting(after, { seq: 11 });
    expect(restore(moved, json(rowsBefore(diff(before, after))))).toEqual(withMeeting(before, { seq: 11 }));
  });

  it('[U4] give instants back as instants and leave texts that look like them', () => {
    const before = play(aMeeting({ meeting: { title: '2022-02-10T04:00:00.000Z' } }), [
      callItem,
      { itemId: 'item-1' },
      5,
    ]);
    const after = play(before, [callItem, { itemId: 'item-4' }, 9]);
    const restored = restore(after, json(rowsBefore(diff(before, after))));
    expect(find(restored, 'items', 'item-1').calledAt).toEqual(at(5).at);
    expect(restored.meeting.startsAt).toBeInstanceOf(Date);
    expect(restored.meeting.title).toBe('2022-02-10T04:00:00.000Z');
    expect(restored.meeting.closedAt).toBeNull();
  });
});
