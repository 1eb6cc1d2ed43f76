import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../src/agenda/agenda.type.js';
import { endItem } from '../../src/agenda/call.rules.js';
import { retractComment } from '../../src/appraisal/comment.rules.js';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import { archiveMeeting, closeMeeting, pauseMeeting } from '../../src/meeting/meeting.rules.js';
import { nextStep } from '../../src/meeting/next.rules.js';
import { revealRequirement } from '../../src/requirement/requirement.rules.js';
import { pauseTurn, skipComment, startComment } from '../../src/statement/statement.rules.js';
import { call, END, recall, say, skip } from '../support/calls.js';
import { aMeeting, type Call, play } from '../support/course.js';
import { press, refusalOfStep } from '../support/step.js';

const leave: Call = [endItem, {}];
const pause: Call = [pauseMeeting, {}];
const pass = (number: number): Call => [skipComment, { statementId: `statement-${number}`, reason: 'late' }];
const comment = (number: number): Call => [startComment, { statementId: `statement-${number}` }];
const reveal: Call = [revealRequirement, {}];
/** Each speaker was heard and commented on. */
const heard = (number: number, statement: number): Call[] => [call(number), END, say(statement)];

/** A step in one word: what, on which item, with which requirement, and after an exclamation mark what is in its way. */
function word(course: Course): string {
  const step = nextStep(course);
  if (!step) return 'nothing';
  const { itemId, requirementNumber, obstacle } = step;
  const on = itemId === null ? '' : ` ${itemId.replace('item-', '')}`;
  return `${step.step}${on}${requirementNumber === null ? '' : ` #${requirementNumber}`}${obstacle ? ` !${obstacle}` : ''}`;
}

const AGENDA: ItemKind[] = ['OPENING', 'STATEMENT', 'STATEMENT', 'REQUIREMENTS', 'CLOSING'];
const world = (more: Parameters<typeof aMeeting>[0] = {}) => aMeeting({ agenda: AGENDA, requirements: 2, ...more });
const one = world();
const block = withMeeting(one, { format: 'BLOCK' });
const papers = aMeeting({ agenda: ['WRITTEN_STATEMENTS', 'STATEMENT'], written: 2 });
const nobody = { ...one, participants: [] };

describe('the next step', () => {
  const byStatus: [string, Course, string][] = [
    ['a DRAFT is scheduled', withMeeting(one, { status: 'DRAFT' }), 'SCHEDULE'],
    ['without a host it can’t be', withMeeting(nobody, { status: 'DRAFT' }), 'SCHEDULE !NOT_READY'],
    ['a SCHEDULED meeting is opened', withMeeting(one, { status: 'SCHEDULED' }), 'OPEN'],
    ['unless it is not ready any more', withMeeting(nobody, { status: 'SCHEDULED' }), 'OPEN !NOT_READY'],
    ['a PAUSED one is resumed', play(one, call(2), pause), 'RESUME'],
    ['also before anything was called', play(one, pause), 'RESUME'],
    ['a CLOSED one has none', play(aMeeting({ agenda: ['OPENING'] }), [closeMeeting, {}]), 'nothing'],
    [
      'nor an ARCHIVED one',
      play(aMeeting({ agenda: ['OPENING'] }), [closeMeeting, {}], [archiveMeeting, {}]),
      'nothing',
    ],
    ['an empty agenda leads to the end', aMeeting({ agenda: [] }), 'CLOSE'],
  ];
  it.each(byStatus)('[B12] %s', (_, course, expected) => expect(word(course)).toBe(expected));

  const oneByOne: [string, Call[], string][] = [
    ['the first item is called', [], 'CALL_ITEM 1'],
    ['then the next one', [call(1)], 'CALL_ITEM 2'],
    ['or after the current one was ended', [call(1), leave], 'CALL_ITEM 2'],
    ['a speaker finishes, and the comment follows', [call(2)], 'START_COMMENT 2'],
    ['also with the clock stopped', [call(2), [pauseTurn, {}]], 'START_COMMENT 2'],
    ['nobody is called before the comment', [call(1), call(2), END], 'CALL_ITEM 3 !COMMENT_MISSING'],
    ['a comment lets the next one be called', [call(1), ...heard(2, 1)], 'CALL_ITEM 3'],
    ['and so does going on without one', [call(1), call(2), END, pass(1)], 'CALL_ITEM 3'],
    ['what was passed over comes first', [...heard(3, 2)], 'CALL_ITEM 1'],
    ['what was skipped is left alone', [call(1), skip(2)], 'CALL_ITEM 3'],
    ['a speaker skipped while speaking, too', [call(1), call(2), skip(2)], 'CALL_ITEM 3'],
    ['one who is called again finishes again', [...heard(2, 1), leave, recall(2)], 'START_COMMENT 2'],
    ['and needs no second comment', [call(1), ...heard(2, 1), leave, recall(2), END], 'CALL_ITEM 3'],
    [
      'requirements are revealed one by one',
      [call(1), ...heard(2, 1), ...heard(3, 2), call(4)],
      'REVEAL_REQUIREMENT 4 #1',
    ],
    ['in their order', [call(1), ...heard(2, 1), ...heard(3, 2), call(4), reveal], 'REVEAL_REQUIREMENT 4 #2'],
    ['and then it goes on', [call(1), ...heard(2, 1), ...heard(3, 2), call(4), reveal, reveal], 'CALL_ITEM 5'],
    ['to the end', [call(1), ...heard(2, 1), ...heard(3, 2), call(4), reveal, reveal, call(5)], 'CLOSE'],
    ['the end may wait for a comment', [skip(1), skip(3), skip(4), skip(5), call(2), END], 'CLOSE !COMMENT_MISSING'],
    ['who was skipped does not keep it open', [skip(1), skip(2), skip(3), skip(4), skip(5)], 'CLOSE'],
  ];
  it.each(oneByOne)('[B14] ONE_BY_ONE: %s', (_, calls, expected) => expect(word(play(one, ...calls))).toBe(expected));

  it('[B13] ONE_BY_ONE: a comment that is retracted is missing again', () => {
    const posted = play(one, call(1), ...heard(2, 1));
    const retracted = play(posted, [retractComment, { commentId: posted.comments[0]!.id, reason: 'mistaken' }]);
    expect(word(retracted)).toBe('CALL_ITEM 3 !COMMENT_MISSING');
  });

  const inBlock: [string, Call[], string][] = [
    ['a speaker finishes without a comment', [call(1), call(2)], 'END_STATEMENT 2'],
    ['and the next one is called', [call(1), call(2), END], 'CALL_ITEM 3'],
    ['who was left speaking was heard', [call(1), call(2), call(3), END], 'START_COMMENT 2'],
    [
      'when all were heard, comments begin before the rest of the agenda',
      [call(1), call(2), END, call(3), END],
      'START_COMMENT 2',
    ],
    ['one is not left without a comment', [call(2), END, call(3), END, comment(1)], 'START_COMMENT 3 !COMMENT_MISSING'],
    ['the comments follow each other', [call(2), END, call(3), END, comment(1), say(1)], 'START_COMMENT 3'],
    ['and then the rest', [call(1), call(2), END, call(3), END, comment(1), say(1), comment(2), say(2)], 'CALL_ITEM 4'],
    ['a comment passed over is done with', [call(1), call(2), END, call(3), END, pass(1), pass(2)], 'CALL_ITEM 4'],
    ['who was skipped does not hold the comments up', [call(2), END, skip(3)], 'START_COMMENT 2'],
    [
      'one who is called again finishes again',
      [call(2), END, skip(3), comment(1), say(1), leave, recall(2)],
      'END_STATEMENT 2',
    ],
    ['requirements on the way are revealed first', [call(2), END, call(4)], 'REVEAL_REQUIREMENT 4 #1'],
  ];
  it.each(inBlock)('[B15] BLOCK: %s', (_, calls, expected) => expect(word(play(block, ...calls))).toBe(expected));

  const onPaper: [string, Call[], string][] = [
    ['are called like anything else', [], 'CALL_ITEM 1'],
    ['are left commented on or not', [call(1)], 'CALL_ITEM 2'],
    ['and end with the meeting', [...heard(2, 3), call(1)], 'CLOSE'],
  ];
  it.each(onPaper)('[B14] written statements %s', (_, calls, expected) => {
    const statement = papers.statements.find(({ mode }) => mode === 'ON_SITE')!;
    expect(statement.id).toBe('statement-3');
    expect(word(play(papers, ...calls))).toBe(expected);
  });

  /** Presses "next" until there is nothing, and says what has to be said in between. */
  const through = (format: 'ONE_BY_ONE' | 'BLOCK') => {
    let course = world({ meeting: { status: 'DRAFT', format, openedAt: null } });
    const pressed: string[] = [];
    for (let step = nextStep(course); step; step = nextStep(course)) {
      if (step.obstacle) {
        const waiting = course.statements.find(({ itemId }) => itemId === course.meeting.currentItemId)!;
        course = play(course, say(Number(waiting.id.replace('statement-', ''))));
        continue;
      }
      pressed.push(word(course));
      course = play(course, press(course, step));
    }
    return pressed;
  };

  it('[B12] takes a meeting from DRAFT to its end, one by one', () => {
    expect(through('ONE_BY_ONE')).toEqual([
      'SCHEDULE',
      'OPEN',
      'CALL_ITEM 1',
      'CALL_ITEM 2',
      'START_COMMENT 2',
      'CALL_ITEM 3',
      'START_COMMENT 3',
      'CALL_ITEM 4',
      'REVEAL_REQUIREMENT 4 #1',
      'REVEAL_REQUIREMENT 4 #2',
      'CALL_ITEM 5',
      'CLOSE',
    ]);
  });

  it('[B12] takes a meeting from DRAFT to its end, the statements first', () => {
    expect(through('BLOCK')).toEqual([
      'SCHEDULE',
      'OPEN',
      'CALL_ITEM 1',
      'CALL_ITEM 2',
      'END_STATEMENT 2',
      'CALL_ITEM 3',
      'END_STATEMENT 3',
      'START_COMMENT 2',
      'START_COMMENT 3',
      'CALL_ITEM 4',
      'REVEAL_REQUIREMENT 4 #1',
      'REVEAL_REQUIREMENT 4 #2',
      'CALL_ITEM 5',
      'CLOSE',
    ]);
  });

  const worlds = [
    ...byStatus.map(([, course]) => course),
    ...oneByOne.map(([, calls]) => play(one, ...calls)),
    ...inBlock.map(([, calls]) => play(block, ...calls)),
  ];
  it('[B13] is refused for what is said to be in its way, and only then', () => {
    for (const course of worlds) {
      const step = nextStep(course);
      if (step) expect([word(course), refusalOfStep(course, step)]).toEqual([word(course), step.obstacle]);
    }
  });
});
