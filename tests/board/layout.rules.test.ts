import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { endItem } from '../../src/agenda/call.rules.js';
import type { Board } from '../../src/board/board.type.js';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import { pauseMeeting, resumeMeeting } from '../../src/meeting/meeting.rules.js';
import { MeetingStatus } from '../../src/meeting/meeting.type.js';
import { pauseTurn, skipComment, startComment } from '../../src/statement/statement.rules.js';
import { call, end, recall, skip } from '../support/calls.js';
import { aMeeting, at, play } from '../support/course.js';
import { block, board, boardAfter, say, three } from '../support/projection.js';

describe('the layout of the board', () => {
  const reviewed = play(three, call(2), end(), say(1));

  it.each<[string, Course, Board['state']]>([
    ['LIVE without a current item', three, 'AGENDA'],
    ['a current OPENING', play(three, call(1)), 'AGENDA'],
    ['a speaker who speaks', play(three, call(2)), 'STATEMENT'],
    ['a speaker whose clock is paused', play(three, call(2), [pauseTurn, {}]), 'STATEMENT'],
    ['a statement that waits for its comment', play(three, call(2), end()), 'COMMENT'],
    ['a statement that was commented on', reviewed, 'COMMENT'],
    ['a recalled speaker', play(reviewed, [endItem, {}], recall(2)), 'STATEMENT'],
    ['a speaker who was skipped', play(three, call(2), skip(2)), 'AGENDA'],
    [
      'a statement whose comment was skipped',
      play(three, call(2), end(), [skipComment, { statementId: 'statement-1', reason: 'x' }]),
      'AGENDA',
    ],
    ['a statement that was made, in BLOCK', play(block, call(2), end()), 'AGENDA'],
    [
      'the comment on it, in BLOCK',
      play(block, call(2), end(), skip(3), skip(4), [startComment, { statementId: 'statement-1' }]),
      'COMMENT',
    ],
    ['a pause while somebody speaks', play(three, call(2), [pauseMeeting, {}]), 'INTERMISSION'],
    ['the end of that pause', play(three, call(2), [pauseMeeting, {}], [resumeMeeting, {}]), 'STATEMENT'],
  ])('[B2] for %s is the one that belongs to it', (_, course, state) => {
    expect(board(course).state).toBe(state);
  });

  it.each<[ItemKind, Board['state']]>([
    ['OPENING', 'AGENDA'],
    ['STATEMENT', 'STATEMENT'],
    ['WRITTEN_STATEMENTS', 'WRITTEN_STATEMENTS'],
    ['BALLOT', 'AGENDA'],
    ['REMARKS', 'AGENDA'],
    ['REQUIREMENTS', 'REQUIREMENTS'],
    ['INTERMISSION', 'INTERMISSION'],
    ['CLOSING', 'AGENDA'],
  ])('[B2] for a current item of kind %s is %s', (kind, state) => {
    const shown = boardAfter(aMeeting({ agenda: [kind] }), call(1));
    expect([shown.state, shown.current?.kind]).toEqual([state, kind]);
  });

  it.each(Object.keys(MeetingStatus) as (keyof typeof MeetingStatus)[])(
    '[B2] is that of the status first, whatever item is current: %s',
    (status) => {
      const layouts = {
        DRAFT: 'STANDBY',
        SCHEDULED: 'STANDBY',
        LIVE: 'STATEMENT',
        PAUSED: 'INTERMISSION',
        CLOSED: 'CLOSED',
        ARCHIVED: 'CLOSED',
      };
      const pausedAt = status === 'PAUSED' ? at(60).at : null;
      const shown = board(withMeeting(play(three, call(2)), { status, pausedAt }));
      expect(shown.state).toBe(layouts[status]);
      expect(shown.statement === null).toBe(status !== 'LIVE');
      expect(shown.intermission === null).toBe(status !== 'PAUSED');
      expect(shown.comments).toEqual([]);
    },
  );
});
