import { describe, expect, it } from '@jest/globals';
import { callItem } from '../../src/agenda/call.rules.js';
import { type Course, find, withMeeting } from '../../src/meeting/course.js';
import { openMeeting, scheduleMeeting, unscheduleMeeting } from '../../src/meeting/meeting.rules.js';
import type { Duty } from '../../src/people/participant.type.js';
import { attendance, recordLeaving, signInParticipant } from '../../src/people/presence.rules.js';
import { aMeeting, at, type Call, decide, play, refused, touched } from '../support/course.js';
import { keep, run, undo } from '../support/journal.js';

const GUEST = { participantId: 'guest' };
const come = (seconds = 0, participantId = 'guest'): Call => [signInParticipant, { participantId }, seconds];
const leave = (seconds = 0, participantId = 'guest'): Call => [recordLeaving, { participantId }, seconds];
const guest = (course: Course) => {
  const { presence, signedInAt, leftAt } = find(course, 'participants', 'guest');
  return { presence, signedInAt, leftAt };
};

describe('signing in', () => {
  it('[K2] makes whoever is absent present, and says so', () => {
    const course = aMeeting();
    const { course: next, entry, id } = decide(course, signInParticipant, GUEST, 5);
    expect(touched(course, next!)).toEqual(['participants guest']);
    expect(guest(next!)).toEqual({ presence: 'PRESENT', signedInAt: at(5).at, leftAt: null });
    expect([entry, id]).toEqual([{ type: 'ParticipantSignedIn', participantId: 'guest' }, 'guest']);
  });

  it('[K2] brings back whoever has left, and keeps when they first came and last left', () => {
    const back = play(aMeeting(), come(5), leave(60), come(90));
    expect(guest(back)).toEqual({ presence: 'PRESENT', signedInAt: at(5).at, leftAt: at(60).at });
    expect(decide(play(aMeeting(), come(), leave()), signInParticipant, GUEST).entry!.type).toBe('ParticipantSignedIn');
  });

  it('[K2] changes nothing for whoever is there already', () => {
    const course = play(aMeeting(), come(5));
    expect(decide(course, signInParticipant, GUEST, 60)).toEqual({ course, id: 'guest' });
  });

  it('[K1] is for participants of the meeting, while it receives them', () => {
    const stranger = { participantId: 'nobody' };
    for (const rule of [signInParticipant, recordLeaving]) {
      const told = { code: 'NOT_FOUND', what: 'participant', id: 'nobody' };
      expect(refused(() => decide(aMeeting(), rule, stranger))).toEqual(told);
      const draft = aMeeting({ meeting: { status: 'DRAFT' } });
      expect(refused(() => decide(draft, rule, GUEST)).code).toBe('WRONG_STATUS');
    }
  });
});

describe('leaving', () => {
  it('[K3] is recorded with its time, each time anew', () => {
    const course = play(aMeeting(), come(5));
    const { course: next, entry, id } = decide(course, recordLeaving, GUEST, 60);
    expect(touched(course, next!)).toEqual(['participants guest']);
    expect(guest(next!)).toEqual({ presence: 'LEFT', signedInAt: at(5).at, leftAt: at(60).at });
    expect([entry, id]).toEqual([{ type: 'ParticipantLeft', participantId: 'guest' }, 'guest']);
    expect(guest(play(next!, come(90), leave(120))).leftAt).toEqual(at(120).at);
  });

  it('[K3] changes nothing for whoever has left already, and is refused for whoever never came', () => {
    const gone = play(aMeeting(), come(5), leave(60));
    expect(decide(gone, recordLeaving, GUEST, 90)).toEqual({ course: gone, id: 'guest' });
    expect(refused(() => decide(aMeeting(), recordLeaving, GUEST))).toEqual({ code: 'NOT_PRESENT' });
  });
});

describe('attendance', () => {
  const [template] = aMeeting().participants;
  const row = (duties: Duty[], presence: 'ABSENT' | 'PRESENT' | 'LEFT') => ({ ...template!, duties, presence });

  it('[K4] counts everybody but those who are there as guests alone', () => {
    const rows = [
      row(['HOST', 'COMMENTER'], 'PRESENT'),
      row(['SPEAKER'], 'LEFT'),
      row(['ATTENDEE'], 'ABSENT'),
      row(['GUEST', 'TELLER'], 'PRESENT'),
      row(['GUEST'], 'PRESENT'),
      row(['GUEST'], 'ABSENT'),
    ];
    const counted = { expected: 4, signedIn: 3, present: 2 };
    expect(attendance(rows, null)).toEqual({ ...counted, quorum: null, isQuorate: null });
  });

  it('[K5] reaches the quorum with those who are there now, guests apart', () => {
    const rows = [row(['SPEAKER'], 'PRESENT'), row(['ATTENDEE'], 'LEFT'), row(['GUEST'], 'PRESENT')];
    expect([1, 2].map((quorum) => attendance(rows, quorum).isQuorate)).toEqual([true, false]);
    expect(attendance([], 1)).toEqual({ expected: 0, signedIn: 0, present: 0, quorum: 1, isQuorate: false });
  });
});

describe('presence and what is taken back', () => {
  it('[K6] is not taken back by undo, nor in its way', () => {
    const scheduled = withMeeting(aMeeting(), { status: 'SCHEDULED', openedAt: null });
    const arrived = run(keep(scheduled), signInParticipant, GUEST, 5);
    const opened = run(arrived, openMeeting, {}, 10);
    const called = run(opened, callItem, { itemId: 'item-2' }, 20);
    const speakers = run(called, signInParticipant, { participantId: 'speaker-1' }, 30);
    const left = run(speakers, recordLeaving, GUEST, 40);
    const back = undo(undo(left));
    expect(back.course.meeting.status).toBe('SCHEDULED');
    expect(back.course.participants).toEqual(left.course.participants);
    expect(refused(() => undo(back)).code).toBe('NOTHING_TO_UNDO');
  });

  it('[K6] stays when the meeting goes back to DRAFT', () => {
    const scheduled = play(withMeeting(aMeeting(), { status: 'SCHEDULED' }), come(5));
    const again = play(scheduled, [unscheduleMeeting, {}], [scheduleMeeting, {}]);
    expect(again.participants).toEqual(scheduled.participants);
  });
});
