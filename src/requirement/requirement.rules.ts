import { Refusal, refuseUnless } from '../errors.js';
import { text } from '../input.js';
import { type Course, find, put, type Rule, without } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import type { RequirementRow } from './requirement.entity.js';
import type { RequirementInput } from './requirement.type.js';

const needOpen = (course: Course) => needStatus(course, 'DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED');

const texts = ({ heading, body }: RequirementInput) => ({
  heading: text('heading', heading, { max: 200 }),
  body: text('body', body, { max: 5000, empty: true }),
});

/** Requirements are numbered 1, 2, 3 … as they are added, until the meeting is closed. [R1] */
export const addRequirement: Rule<RequirementInput> = (course, input, { id }) => {
  needOpen(course);
  const number = course.requirements.length + 1;
  const requirement: RequirementRow = {
    id: id(),
    meetingId: course.meeting.id,
    number,
    ...texts(input),
    revealedAt: null,
  };
  return decide(put(course, 'requirements', requirement), requirement.id, 'RequirementAdded');
};

function findUnrevealed(course: Course, requirementId: string): RequirementRow {
  needOpen(course);
  const requirement = find(course, 'requirements', requirementId);
  refuseUnless(requirement.revealedAt === null, 'REQUIREMENT_REVEALED');
  return requirement;
}

/** What the room has read can't be changed or dropped; the numbers stay without holes. [R2] */
export const updateRequirement: Rule<RequirementInput & { requirementId: string }> = (course, input) => {
  const requirement = { ...findUnrevealed(course, input.requirementId), ...texts(input) };
  return decide(put(course, 'requirements', requirement), requirement.id, 'RequirementUpdated');
};

export const dropRequirement: Rule<{ requirementId: string }> = (course, { requirementId }) => {
  findUnrevealed(course, requirementId);
  const left = without(course, 'requirements', requirementId);
  const requirements = left.requirements.map((row, index) =>
    row.number === index + 1 ? row : { ...row, number: index + 1 },
  );
  return decide({ ...left, requirements }, requirementId, 'RequirementDropped');
};

/** Requirements are revealed one by one, in the order of their numbers, while their item is current. [R3] */
export const revealRequirement: Rule<object> = (course, _input, { at }) => {
  needStatus(course, 'LIVE');
  refuseUnless(course.meeting.currentItemId !== null, 'NO_CURRENT_ITEM');
  const { kind } = find(course, 'items', course.meeting.currentItemId);
  refuseUnless(kind === 'REQUIREMENTS', 'WRONG_KIND', { kind });
  const next = course.requirements.find(({ revealedAt }) => revealedAt === null);
  if (!next) throw new Refusal('NOTHING_TO_REVEAL');
  return decide(put(course, 'requirements', { ...next, revealedAt: at }), next.id, 'RequirementRevealed');
};

type RequirementEntry = 'RequirementAdded' | 'RequirementUpdated' | 'RequirementDropped' | 'RequirementRevealed';

const decide = (course: Course, id: string, type: RequirementEntry) => ({
  course,
  entry: { type, requirementId: id },
  id,
});
