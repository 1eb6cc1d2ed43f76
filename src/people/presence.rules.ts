import { refuseUnless } from '../errors.js';
import { type Course, type Decision, find, put, type Rule } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import type { ParticipantRow } from './participant.entity.js';
import type { Presence } from './presence.type.js';

/** Signing in begins when the meeting is SCHEDULED and ends when it is closed. [K1] */
const needReception = (course: Course) => needStatus(course, 'SCHEDULED', 'LIVE', 'PAUSED');

/**
 * Whoever is not there signs in, or comes back; the first time is kept. Whoever is there already stays, and nothing is
 * written. [K2]
 */
export const signInParticipant: Rule<{ participantId: string }> = (course, { participantId }, { at }) => {
  needReception(course);
  const participant = find(course, 'participants', participantId);
  if (participant.presence === 'PRESENT') return { course, id: participantId };
  const signedInAt = participant.signedInAt ?? at;
  return decide(course, { ...participant, presence: 'PRESENT', signedInAt }, 'ParticipantSignedIn');
};

/** Whoever is there can leave early; whoever has left already stays away, and nothing is written. [K3] */
export const recordLeaving: Rule<{ participantId: string }> = (course, { participantId }, { at }) => {
  needReception(course);
  const participant = find(course, 'participants', participantId);
  refuseUnless(participant.presence !== 'ABSENT', 'NOT_PRESENT');
  if (participant.presence === 'LEFT') return { course, id: participantId };
  return decide(course, { ...participant, presence: 'LEFT', leftAt: at }, 'ParticipantLeft');
};

/** Neither is a step: undo leaves who is there as it is, and who comes and goes is never in its way. [K6] */
const decide = (
  course: Course,
  participant: ParticipantRow,
  type: 'ParticipantSignedIn' | 'ParticipantLeft',
): Decision => ({
  course: put(course, 'participants', participant),
  entry: { type, participantId: participant.id },
  id: participant.id,
});

/** Expected are all but those who are there as guests alone: they guide the meeting and are no part of its number. [K4] */
const isExpected = ({ duties }: ParticipantRow) => duties.some((duty) => duty !== 'GUEST');

/** The quorum is reached when so many of the expected are there now. [K5] */
export function attendance(participants: readonly ParticipantRow[], quorum: number | null) {
  const expected = participants.filter(isExpected);
  const count = (...presences: Presence[]) => expected.filter(({ presence }) => presences.includes(presence)).length;
  const present = count('PRESENT');
  return {
    expected: expected.length,
    signedIn: count('PRESENT', 'LEFT'),
    present,
    quorum,
    isQuorate: quorum === null ? null : present >= quorum,
  };
}
