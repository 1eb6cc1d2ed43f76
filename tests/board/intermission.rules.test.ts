import { describe, expect, it } from '@jest/globals';
import { endItem } from '../../src/agenda/call.rules.js';
import { pauseMeeting, resumeMeeting } from '../../src/meeting/meeting.rules.js';
import { call } from '../support/calls.js';
import { aMeeting, at, play } from '../support/course.js';
import { board, boardAfter, three } from '../support/projection.js';

describe('an intermission on the board', () => {
  const onAgenda = aMeeting({ agenda: ['INTERMISSION', 'STATEMENT'] });
  const planned = { ...onAgenda, items: onAgenda.items.map((item) => ({ ...item, plannedSeconds: 900 })) };

  it('[B5] that was announced says when the meeting goes on, another only since when it rests', () => {
    expect(boardAfter(three, [pauseMeeting, { returnInSeconds: 600 }, 60]).intermission).toEqual({
      title: '',
      since: at(60).at,
      returnsAt: at(660).at,
    });
    expect(boardAfter(three, [pauseMeeting, {}, 60]).intermission).toEqual({
      title: '',
      since: at(60).at,
      returnsAt: null,
    });
  });

  it('[B5] on the agenda ends after its planned time, if it has one', () => {
    expect(boardAfter(planned, call(1, 60)).intermission).toEqual({
      title: 'INTERMISSION 1',
      since: at(60).at,
      returnsAt: at(960).at,
    });
    expect(boardAfter(onAgenda, call(1, 60)).intermission).toEqual({
      title: 'INTERMISSION 1',
      since: at(60).at,
      returnsAt: null,
    });
  });

  it('[B5] is the pause where the meeting is paused during a break on the agenda, and the break again after it', () => {
    const paused = play(planned, call(1, 60), [pauseMeeting, { returnInSeconds: 30 }, 100]);
    expect(board(paused).intermission).toEqual({ title: '', since: at(100).at, returnsAt: at(130).at });
    expect(boardAfter(paused, [resumeMeeting, {}, 120]).intermission).toEqual({
      title: 'INTERMISSION 1',
      since: at(60).at,
      returnsAt: at(960).at,
    });
  });

  it('[B5] is not shown once it is over', () => {
    expect(boardAfter(planned, call(1, 60), [endItem, {}]).intermission).toBeNull();
    expect(boardAfter(planned, call(1, 60), call(2)).intermission).toBeNull();
  });
});
