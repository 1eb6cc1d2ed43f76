import { Refusal, refuseUnless } from '../errors.js';
import { id as reference, text } from '../input.js';
import { type Course, find, put, type Rule, without } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import type { ParticipantRow } from './participant.entity.js';
import type { Duty, ParticipantInput, UpdateParticipantInput } from './participant.type.js';

const needOpen = (course: Course) => needStatus(course, 'DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED');

function checkedDuties(duties: Duty[]): Duty[] {
  if (duties.length === 0) throw new Refusal('INVALID_INPUT', { field: 'duties', problem: 'empty' });
  return [...new Set(duties)];
}

const seat = (value: string) => text('seat', value, { max: 50, empty: true });

/** A person takes part in a meeting once, with at least one duty, and can be added until it is closed. [P1] */
export const addParticipant: Rule<ParticipantInput> = (course, input, { id }) => {
  needOpen(course);
  const personId = reference('person', input.personId);
  const isThere = course.participants.some((participant) => participant.personId === personId);
  refuseUnless(!isThere, 'DUPLICATE', { what: 'participant' });
  const { id: meetingId } = course.meeting;
  const participant: ParticipantRow = {
    id: id(),
    meetingId,
    personId,
    duties: checkedDuties(input.duties),
    seat: seat(input.seat),
    presence: 'ABSENT',
    signedInAt: null,
    leftAt: null,
  };
  return decide(put(course, 'participants', participant), participant.id, 'ParticipantAdded');
};

const isSpeaking = (course: Course, id: string) => course.statements.some(({ speakerId }) => speakerId === id);
const hasCommented = (course: Course, id: string) => course.comments.some(({ authorId }) => authorId === id);

/** The duty of somebody who makes a statement or has commented can't be taken away. [P2] */
export const updateParticipant: Rule<UpdateParticipantInput & { participantId: string }> = (course, input) => {
  needOpen(course);
  const participant = find(course, 'participants', input.participantId);
  const duties = input.duties == null ? participant.duties : checkedDuties(input.duties);
  const keepsDuties =
    (duties.includes('SPEAKER') || !isSpeaking(course, participant.id)) &&
    (duties.includes('COMMENTER') || !hasCommented(course, participant.id));
  refuseUnless(keepsDuties, 'IN_USE', { what: 'participant' });
  const changed = { ...participant, duties, seat: input.seat == null ? participant.seat : seat(input.seat) };
  return decide(put(course, 'participants', changed), participant.id, 'ParticipantUpdated');
};

/** A participant who makes a statement or has commented can't be removed. [P3] */
export const removeParticipant: Rule<{ participantId: string }> = (course, { participantId }) => {
  needOpen(course);
  find(course, 'participants', participantId);
  const isUsed = isSpeaking(course, participantId) || hasCommented(course, participantId);
  refuseUnless(!isUsed, 'IN_USE', { what: 'participant' });
  return decide(without(course, 'participants', participantId), participantId, 'ParticipantRemoved');
};

const decide = (
  course: Course,
  id: string,
  type: 'ParticipantAdded' | 'ParticipantUpdated' | 'ParticipantRemoved',
) => ({
  course,
  entry: { type, participantId: id },
  id,
});
