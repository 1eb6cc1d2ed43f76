import type { EntityManager } from 'typeorm';
import { endSessions, revokeSlip, touchSessions } from '../access/session.store.js';
import type { Course, Decision } from '../meeting/course.js';
import { entities } from '../meeting/course.load.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import type { ParticipantRow } from '../people/participant.entity.js';
import type { Duty } from '../people/participant.type.js';
import { type Change, diff, rowsBefore } from './diff.js';
import { ring } from './doorbell.js';
import type { Before, Entry } from './entry.js';
import { JournalRow } from './journal.entity.js';
import type { Answer } from './write.js';

/** Stores what a rule decided: the rows that differ, the entry with the meeting's next seq, the ring of the doorbell. */
export async function store(
  manager: EntityManager,
  before: Course | null,
  decision: Decision,
  at: Date,
): Promise<Answer> {
  const { course, entry, id: subjectId } = decision;
  if (course === null) return remove(manager, subjectId, before?.meeting.seq ?? 0, at);
  const changes = diff(before, course);
  const meetingId = course.meeting.id;
  await withdraw(manager, changes);
  await apply(manager, changes);
  let { seq } = course.meeting;
  if (entry) await append(manager, meetingId, ++seq, entry, at, rowsBefore(changes));
  return { meetingId, seq, type: entry?.type ?? null, at, subjectId };
}

/** Writes the entry and moves the meeting's seq: the only place that does. */
export async function append(
  manager: EntityManager,
  meetingId: string,
  seq: number,
  { type, ...refs }: Entry,
  at: Date,
  before: Before[],
): Promise<void> {
  await manager.insert(JournalRow, { meetingId, seq, type, at, refs, before: before as object[] });
  await manager.update(MeetingRow, { id: meetingId }, { seq });
  ring(manager, { meetingId, seq, at: at.getTime() });
}

/** Whoever loses a duty, or gets one, is seen with other eyes from this commit on. [F7] */
async function withdraw(manager: EntityManager, changes: Change[]): Promise<void> {
  for (const { part, before, after } of changes) {
    if (part !== 'participants') continue;
    const [former, present] = [before, after] as unknown as (ParticipantRow | null)[];
    const { id: participantId, personId } = (former ?? present)!;
    if (!present) await endSessions(manager, { participantId });
    // Whoever handed the slip out knows its code: it must not open more than it did then.
    else if (former && isRaised(former.duties, present.duties)) await revokeSlip(manager, participantId);
    if (String(former?.duties) !== String(present?.duties)) await touchSessions(manager, { participantId, personId });
  }
}

/** Whether a duty was added that does more than to be there. */
const isRaised = (before: readonly Duty[], after: readonly Duty[]): boolean =>
  after.some((duty) => !before.includes(duty) && !/^(SPEAKER|GUEST|ATTENDEE)$/.test(duty));

/** A row is removed before what it refers to, and written after it. */
async function apply(manager: EntityManager, changes: Change[]): Promise<void> {
  for (const { part, id } of changes.filter(({ after }) => after === null).reverse()) {
    await manager.delete(entityOf(part), { id });
  }
  for (const { part, id, before, after } of changes) {
    if (after === null) continue;
    if (before === null) await manager.insert(entityOf(part), after);
    else await manager.update(entityOf(part), { id }, after);
  }
}

const entityOf = (part: Change['part']) => (part === 'meeting' ? MeetingRow : entities[part]);

async function remove(manager: EntityManager, meetingId: string, seq: number, at: Date): Promise<Answer> {
  await manager.delete(MeetingRow, { id: meetingId });
  ring(manager, { meetingId, seq: null, at: at.getTime() });
  return { meetingId, seq, type: null, at, subjectId: meetingId };
}
