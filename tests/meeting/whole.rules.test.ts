import { describe, expect, it } from '@jest/globals';
import { addItem } from '../../src/agenda/agenda.rules.js';
import { callItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { postComment } from '../../src/appraisal/comment.rules.js';
import type { Course } from '../../src/meeting/course.js';
import {
  archiveMeeting,
  closeMeeting,
  createMeeting,
  openMeeting,
  pauseMeeting,
  resumeMeeting,
  scheduleMeeting,
} from '../../src/meeting/meeting.rules.js';
import { addParticipant } from '../../src/people/participant.rules.js';
import { revealRequirement } from '../../src/requirement/requirement.rules.js';
import {
  endStatement,
  extendTurn,
  pauseTurn,
  resumeTurn,
  skipComment,
  startComment,
} from '../../src/statement/statement.rules.js';
import { elapsedMilliseconds } from '../../src/statement/turn.rules.js';
import { call, end, say } from '../support/calls.js';
import { aMeeting, at, type Call, NOON } from '../support/course.js';
import { keep, perform, run } from '../support/journal.js';

const reveal: Call = [revealRequirement, {}];
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
    const { course, entries } = perform(
      keep(aMeeting({ agenda: [...agenda], written: 1, requirements: 2 })),
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
    );
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
    const begun = perform(
      keep(aMeeting({ agenda: [...agenda], meeting: { format: 'BLOCK' } })),
      call(1, 0),
      end(100),
      call(2, 200),
      call(3, 300),
      [skipItem, { itemId: 'item-3', reason: 'ill' }, 350],
      call(4, 400),
      end(500),
      [recallSpeaker, { itemId: 'item-1' }, 600],
      end(620),
    );
    expect(phases(begun.course)).toEqual(['HEARD', 'HEARD', 'WAITING', 'HEARD']);
    expect(statuses(begun.course)).toEqual(['DONE', 'DONE', 'SKIPPED', 'DONE', 'PENDING']);
    expect(seconds(begun.course)).toEqual([100, 100, 50, 100, 20]);
    const start = (statement: number): Call => [startComment, { statementId: `statement-${statement}` }];
    const { course, entries } = perform(
      keep(begun.course),
      start(4),
      say(4),
      start(1),
      say(1),
      say(1),
      [skipComment, { statementId: 'statement-2', reason: 'no time' }],
      call(5),
      [closeMeeting, {}],
    );
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
