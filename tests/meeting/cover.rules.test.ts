import { describe, expect, it } from '@jest/globals';
import { callItem } from '../../src/agenda/call.rules.js';
import { type Rule, withMeeting } from '../../src/meeting/course.js';
import { blackOutBoard, lightBoard, showMessage, withdrawMessage } from '../../src/meeting/cover.rules.js';
import { closeMeeting, unscheduleMeeting } from '../../src/meeting/meeting.rules.js';
import { aMeeting, at, decide, play, refused, touched } from '../support/course.js';
import { keep, run, undo } from '../support/journal.js';

const BLACK = [blackOutBoard, {}] as const;
const SAY = [showMessage, { text: 'Please be seated' }] as const;

describe('what covers the board', () => {
  const course = play(aMeeting(), [callItem, { itemId: 'item-2' }]);

  it('[B9] is black, and then lit; nothing beneath is touched', () => {
    const black = decide(course, ...BLACK);
    expect(black.entry).toEqual({ type: 'BoardBlackedOut' });
    expect(touched(course, black.course!)).toEqual(['meeting meeting']);
    expect(black.course).toEqual(withMeeting(course, { isBlackedOut: true }));
    const lit = decide(black.course!, lightBoard, {});
    expect(lit).toEqual({ course, entry: { type: 'BoardLit' }, id: 'meeting' });
  });

  it('[B11] is a message, whose text no entry holds; a new one takes its place', () => {
    const shown = decide(course, showMessage, { text: '  Please\n be   seated ' });
    expect(shown.entry).toEqual({ type: 'MessageShown' });
    expect(shown.course).toEqual(withMeeting(course, { message: 'Please be seated' }));
    const other = decide(shown.course!, showMessage, { text: '请就座' });
    expect(other.course!.meeting.message).toBe('请就座');
    const gone = decide(other.course!, withdrawMessage, {});
    expect(gone).toEqual({ course, entry: { type: 'MessageWithdrawn' }, id: 'meeting' });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['字'.repeat(61), 'tooLong'],
    ['\0', 'notText'],
  ])('[B11] refuses a message that is %j', (text, problem) => {
    expect(refused(() => decide(course, showMessage, { text }))).toMatchObject({ code: 'INVALID_INPUT', problem });
    expect(decide(course, showMessage, { text: '字'.repeat(60) }).course!.meeting.message).toHaveLength(60);
  });

  const black = play(course, [...BLACK], [...SAY]);
  it.each<[string, typeof course, Rule<any>, object]>([
    ['black already', black, ...BLACK],
    ['lit already', course, lightBoard, {}],
    ['shown already', black, ...SAY],
    ['without a message', course, withdrawMessage, {}],
  ])('[B9] [B11] writes nothing where it is %s', (_, world, rule, input) => {
    expect(decide(world, rule, input)).toEqual({ course: world, id: 'meeting' });
  });

  it('[B10] stays as it is when a step is taken back, and is not in the way of that', () => {
    const called = run(keep(aMeeting()), callItem, { itemId: 'item-2' }, 1);
    const covered = run(run(called, ...BLACK), ...SAY);
    const back = undo(covered).course;
    expect(back.meeting).toMatchObject({ currentItemId: null, isBlackedOut: true, message: 'Please be seated' });
    const uncovered = run(run(covered, lightBoard, {}), withdrawMessage, {});
    expect(undo(uncovered).course.meeting).toMatchObject({ currentItemId: null, isBlackedOut: false, message: null });
  });

  it('[B10] ends with the meeting, and does not come back when its closing is undone', () => {
    const open = run(run(keep(aMeeting({ agenda: ['OPENING'] })), ...BLACK), ...SAY);
    const closed = run(open, closeMeeting, {});
    const none = { isBlackedOut: false, message: null };
    expect(closed.course.meeting).toMatchObject({ status: 'CLOSED', ...none });
    expect(undo(closed).course.meeting).toMatchObject({ status: 'LIVE', ...none });
    const scheduled = play(aMeeting({ meeting: { status: 'SCHEDULED' } }), [...BLACK], [...SAY]);
    expect(unscheduleMeeting(scheduled, {}, at(0)).course!.meeting).toMatchObject({ status: 'DRAFT', ...none });
  });
});
