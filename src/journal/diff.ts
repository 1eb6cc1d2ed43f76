import { type Course, type Part, parts } from '../meeting/course.js';
import type { MeetingRow } from '../meeting/meeting.entity.js';
import type { Before } from './entry.js';

type Row = { id: string };

export interface Change {
  part: 'meeting' | Part;
  id: string;
  before: Row | null;
  after: Row | null;
}

/**
 * What differs between two states of a course, row by row. Rules never change a row but put a new one in its place, so
 * identity tells. Rows come in the order in which they may be written.
 */
export function diff(before: Course | null, after: Course): Change[] {
  const changes: Change[] = [];
  if (before?.meeting !== after.meeting) {
    changes.push({ part: 'meeting', id: after.meeting.id, before: before?.meeting ?? null, after: after.meeting });
  }
  for (const { part } of parts) {
    const old = new Map((before?.[part] ?? []).map((row: Row) => [row.id, row]));
    for (const row of after[part] as Row[]) {
      const known = old.get(row.id) ?? null;
      if (known !== row) changes.push({ part, id: row.id, before: known, after: row });
      old.delete(row.id);
    }
    for (const row of old.values()) changes.push({ part, id: row.id, before: row, after: null });
  }
  return changes;
}

/** The rows before a change, as the journal keeps them for undo and audit. The meeting's seq and epoch are never taken back. [U4] */
export function rowsBefore(changes: Change[]): Before[] {
  return changes.map(({ part, id, before }) => {
    if (before === null) return { part, id, row: null };
    const { seq: _seq, epoch: _epoch, ...row } = before as Row & Partial<MeetingRow>;
    return { part, id, row: { ...row } };
  });
}

/** The course with rows put back to how they stood before an entry. Columns that end in "At" are instants. */
export function restore(course: Course, before: Before[]): Course {
  let next = course;
  for (const { part, id, row } of before) {
    const known = row === null ? null : revived(row);
    if (part === 'meeting') {
      next = { ...next, meeting: { ...next.meeting, ...known } };
      continue;
    }
    const rows = (next[part as Part] as Row[]).filter((other) => other.id !== id);
    const { order } = parts.find((candidate) => candidate.part === part)!;
    next = { ...next, [part]: known === null ? rows : sorted([...rows, known as Row], order) };
  }
  return next;
}

const revived = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      key.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
    ]),
  );

const sorted = (rows: Row[], key: string) =>
  rows.toSorted((a, b) => {
    const [x, y] = [a[key as 'id'], b[key as 'id']];
    return x < y ? -1 : x > y ? 1 : 0;
  });
