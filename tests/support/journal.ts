import { diff, rowsBefore } from '../../src/journal/diff.js';
import { type Before, steps } from '../../src/journal/entry.js';
import { type JournalEntry, undoLastStep } from '../../src/journal/undo.rules.js';
import type { Course, Decision, Rule } from '../../src/meeting/course.js';
import { parts } from '../../src/meeting/course.js';
import { type Call, decide } from './course.js';

/** A course and its journal, kept as the database keeps them, but in memory. */
export interface Kept {
  course: Course;
  entries: JournalEntry[];
}

export const keep = (course: Course): Kept => ({ course, entries: [] });

/** Stores what was decided: an entry has the next seq, and its rows before have been through JSON. */
function store({ course: before, entries }: Kept, { course, entry }: Decision): Kept {
  if (course === null) throw new Error('the meeting was deleted');
  if (!entry) return { course: loaded(course), entries };
  const { type, ...refs } = entry;
  const seq = before.meeting.seq + 1;
  const rows: Before[] = JSON.parse(JSON.stringify(rowsBefore(diff(before, course))));
  return {
    course: loaded({ ...course, meeting: { ...course.meeting, seq } }),
    entries: [...entries, { seq, type, refs, before: rows }],
  };
}

export const run = <Input>(kept: Kept, rule: Rule<Input>, input: Input, seconds = 0): Kept =>
  store(kept, decide(kept.course, rule, input, seconds));

/** The same for a script of commands. */
export const perform = (kept: Kept, ...calls: Call[]): Kept =>
  calls.reduce((standing, call) => run(standing, ...call), kept);

export const undo = (kept: Kept): Kept => store(kept, undoLastStep(kept.course, lastStep(kept.entries)));

/** What loadLastStep finds: the last step that was not undone, and all entries after it. */
function lastStep(entries: JournalEntry[]): JournalEntry[] {
  const undone = new Set(entries.map(({ refs }) => refs.undoneSeq));
  const at = entries.findLastIndex(({ seq, type }) => (steps as readonly string[]).includes(type) && !undone.has(seq));
  return at < 0 ? [] : entries.slice(at);
}

/** Rows in the order in which the database gives them. */
function loaded(course: Course): Course {
  const lists = parts.map(({ part, order }) => {
    const key = order as 'id';
    return [part, (course[part] as { id: string }[]).toSorted((a, b) => (a[key] < b[key] ? -1 : 1))];
  });
  return { ...course, ...Object.fromEntries(lists) };
}
