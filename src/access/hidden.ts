import { isQuiet } from '../journal/entry.js';
import {
  type Sight,
  seesComment,
  seesDisplays,
  seesNotes,
  seesPresence,
  seesRequirement,
  seesTally,
  seesText,
} from './rights.rules.js';

/** What is not for everybody who sees the meeting. A sentence says for whom it is. */
interface Hidden {
  fields: readonly string[];
  sees: (sight: Sight, row: any, of: any) => boolean;
  told: { en: string; zh: string };
}

/** Of what is hidden, the fields that everybody may have of their own. */
export const personal: ReadonlySet<string> = new Set([
  'Participant.presence',
  'Participant.signedInAt',
  'Participant.leftAt',
]);

/** Fields that are null for those who may not see them, by the row that they belong to. [F4] */
export const hiddenFields: readonly Hidden[] = [
  {
    fields: ['Statement.body'],
    sees: seesText,
    told: {
      en: 'The text of a statement is, until it is made, for its speaker, the commenters and those who run the meeting.',
      zh: '述职开始前，述职材料只有述职人本人、点评人和会议操作人员可以查看。',
    },
  },
  {
    fields: [...personal],
    sees: seesPresence,
    told: {
      en: 'Who is there, and since when, is for those who run the meeting and for tellers; and for everybody of themselves. How many have come is told to all.',
      zh: '出席情况和签到、离会时间只有会议操作人员和监票可以查看，本人可以查看自己的；到会人数对所有人公布。',
    },
  },
  {
    fields: ['AgendaItem.notes', 'Board.notes', 'Board.nextStep'],
    sees: seesNotes,
    told: {
      en: 'What the chair means to say, and what the next step will be, is for commenters, for those who run the meeting and for displays on the rostrum.',
      zh: '主持词和下一步操作只有点评人、会议操作人员和主席台显示屏可以查看。',
    },
  },
  {
    fields: ['Participant.slip'],
    sees: ({ isOperator, isTeller }) => isOperator || isTeller,
    told: {
      en: 'Who has a slip is for those who run the meeting and for tellers. Its code is told once, to whoever issues it.',
      zh: '签到条的发放情况只有会议操作人员和监票可以查看；签到码只在发放时告知一次。',
    },
  },
];

/** Fields whose rows are left out for those who may not see them. [F3] [F4] */
export const hiddenRows: readonly Hidden[] = [
  {
    fields: ['Statement.drafts', 'JournalEntry.comment'],
    sees: seesComment,
    told: {
      en: 'A draft is for whoever wrote it down, and for the commenter in whose name it stands; for nobody else, administrators included.',
      zh: '点评草稿只有起草人和署名的点评人可以查看，其他任何人（包括管理员）都不能查看。',
    },
  },
  {
    fields: ['Meeting.requirements', 'JournalEntry.requirement'],
    sees: seesRequirement,
    told: {
      en: 'A requirement that was not revealed yet is for commenters and those who run the meeting.',
      zh: '尚未公布的要求只有点评人和会议操作人员可以查看。',
    },
  },
  {
    fields: ['Ballot.tallies'],
    sees: (sight, _row, ballot) => seesTally(sight, ballot),
    told: {
      en: 'What was counted of a ballot is, until its result is revealed, for those who run the meeting and for tellers.',
      zh: '测评结果公布前，计票情况只有会议操作人员和监票可以查看。',
    },
  },
  {
    fields: ['JournalEntry.participant'],
    sees: ({ isOperator, isTeller }, _row, { type }) => !isQuiet(type) || isOperator || isTeller,
    told: {
      en: 'That somebody came or left is told to all in the journal; who it was, to those who run the meeting and to tellers.',
      zh: '会议记录向所有人说明有人签到或离会，但只有会议操作人员和监票可以看到是谁。',
    },
  },
  {
    fields: ['Meeting.displays'],
    sees: seesDisplays,
    told: {
      en: 'Which displays there are is for those who run the meeting and for tellers.',
      zh: '显示屏列表只有会议操作人员和监票可以查看。',
    },
  },
  {
    fields: ['Meeting.readiness'],
    sees: ({ isOperator }) => isOperator,
    told: {
      en: 'What a meeting still lacks before it is opened is for those who run it.',
      zh: '会前检查的结果只有会议操作人员可以查看。',
    },
  },
  {
    fields: ['Meeting.appointments'],
    sees: ({ isOperator }) => isOperator,
    told: {
      en: 'Which accounts were appointed is for those who run the meeting.',
      zh: '会议的任命情况只有会议操作人员可以查看。',
    },
  },
];
