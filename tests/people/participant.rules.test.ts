import { describe, expect, it } from '@jest/globals';
import { callItem, endItem } from '../../src/agenda/call.rules.js';
import { draftComment, postComment, retractComment } from '../../src/appraisal/comment.rules.js';
import { type Course, find } from '../../src/meeting/course.js';
import { addParticipant, removeParticipant, updateParticipant } from '../../src/people/participant.rules.js';
import type { Duty, ParticipantInput } from '../../src/people/participant.type.js';
import { endStatement } from '../../src/statement/statement.rules.js';
import { aMeeting, type Call, decide, play, refused, touched } from '../support/course.js';

const PERSON = '0190a000-0000-7000-8000-0000000000aa';
const INPUT: ParticipantInput = { personId: PERSON, duties: ['ATTENDEE'], seat: ' 3 排 5 座 ' };
const COMMENT = { statementId: 'statement-1', authorId: 'chair', body: 'x' };

describe('adding a participant', () => {
  it('[P1] adds a person with their duties and seat', () => {
    const course = aMeeting();
    const { course: next, entry, id } = decide(course, addParticipant, INPUT);
    const absent = { presence: 'ABSENT', signedInAt: null, leftAt: null };
    const row = { id, meetingId: 'meeting', personId: PERSON, duties: ['ATTENDEE'], seat: '3 排 5 座', ...absent };
    expect(next).toEqual({ ...course, participants: [...course.participants, row] });
    expect(entry).toEqual({ type: 'ParticipantAdded', participantId: id });
  });

  it.each<Duty[][]>([
    [['HOST', 'COMMENTER']],
    [['SPEAKER', 'TELLER']],
    [['RECORDER', 'GUEST', 'HOST', 'COMMENTER', 'SPEAKER', 'TELLER', 'ATTENDEE']],
  ])('[P1] lets one person carry several duties: %j', (duties) => {
    const next = decide(aMeeting(), addParticipant, { ...INPUT, duties }).course!;
    expect(next.participants.at(-1)!.duties).toEqual(duties);
  });

  it('[P1] keeps each duty once, however often it is given', () => {
    const next = decide(aMeeting(), addParticipant, { ...INPUT, duties: ['HOST', 'GUEST', 'HOST'] }).course!;
    expect(next.participants.at(-1)!.duties).toEqual(['HOST', 'GUEST']);
  });

  it('[P1] refuses a person who takes part already', () => {
    const course = play(aMeeting(), [addParticipant, INPUT]);
    const told = { code: 'DUPLICATE', what: 'participant' };
    expect(refused(() => decide(course, addParticipant, { ...INPUT, duties: ['GUEST'] }))).toEqual(told);
    const loud = { ...INPUT, personId: PERSON.toUpperCase() };
    expect(refused(() => decide(course, addParticipant, loud))).toEqual(told);
  });

  it.each<[Partial<ParticipantInput>, object]>([
    [{ duties: [] }, { code: 'INVALID_INPUT', field: 'duties', problem: 'empty' }],
    [{ seat: 'x'.repeat(51) }, { code: 'INVALID_INPUT', field: 'seat', problem: 'tooLong', limit: 50 }],
    [{ personId: 'x' }, { code: 'NOT_FOUND', what: 'person', id: 'x' }],
  ])('[P1] refuses %j', (change, told) => {
    expect(refused(() => decide(aMeeting(), addParticipant, { ...INPUT, ...change }))).toEqual(told);
  });
});

describe('changing a participant', () => {
  const changed = (participantId: string, input: object) =>
    find(decide(aMeeting(), updateParticipant, { participantId, ...input }).course!, 'participants', participantId);

  it('[P2] changes duties and seat, and leaves what is not given', () => {
    const course = aMeeting();
    const guest = find(course, 'participants', 'guest');
    const change = (input: object) => {
      const { course: next, entry } = decide(course, updateParticipant, { participantId: 'guest', ...input });
      expect(touched(course, next!)).toEqual(['participants guest']);
      expect(entry).toEqual({ type: 'ParticipantUpdated', participantId: 'guest' });
      return find(next!, 'participants', 'guest');
    };
    expect(change({ duties: ['TELLER', 'TELLER'] })).toEqual({ ...guest, duties: ['TELLER'] });
    expect(change({ seat: ' 1 ' })).toEqual({ ...guest, seat: '1' });
    expect(change({ duties: null, seat: null })).toEqual(guest);
    expect(refused(() => change({ duties: [] }))).toEqual({ code: 'INVALID_INPUT', field: 'duties', problem: 'empty' });
  });

  it('[P2] leaves the duty of somebody who makes a statement, and lets them carry more', () => {
    const course = aMeeting();
    const participantId = 'speaker-1';
    expect(refused(() => decide(course, updateParticipant, { participantId, duties: ['GUEST'] }))).toEqual({
      code: 'IN_USE',
      what: 'participant',
    });
    expect(changed(participantId, { duties: ['TELLER', 'SPEAKER'] }).duties).toEqual(['TELLER', 'SPEAKER']);
    expect(changed(participantId, { seat: '2' })).toEqual({
      ...find(course, 'participants', participantId),
      seat: '2',
    });
  });

  it('[P2] takes the duty of somebody who does nothing with it yet', () => {
    expect(changed('spare', { duties: ['GUEST'] }).duties).toEqual(['GUEST']);
    expect(changed('chair', { duties: ['HOST'] }).duties).toEqual(['HOST']);
  });
});

describe('a commenter', () => {
  const heard = play(aMeeting(), [callItem, { itemId: 'item-2' }], [endStatement, {}]);
  const posted = play(heard, [postComment, COMMENT]);
  const worlds: [string, Course][] = [
    ['drafted', play(aMeeting(), [draftComment, COMMENT])],
    ['posted', posted],
    ['retracted', play(posted, [retractComment, { commentId: posted.comments[0]!.id, reason: 'x' }])],
  ];

  it.each(worlds)('[P2] [P3] of a %s comment keeps the duty and the place', (_, course) => {
    const participantId = 'chair';
    const told = { code: 'IN_USE', what: 'participant' };
    expect(refused(() => decide(course, updateParticipant, { participantId, duties: ['HOST'] }))).toEqual(told);
    expect(refused(() => decide(course, removeParticipant, { participantId }))).toEqual(told);
    const kept = decide(course, updateParticipant, { participantId, duties: ['COMMENTER'] }).course!;
    expect(find(kept, 'participants', participantId).duties).toEqual(['COMMENTER']);
  });
});

describe('removing a participant', () => {
  it('[P3] removes one who neither speaks nor has commented', () => {
    const course = aMeeting();
    const { course: next, entry } = decide(course, removeParticipant, { participantId: 'guest' });
    expect(next).toEqual({ ...course, participants: course.participants.filter(({ id }) => id !== 'guest') });
    expect(entry).toEqual({ type: 'ParticipantRemoved', participantId: 'guest' });
  });

  it.each<[string, Call[]]>([
    ['before it is called', []],
    ['while it is made', [[callItem, { itemId: 'item-2' }]]],
    [
      'when it is over',
      [
        [callItem, { itemId: 'item-2' }],
        [endStatement, {}],
        [postComment, COMMENT],
        [endItem, {}],
      ],
    ],
  ])('[P3] refuses the speaker of a statement, %s', (_, calls) => {
    const course = play(aMeeting(), ...calls);
    expect(refused(() => decide(course, removeParticipant, { participantId: 'speaker-1' }))).toEqual({
      code: 'IN_USE',
      what: 'participant',
    });
  });
});
