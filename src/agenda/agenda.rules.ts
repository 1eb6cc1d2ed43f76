import { Refusal, refuseUnless } from '../errors.js';
import { integer, text } from '../input.js';
import { type Course, type Decision, find, type Now, put, type Rule, without } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import { needSpeaker, newStatement } from '../statement/statement.rules.js';
import type { AgendaItemRow } from './agenda.entity.js';
import type { AgendaItemInput, ItemKind, UpdateAgendaItemInput } from './agenda.type.js';
import { statementOf } from './leave.rules.js';

/** What an agenda item stands for, while the agenda is prepared and while the meeting runs. */

const needOpenAgenda = (course: Course) => needStatus(course, 'DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED');

/** What is current or done keeps its place: nothing is put before it, and it is not moved, changed or dropped. [A10] */
function needUncalled({ status }: AgendaItemRow): void {
  refuseUnless(status === 'PENDING' || status === 'SKIPPED', 'ALREADY_CALLED', { status });
}

export const plannedSeconds = (value: number | null | undefined) =>
  value == null ? null : integer('plannedSeconds', value, 10, 14_400);

const notes = (value: string) => text('notes', value, { max: 2000, empty: true });

/** The items with one of them put at a position, numbered 1, 2, 3 … again. */
function placed(course: Course, item: AgendaItemRow, position: number): AgendaItemRow[] {
  const others = course.items.filter(({ id }) => id !== item.id).sort((a, b) => a.position - b.position);
  integer('position', position, 1, others.length + 1);
  const lastCalled = others.findLastIndex(({ status }) => status === 'CURRENT' || status === 'DONE');
  if (position <= lastCalled + 1) throw new Refusal('INVALID_INPUT', { field: 'position', problem: 'beforeCalled' });
  const ordered = [...others.slice(0, position - 1), item, ...others.slice(position - 1)];
  return renumbered(ordered);
}

const renumbered = (items: AgendaItemRow[]): AgendaItemRow[] =>
  items.map((item, index) => (item.position === index + 1 ? item : { ...item, position: index + 1 }));

/** An item that is to come, without a place yet. */
export const newItem = (course: Course, kind: ItemKind, title: string, { id }: Now): AgendaItemRow => ({
  id: id(),
  meetingId: course.meeting.id,
  position: 0,
  kind,
  title: text('title', title, { max: 200 }),
  status: 'PENDING',
  plannedSeconds: null,
  calledAt: null,
  endedAt: null,
  skipReason: null,
  notes: '',
});

/** Items can be added until the meeting is closed, at the end or at a position. A STATEMENT names its speaker. [A11] */
export const addItem: Rule<AgendaItemInput> = (course, input, now) => {
  needOpenAgenda(course);
  const item = {
    ...newItem(course, input.kind, input.title, now),
    plannedSeconds: plannedSeconds(input.plannedSeconds),
    notes: notes(input.notes ?? ''),
  };
  const items = placed(course, item, input.position ?? course.items.length + 1);
  const decision: Decision = {
    course: { ...course, items },
    entry: { type: 'ItemAdded', itemId: item.id },
    id: item.id,
  };
  if (item.kind !== 'STATEMENT') {
    if (input.speakerId != null) throw new Refusal('INVALID_INPUT', { field: 'speakerId', problem: 'notHere' });
    return decision;
  }
  if (input.speakerId == null) throw new Refusal('INVALID_INPUT', { field: 'speakerId', problem: 'missing' });
  const statement = newStatement(course, { itemId: item.id, speakerId: input.speakerId, mode: 'ON_SITE' }, now);
  return { ...decision, course: put({ ...course, items }, 'statements', statement) };
};

/** A statement that was spoken, if only for a moment, commented on, if only in a draft, or stands on a sheet is its speaker's. [V2] */
export function needUnused({ turns, comments, tallies }: Course, id: string): void {
  const isUsed = [...turns, ...comments, ...tallies].some(({ statementId }) => statementId === id);
  refuseUnless(!isUsed, 'IN_USE', { what: 'statement' });
}

/**
 * An item that is to come, or was skipped, can be changed. Its statement can be given to another speaker, unless it was spoken or
 * commented on. [A12]
 */
export const updateItem: Rule<UpdateAgendaItemInput & { itemId: string }> = (course, input) => {
  needOpenAgenda(course);
  const item = find(course, 'items', input.itemId);
  needUncalled(item);
  let next = put(course, 'items', {
    ...item,
    title: input.title == null ? item.title : text('title', input.title, { max: 200 }),
    plannedSeconds: plannedSeconds(input.plannedSeconds) ?? item.plannedSeconds,
    notes: input.notes == null ? item.notes : notes(input.notes),
  });
  if (input.speakerId != null) {
    const statement = statementOf(course, item.id);
    if (!statement) throw new Refusal('INVALID_INPUT', { field: 'speakerId', problem: 'notHere' });
    if (input.speakerId !== statement.speakerId) {
      needUnused(course, statement.id);
      needSpeaker(course, input.speakerId);
    }
    next = put(next, 'statements', { ...statement, speakerId: input.speakerId });
  }
  return { course: next, entry: { type: 'ItemUpdated', itemId: item.id }, id: item.id };
};

/** An item that is to come, or was skipped, can be moved; the current item and its timer are not touched. [A13] */
export const moveItem: Rule<{ itemId: string; position: number }> = (course, { itemId, position }) => {
  needOpenAgenda(course);
  const item = find(course, 'items', itemId);
  needUncalled(item);
  return {
    course: { ...course, items: placed(course, item, position) },
    entry: { type: 'ItemMoved', itemId },
    id: itemId,
  };
};

/** An item that is to come, or was skipped, can be dropped, its statement with it, unless that was spoken or commented on. [A14] */
export const dropItem: Rule<{ itemId: string }> = (course, { itemId }) => {
  needOpenAgenda(course);
  const item = find(course, 'items', itemId);
  needUncalled(item);
  refuseUnless(!course.ballots.some((ballot) => ballot.itemId === itemId), 'IN_USE', { what: 'ballot' });
  let next = without(course, 'items', itemId);
  for (const { id } of course.statements.filter((statement) => statement.itemId === itemId)) {
    needUnused(course, id);
    next = without(next, 'statements', id);
  }
  const items = renumbered(next.items.toSorted((a, b) => a.position - b.position));
  return { course: { ...next, items }, entry: { type: 'ItemDropped', itemId }, id: itemId };
};
