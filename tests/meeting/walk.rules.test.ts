import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { Refusal, type RefusalCode } from '../../src/errors.js';
import { sentences } from '../../src/errors.sentences.js';
import { entryTypes, steps } from '../../src/journal/entry.js';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import { nextStep } from '../../src/meeting/next.rules.js';
import { aMeeting } from '../support/course.js';
import { dice } from '../support/dice.js';
import { type Kept, keep } from '../support/journal.js';
import { brokenLaws, leaks } from '../support/laws.js';
import { refusalOfStep } from '../support/step.js';
import { ofBallot } from '../support/walk.ballot.js';
import { covers, give, move } from '../support/walk.js';

/** Refusals that only one format knows. */
const ofFormat = { ONE_BY_ONE: ['WRONG_FORMAT'], BLOCK: ['STATEMENTS_FIRST'] } as const;
const ofBoth: RefusalCode[] = [
  'ALREADY_CALLED',
  'BALLOT_CLOSED',
  'BALLOT_HELD',
  'BALLOT_OPEN',
  'BALLOT_SEALED',
  'BALLOT_VOID',
  'COMMENT_MISSING',
  'DUPLICATE',
  'INVALID_INPUT',
  'IN_USE',
  'ITEMS_PENDING',
  'MISSING_DUTY',
  'NOTHING_TO_REVEAL',
  'NOTHING_TO_UNDO',
  'NOT_A_DRAFT',
  'NOT_FOUND',
  'NOT_POSTED',
  'NOT_PRESENT',
  'NOT_YET_HEARD',
  'NO_BALLOT',
  'NO_CURRENT_ITEM',
  'NO_TURN_RUNNING',
  'REQUIREMENT_REVEALED',
  'RESULT_REVEALED',
  'SHEETS_NOT_COUNTED',
  'STEP_DEPENDED_ON',
  'TALLY_INCOMPLETE',
  'TALLY_MISMATCH',
  'TURN_NOT_PAUSED',
  'TURN_PAUSED',
  'TURN_RUNNING',
  'WRONG_KIND',
  'WRONG_PHASE',
  'WRONG_STATUS',
];
/** Next steps, with what is in their way, that only one format knows. */
const stepsOf = {
  ONE_BY_ONE: ['START_COMMENT'],
  BLOCK: ['END_STATEMENT', 'START_COMMENT', 'START_COMMENT !COMMENT_MISSING'],
} as const;
const stepsOfBoth = [
  'nothing',
  'SCHEDULE',
  'OPEN',
  'RESUME',
  'CALL_ITEM',
  'CALL_ITEM !COMMENT_MISSING',
  'REVEAL_REQUIREMENT',
  'OPEN_BALLOT',
  'CLOSE_BALLOT',
  'HOLD_AGAIN',
  'REVEAL_RESULT',
  'REVEAL_RESULT !TALLY_INCOMPLETE',
  'CLOSE',
  'CLOSE !COMMENT_MISSING',
];
const AGENDA: ItemKind[] = [
  'BALLOT',
  'STATEMENT',
  'REQUIREMENTS',
  'STATEMENT',
  'WRITTEN_STATEMENTS',
  'BALLOT',
  'STATEMENT',
  'CLOSING',
];
const COMMANDS = 28_000;
const PER_MEETING = 320;

describe('a meeting to which anything is done', () => {
  it.each([
    ['ONE_BY_ONE', 20220210],
    ['BLOCK', 19491001],
  ] as const)('[M14] [B13] in the %s format keeps its laws through thousands of commands (seed %d)', (format, seed) => {
    const random = dice(seed);
    const aside = dice(seed + 1);
    const reached = new Set<string>();
    const refusals = new Set<string>();
    const pressed = new Set<string>();
    let accepted = 0;
    let seconds = 0;
    for (let meeting = 0; meeting < COMMANDS / PER_MEETING; meeting++) {
      const row = { status: 'DRAFT', format, openedAt: null, seq: 0 } as const;
      let kept = keep(aMeeting({ agenda: AGENDA, written: 1, requirements: 2, meeting: row }));
      const before = new Map<number, Course>();
      const ever = new Map<string, Set<string>>();
      for (let count = 0; count < PER_MEETING; count++) {
        seconds += random.below(3) * random.below(60);
        const standing = kept;
        try {
          const lot = aside.next();
          if (lot < 0.04) kept = give(standing, aside.one(covers), seconds);
          else if (lot < 0.24) kept = give(standing, ofBallot(standing.course, aside), seconds);
          else kept = move(standing, random, seconds);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          refusals.add(error.code);
          continue;
        }
        accepted += 1;
        expect(brokenLaws(kept.course)).toEqual([]);
        expect(leaks(kept.course, ever)).toEqual([]);
        const step = nextStep(kept.course);
        if (step) expect(refusalOfStep(kept.course, step)).toBe(step.obstacle);
        pressed.add(`${step?.step ?? 'nothing'}${step?.obstacle ? ` !${step.obstacle}` : ''}`);
        reached.add(compare(standing, kept, before));
      }
    }
    expect(accepted).toBeGreaterThan(4000);
    expect(Object.keys(sentences)).toEqual(expect.arrayContaining([...refusals]));
    expect([...ofBoth, ...ofFormat[format]].filter((code) => !refusals.has(code))).toEqual([]);
    expect([...stepsOfBoth, ...stepsOf[format]].filter((step) => !pressed.has(step))).toEqual([]);
    const never = [
      'MeetingCreated',
      'PeopleUpdated',
      'DisplayUpdated',
      ...(format === 'BLOCK' ? [] : ['CommentStarted']),
    ];
    const types = entryTypes.filter((type) => !never.includes(type));
    expect([...reached].toSorted()).toEqual(['none', ...types].toSorted());
  });
});

/** The journal after an accepted command: one entry more or none, and what undo took back was just what it should. */
function compare({ course, entries }: Kept, next: Kept, before: Map<number, Course>): string {
  expect(next.course.meeting.seq).toBe(course.meeting.seq + next.entries.length - entries.length);
  if (next.entries.length === entries.length) return 'none';
  const entry = next.entries.at(-1)!;
  const { undoneSeq } = entry.refs;
  if (undoneSeq === course.meeting.seq) {
    // Drafts, which make no entry, stay as they are.
    const { comments } = course;
    // Nor is the board uncovered, or covered again.
    const { isBlackedOut, message } = course.meeting;
    const meeting = { seq: entry.seq, isBlackedOut, message };
    expect(next.course).toEqual({ ...withMeeting(before.get(undoneSeq)!, meeting), comments });
  }
  if ((steps as readonly string[]).includes(entry.type)) {
    before.set(entry.seq, course);
    // So that no undo can bring back the text of a comment, or who was there.
    for (const part of ['comments', 'participants']) expect(entry.before.map((row) => row.part)).not.toContain(part);
  }
  return entry.type;
}
