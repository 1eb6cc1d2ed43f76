import { Refusal, refuseUnless } from '../errors.js';
import { integer } from '../input.js';
import { type Course, type Now, put, type Rule, without } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import { addParticipant, updateParticipant } from '../people/participant.rules.js';
import type { Duty } from '../people/participant.type.js';
import type { StatementRow } from '../statement/statement.entity.js';
import { newStatement } from '../statement/statement.rules.js';
import type { AgendaItemRow } from './agenda.entity.js';
import { needUnused, newItem, plannedSeconds } from './agenda.rules.js';
import { statementOf } from './leave.rules.js';
import { type AgendaPlan, goingOn, outline, type Planned } from './plan.outline.js';

/**
 * An agenda is planned in one step: one statement after the other, in the order of the speakers, with the parts around them
 * as chosen, each titled in the meeting's language. [A15]
 */
export const planAgenda: Rule<AgendaPlan> = (course, plan, now) => {
  needStatus(course, 'DRAFT', 'SCHEDULED');
  const given = [...plan.speakerIds, ...(plan.writtenSpeakerIds ?? [])];
  if (given.length === 0) throw new Refusal('INVALID_INPUT', { field: 'speakerIds', problem: 'empty' });
  checkTimes(plan);
  const { course: staffed, ids } = staff(course, plan, now);
  const speakerIds = given.map((one) => ids.get(one)!);
  refuseUnless(new Set(speakerIds).size === speakerIds.length, 'DUPLICATE', { what: 'statement' });
  const former = plan.mode === 'REPLACE' ? course.items.filter(({ status }) => status === 'PENDING') : [];
  const parts = outline(course.meeting.language, plan).map((part) => ({
    ...part,
    speakerIds: part.speakerIds.map((one) => ids.get(one)!),
  }));
  const next = arrange(cleared(staffed, former, speakerIds), former, parts, now);
  return { course: next, entry: { type: 'AgendaPlanned' }, id: course.meeting.id };
};

function checkTimes(plan: AgendaPlan): void {
  plannedSeconds(plan.plannedSeconds);
  if (plan.intermissionAfter == null) return;
  integer('intermissionAfter', plan.intermissionAfter, 1, Math.max(1, plan.speakerIds.length));
  integer('intermissionSeconds', plan.intermissionSeconds, 10, 14_400);
}

/** Whoever is named takes part with the duty it needs: a person becomes a participant, a participant gets the duty. [A15] */
function staff(course: Course, plan: AgendaPlan, now: Now) {
  const ids = new Map<string, string>();
  let next = course;
  const take = (given: string, duty: Duty): void => {
    const wanted = given.toLowerCase();
    const known = next.participants.find(({ id, personId }) => id === wanted || personId === wanted);
    if (!known?.duties.includes(duty)) {
      const duties = [...(known?.duties ?? []), duty];
      const { course: staffed, id } = known
        ? updateParticipant(next, { participantId: known.id, duties }, now)
        : addParticipant(next, { personId: wanted, duties, seat: '' }, now);
      next = staffed!;
      ids.set(given, id);
    } else ids.set(given, known.id);
  };
  if (plan.commenterId != null) take(plan.commenterId, 'COMMENTER');
  for (const one of [...plan.speakerIds, ...(plan.writtenSpeakerIds ?? [])]) take(one, 'SPEAKER');
  return { course: next, ids };
}

/** What gives way to the plan goes with its statements, unless one was commented on; those of speakers who stay are kept. [A16] */
function cleared(course: Course, former: readonly AgendaItemRow[], speakerIds: readonly string[]): Course {
  let next = course;
  for (const { id } of former) {
    next = without(next, 'items', id);
    for (const statement of course.statements.filter(({ itemId }) => itemId === id)) {
      if (speakerIds.includes(statement.speakerId)) continue;
      needUnused(course, statement.id);
      next = without(next, 'statements', statement.id);
    }
  }
  return next;
}

/** The parts become items after those that stand, in the place of the former ones. [A16] */
function arrange(course: Course, former: readonly AgendaItemRow[], parts: readonly Planned[], now: Now): Course {
  const inOrder = [...former].sort((a, b) => a.position - b.position);
  let next = course;
  for (const { kind, title, plannedSeconds, speakerIds, known } of goingOn(
    parts,
    inOrder,
    ({ id }) => statementOf(course, id)?.speakerId,
  )) {
    const position = next.items.length + 1;
    const item = { ...(known ?? newItem(course, kind, title, now)), title, plannedSeconds, position };
    next = put(next, 'items', item);
    const mode = kind === 'STATEMENT' ? 'ON_SITE' : 'WRITTEN';
    for (const speakerId of speakerIds)
      next = put(next, 'statements', stated(next, former, item.id, speakerId, mode, now));
  }
  return next;
}

/** A speaker's statement, which is kept if it stood under an item that gave way. */
function stated(
  course: Course,
  former: readonly AgendaItemRow[],
  itemId: string,
  speakerId: string,
  mode: StatementRow['mode'],
  now: Now,
): StatementRow {
  const kept = course.statements.find(
    (one) => one.speakerId === speakerId && former.some(({ id }) => id === one.itemId),
  );
  return kept ? { ...kept, itemId, mode } : newStatement(course, { itemId, speakerId, mode }, now);
}
