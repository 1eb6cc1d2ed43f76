import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { endItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { find } from '../../src/meeting/course.js';
import type { MeetingFormat } from '../../src/meeting/meeting.type.js';
import { endStatement, skipComment } from '../../src/statement/statement.rules.js';
import { call, say, skip } from '../support/calls.js';
import { aMeeting, at, type Call, decide, play, refusal, refused } from '../support/course.js';

/** item-2 was spoken from 10 to 100, commented on, and ended at 200. */
const heard = (...calls: Call[]) =>
  play(aMeeting(), call(2, 10), [endStatement, {}, 100], say(1, 150), [endItem, {}, 200], ...calls);

describe('calling a speaker again', () => {
  it('[A2] begins a second turn and leaves the first as it was', () => {
    const before = heard(call(1, 300));
    const { course: after, entry } = decide(before, recallSpeaker, { itemId: 'item-2' }, 400);
    const [first, second] = after!.turns;
    expect(first).toBe(before.turns[0]);
    expect(second).toEqual({ ...first, id: second!.id, number: 2, startedAt: at(400).at, endedAt: null });
    expect(find(after!, 'items', 'item-2')).toEqual({
      ...find(before, 'items', 'item-2'),
      status: 'CURRENT',
      calledAt: at(400).at,
      endedAt: null,
    });
    expect(find(after!, 'items', 'item-1').status).toBe('DONE');
    expect(find(after!, 'statements', 'statement-1').phase).toBe('STATEMENT');
    expect(entry).toEqual({
      type: 'ItemCalled',
      itemId: 'item-2',
      statementId: 'statement-1',
      turnId: second!.id,
    });
  });

  it('[A2] can be done again and again: turns are numbered on', () => {
    const again: Call[] = [
      [recallSpeaker, { itemId: 'item-2' }, 500],
      [endItem, {}, 600],
    ];
    expect(heard(...again, ...again, ...again).turns.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('[A2] takes back that the comment was skipped: the statement is to be commented on again', () => {
    const skipped = play(
      aMeeting(),
      call(2),
      [endStatement, {}],
      [skipComment, { statementId: 'statement-1', reason: 'time' }],
    );
    const recalled = play(skipped, [recallSpeaker, { itemId: 'item-2' }], [endStatement, {}]);
    expect(find(recalled, 'statements', 'statement-1')).toMatchObject({ phase: 'COMMENT', commentSkipReason: null });
    expect(refusal(recalled, endItem, {})).toBe('COMMENT_MISSING');
  });

  it.each([
    ['ONE_BY_ONE', [[skipComment, { statementId: 'statement-1', reason: 'time' }]]],
    ['BLOCK', []],
  ] as [MeetingFormat, Call[]][])('[A8] a recalled speaker is not skipped in the %s format', (format, calls) => {
    const heard = play(aMeeting({ meeting: { format } }), call(2), [endStatement, {}], ...calls);
    const recalled = play(heard, [recallSpeaker, { itemId: 'item-2' }]);
    expect(refusal(recalled, skipItem, { itemId: 'item-2', reason: 'enough' })).toBe('ALREADY_HEARD');
    // One who was skipped while speaking and called later was never heard to the end.
    const again = play(aMeeting({ meeting: { format } }), call(2), skip(2), call(2), skip(2));
    expect(find(again, 'items', 'item-2').status).toBe('SKIPPED');
  });

  it('[A2] refuses a speaker who was not heard yet, is being heard, or was skipped', () => {
    const recall = (...calls: Call[]) => refusal(play(aMeeting(), ...calls), recallSpeaker, { itemId: 'item-2' });
    expect(recall()).toBe('NOT_YET_HEARD');
    expect(recall(call(2))).toBe('ALREADY_CALLED');
    expect(recall([skipItem, { itemId: 'item-2', reason: 'ill' }])).toBe('NOT_YET_HEARD');
  });

  it.each<ItemKind>(['OPENING', 'WRITTEN_STATEMENTS', 'BALLOT', 'REMARKS', 'REQUIREMENTS', 'INTERMISSION', 'CLOSING'])(
    '[A2] refuses an item of kind %s, which nobody speaks to',
    (kind) => {
      const course = play(aMeeting({ agenda: [kind, 'STATEMENT'], written: 1 }), call(1), [endItem, {}]);
      expect(refused(() => decide(course, recallSpeaker, { itemId: 'item-1' }))).toEqual({ code: 'WRONG_KIND', kind });
    },
  );

  it('[A2] [A4] leaves the current statement under the same conditions as any call', () => {
    const course = heard(call(3, 300));
    expect(refusal(course, recallSpeaker, { itemId: 'item-2' }, 400)).toBe('COMMENT_MISSING');
  });
});
