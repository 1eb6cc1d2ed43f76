import { quiet } from '../journal/entry.js';
import { type Sight, seesComment, seesDisplays, seesPresence, seesRequirement, seesText } from './rights.rules.js';

const isQuiet = (type: string) => (quiet as readonly string[]).includes(type);

/** Fields that are null for those who may not see them, by the row that they belong to. [F4] */
export const hiddenFields: Readonly<Record<string, (sight: Sight, row: any) => boolean>> = {
  'Statement.body': seesText,
  'Participant.presence': seesPresence,
  'Participant.signedInAt': seesPresence,
  'Participant.leftAt': seesPresence,
  'Participant.slip': ({ isOperator, isTeller }) => isOperator || isTeller,
};

/** Fields whose rows are left out for those who may not see them. [F3] [F4] */
export const hiddenRows: Readonly<Record<string, (sight: Sight, row: any, of: any) => boolean>> = {
  'Meeting.requirements': seesRequirement,
  'JournalEntry.requirement': seesRequirement,
  'JournalEntry.comment': seesComment,
  // That somebody came or went is told to all, who it was is not.
  'JournalEntry.participant': (sight, row, { type }) => !isQuiet(type) || seesPresence(sight, row),
  'Statement.drafts': seesComment,
  'Meeting.displays': seesDisplays,
  'Meeting.appointments': ({ isOperator }) => isOperator,
};
