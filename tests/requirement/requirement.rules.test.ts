import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { endItem } from '../../src/agenda/call.rules.js';
import {
  addRequirement,
  dropRequirement,
  revealRequirement,
  updateRequirement,
} from '../../src/requirement/requirement.rules.js';
import { call } from '../support/calls.js';
import { aMeeting, at, type Call, decide, play, refusal, refused, touched } from '../support/course.js';

const REVEAL: Call = [revealRequirement, {}];
const four = (...calls: Call[]) => play(aMeeting({ agenda: ['REQUIREMENTS', 'CLOSING'], requirements: 4 }), ...calls);
const TEXTS = { heading: ' Study ', body: ' Be diligent. ' };

describe('adding a requirement', () => {
  it('[R1] gives it the next number, unrevealed', () => {
    const course = four(call(1), REVEAL);
    const { course: next, entry, id } = decide(course, addRequirement, TEXTS);
    const row = { id, meetingId: 'meeting', number: 5, heading: 'Study', body: 'Be diligent.', revealedAt: null };
    expect(next).toEqual({ ...course, requirements: [...course.requirements, row] });
    expect(entry).toEqual({ type: 'RequirementAdded', requirementId: id });
  });

  it.each([
    [
      { heading: ' ', body: '' },
      { field: 'heading', problem: 'empty' },
    ],
    [
      { heading: 'x'.repeat(201), body: '' },
      { field: 'heading', problem: 'tooLong', limit: 200 },
    ],
    [
      { heading: 'x', body: 'x'.repeat(5001) },
      { field: 'body', problem: 'tooLong', limit: 5000 },
    ],
  ])('[R1] [R2] needs a heading of up to 200 characters; its text may be empty, up to 5000', (input, problem) => {
    const told = { code: 'INVALID_INPUT', ...problem };
    expect(refused(() => decide(four(), addRequirement, input))).toEqual(told);
    expect(refused(() => decide(four(), updateRequirement, { ...input, requirementId: 'requirement-1' }))).toEqual(
      told,
    );
    expect(decide(four(), addRequirement, { heading: 'x', body: ' ' }).course!.requirements[4]!.body).toBe('');
  });
});

describe('changing and dropping requirements', () => {
  it('[R2] changes one that the room has not read', () => {
    const course = four(call(1), REVEAL);
    const input = { ...TEXTS, requirementId: 'requirement-2' };
    const { course: next, entry } = decide(course, updateRequirement, input);
    expect(touched(course, next!)).toEqual(['requirements requirement-2']);
    expect(next!.requirements[1]).toEqual({ ...course.requirements[1], heading: 'Study', body: 'Be diligent.' });
    expect(entry).toEqual({ type: 'RequirementUpdated', requirementId: 'requirement-2' });
  });

  it('[R2] drops one that the room has not read, and numbers the later ones again', () => {
    const course = four(call(1), REVEAL);
    const { course: next, entry } = decide(course, dropRequirement, { requirementId: 'requirement-3' });
    const [first, second, , fourth] = course.requirements;
    expect(next).toEqual({ ...course, requirements: [first, second, { ...fourth, number: 3 }] });
    expect(entry).toEqual({ type: 'RequirementDropped', requirementId: 'requirement-3' });
    expect(play(next!, [addRequirement, TEXTS]).requirements.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  it('[R2] leaves what the room has read as it is', () => {
    const course = four(call(1), REVEAL);
    const requirementId = 'requirement-1';
    const told = { code: 'REQUIREMENT_REVEALED' };
    expect(refused(() => decide(course, updateRequirement, { ...TEXTS, requirementId }))).toEqual(told);
    expect(refused(() => decide(course, dropRequirement, { requirementId }))).toEqual(told);
  });
});

describe('revealing requirements', () => {
  it('[R3] shows them one by one in the order of their numbers, also one added in between', () => {
    let course = four(call(1));
    for (const number of [1, 2, 3, 4, 5]) {
      if (number === 3) course = play(course, [addRequirement, TEXTS]);
      const { course: next, entry, id } = decide(course, revealRequirement, {}, number * 60);
      const row = course.requirements[number - 1]!;
      expect(row.number).toBe(number);
      expect(touched(course, next!)).toEqual([`requirements ${row.id}`]);
      expect(next!.requirements[number - 1]).toEqual({ ...row, revealedAt: at(number * 60).at });
      expect(entry).toEqual({ type: 'RequirementRevealed', requirementId: row.id });
      expect(id).toBe(row.id);
      course = next!;
    }
    expect(refused(() => decide(course, revealRequirement, {}))).toEqual({ code: 'NOTHING_TO_REVEAL' });
  });

  it('[R3] is refused without requirements, or while no item is current', () => {
    const none = play(aMeeting({ agenda: ['REQUIREMENTS'] }), call(1));
    expect(refusal(none, revealRequirement, {})).toBe('NOTHING_TO_REVEAL');
    expect(refused(() => decide(four(), revealRequirement, {}))).toEqual({ code: 'NO_CURRENT_ITEM' });
    expect(refusal(four(call(1), REVEAL, [endItem, {}]), revealRequirement, {})).toBe('NO_CURRENT_ITEM');
  });

  it.each<ItemKind>(['OPENING', 'STATEMENT', 'WRITTEN_STATEMENTS', 'BALLOT', 'REMARKS', 'INTERMISSION', 'CLOSING'])(
    '[R3] is refused while an item of kind %s is current',
    (kind) => {
      const course = play(aMeeting({ agenda: [kind, 'REQUIREMENTS'], requirements: 1 }), call(1));
      expect(refused(() => decide(course, revealRequirement, {}))).toEqual({ code: 'WRONG_KIND', kind });
    },
  );
});
