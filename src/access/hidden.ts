import { type Sight, seesComment, seesDisplays, seesRequirement, seesText } from './rights.rules.js';

/** Fields that are null for those who may not see them, by the row that they belong to. [F4] */
export const hiddenFields: Readonly<Record<string, (sight: Sight, row: any) => boolean>> = {
  'Statement.body': seesText,
};

/** Fields whose rows are left out for those who may not see them. [F3] [F4] */
export const hiddenRows: Readonly<Record<string, (sight: Sight, row: any) => boolean>> = {
  'Meeting.requirements': seesRequirement,
  'JournalEntry.requirement': seesRequirement,
  'JournalEntry.comment': seesComment,
  'Statement.drafts': seesComment,
  'Meeting.displays': seesDisplays,
  'Meeting.appointments': ({ isOperator }) => isOperator,
};
