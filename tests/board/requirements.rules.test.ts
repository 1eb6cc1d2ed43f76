import { describe, expect, it } from '@jest/globals';
import { endItem } from '../../src/agenda/call.rules.js';
import { revealRequirement } from '../../src/requirement/requirement.rules.js';
import { call } from '../support/calls.js';
import { aMeeting, play } from '../support/course.js';
import { board } from '../support/projection.js';

describe('the requirements on the board', () => {
  it('[B8] are those that were revealed, in their order', () => {
    const course = play(aMeeting({ agenda: ['REQUIREMENTS'], requirements: 3 }), call(1));
    expect(board(course).requirements).toEqual([]);
    const two = play(course, [revealRequirement, {}], [revealRequirement, {}]);
    expect(board(two).requirements).toEqual([
      { number: 1, heading: 'heading 1', body: 'body' },
      { number: 2, heading: 'heading 2', body: 'body' },
    ]);
    expect(JSON.stringify(board(two))).not.toContain('heading 3');
    expect(board(play(two, [endItem, {}])).requirements).toHaveLength(2);
  });
});
