import { describe, expect, it } from '@jest/globals';
import { addItem, dropItem, moveItem, updateItem } from '../../src/agenda/agenda.rules.js';
import { callItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { editDraft, postComment, retractComment } from '../../src/appraisal/comment.rules.js';
import { type Course, find, put, without } from '../../src/meeting/course.js';
import {
  archiveMeeting,
  closeMeeting,
  createMeeting,
  openMeeting,
  pauseMeeting,
  resumeMeeting,
  scheduleMeeting,
} from '../../src/meeting/meeting.rules.js';
import { addParticipant, removeParticipant } from '../../src/people/participant.rules.js';
import { dropRequirement, revealRequirement } from '../../src/requirement/requirement.rules.js';
import {
  addWrittenStatement,
  endStatement,
  extendTurn,
  pauseTurn,
  resumeTurn,
  skipComment,
  startComment,
  writeStatement,
} from '../../src/statement/statement.rules.js';
import { elapsedMilliseconds } from '../../src/statement/turn.rules.js';
import { aMeeting, at, type Call, decide, NOON, refused } from '../support/course.js';
import { keep, run } from '../support/journal.js';

const call = (item: number, seconds = 0): Call => [callItem, { itemId: `item-${item}` }, seconds];
const end = (seconds: number): Call => [endStatement, {}, seconds];
const say = (statement: number, seconds = 0): Call => [
  postComment,
  { statementId: `statement-${statement}`, authorId: 'chair', body: 'Well done.' },
  seconds,
];
const reveal: Call = [revealRequirement, {}];
const perform = (course: Course, calls: Call[]) => calls.reduce((kept, step) => run(kept, ...step), keep(course));
const seconds = ({ turns }: Course) => turns.map((turn) => elapsedMilliseconds(turn, 0) / 1000);
const phases = ({ statements }: Course) => statements.map(({ phase }) => phase);
const statuses = ({ items }: Course) => items.map(({ status }) => status);

describe('a whole meeting', () => {
  it('[M2] [M5] [M7] is prepared from nothing, opened and held with commands alone', () => {
    const { course } = createMeeting(
      {
        organizationId: '0190a000-0000-7000-8000-000000000001',
        title: 'Review',
        period: '2021',
        startsAt: NOON,
        timeZone: 'Asia/Shanghai',
        venue: '',
        language: 'EN',
        format: 'ONE_BY_ONE',
        plannedSeconds: 300,
        warningSeconds: 30,
      },
      at(0),
    );
    let kept = keep(course!);
    const make = (...step: Call) => {
      kept = run(kept, ...step);
    };
    make(addParticipant, { personId: '0190a000-0000-7000-8000-0000000000a1', duties: ['HOST', 'COMMENTER'], seat: '' });
    make(addParticipant, { personId: '0190a000-0000-7000-8000-0000000000a2', duties: ['SPEAKER'], seat: '' });
    const [host, speaker] = kept.course.participants.map(({ id }) => id);
    make(addItem, { kind: 'STATEMENT', title: 'Report', speakerId: speaker });
    make(scheduleMeeting, {});
    make(openMeeting, {});
    const { id: statementId, itemId } = kept.course.statements[0]!;
    make(callItem, { itemId });
    make(endStatement, {});
    make(postComment, { statementId, authorId: host, body: 'Well done.' });
    make(closeMeeting, {});
    make(archiveMeeting, {});
    expect(kept.entries.map(({ seq, type }) => `${seq} ${type}`)).toEqual([
      '1 ParticipantAdded',
      '2 ParticipantAdded',
      '3 ItemAdded',
      '4 MeetingScheduled',
      '5 MeetingOpened',
      '6 ItemCalled',
      '7 StatementEnded',
      '8 CommentPosted',
      '9 MeetingClosed',
      '10 MeetingArchived',
    ]);
  });

  it('[A4] [S5] in the ONE_BY_ONE format: one statement, one comment, with a break, a skip, a recall and requirements', () => {
    const agenda = ['OPENING', 'STATEMENT', 'STATEMENT', 'WRITTEN_STATEMENTS', 'REQUIREMENTS', 'CLOSING'] as const;
    const { course, entries } = perform(aMeeting({ agenda: [...agenda], written: 1, requirements: 2 }), [
      call(1, 0),
      call(2, 60),
      [pauseMeeting, {}, 120],
      [resumeMeeting, {}, 1000],
      end(1100),
      say(1, 1150),
      [skipItem, { itemId: 'item-3', reason: 'on the way' }, 1200],
      call(4, 1300),
      say(3, 1350),
      call(3, 1400),
      [pauseTurn, {}, 1410],
      [resumeTurn, {}, 1420],
      [extendTurn, { seconds: 60 }, 1430],
      end(1450),
      [skipComment, { statementId: 'statement-2', reason: 'no time' }, 1500],
      [recallSpeaker, { itemId: 'item-2' }, 1600],
      end(1630),
      call(5, 1700),
      reveal,
      reveal,
      call(6, 1900),
      [closeMeeting, {}, 2000],
      [archiveMeeting, {}, 3000],
    ]);
    expect(entries.map(({ type }) => type)).toEqual([
      'ItemCalled',
      'ItemCalled',
      'MeetingPaused',
      'MeetingResumed',
      'StatementEnded',
      'CommentPosted',
      'ItemSkipped',
      'ItemCalled',
      'CommentPosted',
      'ItemCalled',
      'TurnPaused',
      'TurnResumed',
      'TurnExtended',
      'StatementEnded',
      'CommentSkipped',
      'ItemCalled',
      'StatementEnded',
      'ItemCalled',
      'RequirementRevealed',
      'RequirementRevealed',
      'ItemCalled',
      'MeetingClosed',
      'MeetingArchived',
    ]);
    expect(course.meeting).toMatchObject({ status: 'ARCHIVED', currentItemId: null, closedAt: at(2000).at, seq: 33 });
    expect(phases(course)).toEqual(['DONE', 'DONE', 'DONE']);
    expect(statuses(course)).toEqual(['DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'DONE']);
    expect(seconds(course)).toEqual([160, 40, 30]);
    expect(course.turns.map(({ statementId, number }) => `${statementId} ${number}`)).toEqual([
      'statement-1 1',
      'statement-2 1',
      'statement-1 2',
    ]);
  });

  it('[A5] [S6] [S7] in the BLOCK format: all statements first, then the comments, in any order', () => {
    const agenda = ['STATEMENT', 'STATEMENT', 'STATEMENT', 'STATEMENT', 'CLOSING'] as const;
    const begun = perform(aMeeting({ agenda: [...agenda], meeting: { format: 'BLOCK' } }), [
      call(1, 0),
      end(100),
      call(2, 200),
      call(3, 300),
      [skipItem, { itemId: 'item-3', reason: 'ill' }, 350],
      call(4, 400),
      end(500),
      [recallSpeaker, { itemId: 'item-1' }, 600],
      end(620),
    ]);
    expect(phases(begun.course)).toEqual(['HEARD', 'HEARD', 'WAITING', 'HEARD']);
    expect(statuses(begun.course)).toEqual(['DONE', 'DONE', 'SKIPPED', 'DONE', 'PENDING']);
    expect(seconds(begun.course)).toEqual([100, 100, 50, 100, 20]);
    const start = (statement: number): Call => [startComment, { statementId: `statement-${statement}` }];
    const { course, entries } = perform(begun.course, [
      start(4),
      say(4),
      start(1),
      say(1),
      say(1),
      [skipComment, { statementId: 'statement-2', reason: 'no time' }],
      call(5),
      [closeMeeting, {}],
    ]);
    expect(entries.map(({ type }) => type)).toEqual([
      'CommentStarted',
      'CommentPosted',
      'CommentStarted',
      'CommentPosted',
      'CommentPosted',
      'CommentSkipped',
      'ItemCalled',
      'MeetingClosed',
    ]);
    expect(phases(course)).toEqual(['DONE', 'DONE', 'WAITING', 'DONE']);
    expect(statuses(course)).toEqual(['DONE', 'DONE', 'SKIPPED', 'DONE', 'DONE']);
    expect(course.meeting.status).toBe('CLOSED');
  });
});

describe('what a command names', () => {
  const unknown = {
    itemId: 'x',
    statementId: 'x',
    commentId: 'x',
    requirementId: 'x',
    participantId: 'x',
    speakerId: 'x',
  };
  const open = aMeeting({ agenda: ['WRITTEN_STATEMENTS', 'STATEMENT'], requirements: 1 });
  const block = aMeeting({ meeting: { format: 'BLOCK' } });

  it.each<[string, Call[0], object, string]>([
    ['callItem', callItem, {}, 'item'],
    ['recallSpeaker', recallSpeaker, {}, 'item'],
    ['skipItem', skipItem, { reason: 'x' }, 'item'],
    ['updateItem', updateItem, {}, 'item'],
    ['moveItem', moveItem, { position: 1 }, 'item'],
    ['dropItem', dropItem, {}, 'item'],
    ['addWrittenStatement', addWrittenStatement, { body: 'x' }, 'item'],
    ['addWrittenStatement', addWrittenStatement, { itemId: 'item-1', body: 'x' }, 'participant'],
    ['writeStatement', writeStatement, { body: 'x' }, 'statement'],
    ['startComment', startComment, {}, 'statement'],
    ['skipComment', skipComment, { reason: 'x' }, 'statement'],
    ['editDraft', editDraft, { body: 'x' }, 'comment'],
    ['retractComment', retractComment, { reason: 'x' }, 'comment'],
    ['dropRequirement', dropRequirement, {}, 'requirement'],
    ['removeParticipant', removeParticipant, {}, 'participant'],
  ])('[M13] %s refuses what the meeting does not have', (_, rule, input, what) => {
    const course = rule === startComment ? block : open;
    expect(refused(() => decide(course, rule, { ...unknown, ...input }))).toEqual({ code: 'NOT_FOUND', what, id: 'x' });
  });

  it('[M13] is found by its id', () => {
    const course = aMeeting({ requirements: 2 });
    expect(find(course, 'items', 'item-2')).toBe(course.items[1]);
    expect(find(course, 'requirements', 'requirement-2')).toBe(course.requirements[1]);
    expect(refused(() => find(course, 'turns', 'item-2'))).toEqual({
      code: 'NOT_FOUND',
      what: 'statement',
      id: 'item-2',
    });
  });
});

describe('a course', () => {
  it('[M14] is never changed: a rule puts a new one in its place and keeps the rows that stay', () => {
    const course = aMeeting();
    const guest = { ...course.participants[1]!, seat: '1' };
    const seated = put(course, 'participants', guest);
    expect(course.participants[1]!.seat).toBe('');
    expect(seated.participants.map((row, index) => row === course.participants[index])).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    expect(seated.items).toBe(course.items);
    const added = put(course, 'participants', { ...guest, id: 'late' });
    expect(added.participants).toEqual([...course.participants, { ...guest, id: 'late' }]);
    const left = without(course, 'participants', 'guest');
    expect(left.participants).toEqual(course.participants.filter(({ id }) => id !== 'guest'));
    expect(course.participants).toHaveLength(5);
  });
});
