import { live, mutations, operators, posted, receivers, type Sentence } from './sentence.js';

/** Who may hold a ballot and count it: part of the one table (table.ts). */
export const ballotSentences: readonly Sentence[] = [
  {
    who: operators,
    may: {
      en: 'open a ballot, reveal its result, and hold a void one again',
      zh: '开始民主测评，公布测评结果，作废后重新测评',
    },
    fields: mutations('openBallot', 'revealResult', 'holdAgain'),
    during: live,
  },
  {
    who: operators,
    may: { en: 'close a ballot', zh: '结束民主测评' },
    fields: mutations('closeBallot'),
    during: ['LIVE', 'PAUSED'],
  },
  {
    who: receivers,
    may: {
      en: 'report how many sheets were issued, cast and void, and what was counted',
      zh: '报告发出、收回和无效票数，录入计票结果',
    },
    fields: mutations('reportTurnout', 'recordTally'),
    during: posted,
  },
];
