/** What happened in a meeting, in the past tense. Each entry says whom and what it is about, by id. */
export type Entry = { [T in EntryType]: { type: T } & EntryRefs }[EntryType];

/** Ids only; no text stands in an entry. */
export interface EntryRefs {
  itemId?: string;
  statementId?: string;
  turnId?: string;
  commentId?: string;
  requirementId?: string;
  ballotId?: string;
  participantId?: string;
  /** Of StepUndone: the seq of the entry that was taken back. */
  undoneSeq?: number;
}

/** A step moves the course of the meeting and can be undone. */
export const steps = [
  'MeetingOpened',
  'MeetingPaused',
  'MeetingResumed',
  'MeetingClosed',
  'ItemCalled',
  'ItemEnded',
  'ItemSkipped',
  'StatementEnded',
  'TurnPaused',
  'TurnResumed',
  'TurnExtended',
  'CommentStarted',
  'CommentSkipped',
  'RequirementRevealed',
  'BallotOpened',
  'BallotClosed',
  'BallotVoided',
  'ResultRevealed',
] as const;

/** What tellers report of a ballot; it rests on the step that opened or closed it. [V12] */
const reports = ['TurnoutReported', 'TallyRecorded'] as const;

/**
 * Who comes and goes, what people are called, what is counted, what covers the board and how displays are set. It takes
 * nothing from under an operator who has not seen it yet. [W5]
 */
export const quiet = [
  'ParticipantSignedIn',
  'ParticipantLeft',
  'PeopleUpdated',
  'BoardBlackedOut',
  'BoardLit',
  'MessageShown',
  'MessageWithdrawn',
  'DisplayUpdated',
  ...reports,
] as const;

export const isQuiet = (type: string): boolean => (quiet as readonly string[]).includes(type);

/** Whether it says nothing of the course, so that no step's undo is refused for it. */
export const isAside = (type: string): boolean => isQuiet(type) && !(reports as readonly string[]).includes(type);

export const entryTypes = [
  ...steps,
  ...quiet,
  'MeetingCreated',
  'MeetingUpdated',
  'MeetingScheduled',
  'MeetingUnscheduled',
  'MeetingArchived',
  'AgendaPlanned',
  'ItemAdded',
  'ItemUpdated',
  'ItemMoved',
  'ItemDropped',
  'StatementAdded',
  'StatementWritten',
  'StatementDropped',
  'CommentPosted',
  'CommentCorrected',
  'CommentRetracted',
  'RequirementAdded',
  'RequirementUpdated',
  'RequirementDropped',
  'ParticipantAdded',
  'ParticipantUpdated',
  'ParticipantRemoved',
  'StepUndone',
] as const;

export type EntryType = (typeof entryTypes)[number];

/** A row as it stood before an entry; `row` is null where there was none. */
export interface Before {
  part: string;
  id: string;
  row: Record<string, unknown> | null;
}
