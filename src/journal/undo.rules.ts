import { Refusal } from '../errors.js';
import { type Course, type Decision, withMeeting } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import { restore } from './diff.js';
import { type Before, type EntryRefs, type EntryType, isAside, steps } from './entry.js';

export interface JournalEntry {
  seq: number;
  type: EntryType;
  refs: EntryRefs;
  before: Before[];
}

const isStep = (type: EntryType) => (steps as readonly EntryType[]).includes(type);

/** The ids of what an entry changed or spoke of. */
const subjects = ({ before, refs }: JournalEntry) =>
  new Set([...before.map(({ id }) => id), ...Object.values(refs).filter((ref) => typeof ref === 'string')]);

/**
 * Undo takes back the last step that stands: its rows are as they were before, and an entry says so. Undone again, the
 * step before it is taken back. [U1] It is refused while a later entry that stands changed or speaks of the same rows,
 * such as a comment on the statement that the step called. [U2] Nothing of an ARCHIVED meeting is undone. [U3] What covers
 * the board stays as it is, and is never in the way. [B10]
 */
export function undoLastStep(course: Course, entries: JournalEntry[]): Decision {
  needStatus(course, 'SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED');
  const undone = new Set(entries.map(({ refs }) => refs.undoneSeq));
  const standing = entries.filter(({ seq, type }) => type !== 'StepUndone' && !undone.has(seq));
  const step = standing.findLast(({ type }) => isStep(type));
  if (!step) throw new Refusal('NOTHING_TO_UNDO');
  const changed = new Set(step.before.map(({ id }) => id));
  const dependent = standing.find(
    (entry) => entry.seq > step.seq && !isAside(entry.type) && [...subjects(entry)].some((id) => changed.has(id)),
  );
  if (dependent) throw new Refusal('STEP_DEPENDED_ON', { type: dependent.type });
  const { undoneSeq: _, ...refs } = step.refs;
  const { isBlackedOut, message } = course.meeting;
  return {
    course: withMeeting(restore(course, step.before), { isBlackedOut, message }),
    entry: { type: 'StepUndone', undoneSeq: step.seq, ...refs },
    id: course.meeting.id,
  };
}
