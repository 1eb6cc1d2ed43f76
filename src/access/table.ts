import type { Sentence } from './sentence.js';
import { accountSentences, auditSentences } from './table.accounts.js';
import { ballotSentences } from './table.ballot.js';
import { courseSentences, preparationSentences, viewSentences } from './table.meeting.js';
import { displaySentences, presenceSentences } from './table.reception.js';
import { commentSentences, statementSentences } from './table.statements.js';

interface Topic {
  about: { en: string; zh: string };
  sentences: readonly Sentence[];
}

/** The one table from which authorisation is checked, and docs/access.md is made. [F1] */
export const topics: readonly Topic[] = [
  { about: { en: 'Looking', zh: '查看' }, sentences: viewSentences },
  { about: { en: 'Preparing', zh: '会前准备' }, sentences: preparationSentences },
  { about: { en: 'Leading the meeting', zh: '主持会议' }, sentences: courseSentences },
  { about: { en: 'Statements', zh: '述职' }, sentences: statementSentences },
  { about: { en: 'Comments', zh: '点评' }, sentences: commentSentences },
  { about: { en: 'The ballot', zh: '民主测评' }, sentences: ballotSentences },
  { about: { en: 'Who is there', zh: '签到' }, sentences: presenceSentences },
  { about: { en: 'Displays', zh: '显示屏' }, sentences: displaySentences },
  { about: { en: 'Signing in, and accounts', zh: '登录与账户' }, sentences: accountSentences },
  { about: { en: 'The audit trail', zh: '审计记录' }, sentences: auditSentences },
];

const sentences = topics.flatMap((topic) => topic.sentences);

/** Sentences by the field that they allow. */
export const allowing: ReadonlyMap<string, readonly Sentence[]> = new Map(
  sentences
    .flatMap(({ fields }) => fields)
    .map((field) => [field, sentences.filter(({ fields }) => fields.includes(field))]),
);
