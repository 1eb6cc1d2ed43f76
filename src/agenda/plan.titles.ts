import type { Language } from '../meeting/meeting.type.js';

/** What the items of a plan are called, in the language of their meeting. */
const titles = {
  ZH: {
    OPENING: '主持人宣布开会',
    STATEMENT: (unit: string) => `${unit}述职`,
    WRITTEN_STATEMENTS: '书面述职',
    BALLOT: '民主测评',
    REMARKS: '领导讲话',
    REQUIREMENTS: '提出工作要求',
    INTERMISSION: '休息',
    CLOSING: '会议结束',
  },
  EN: {
    OPENING: 'The host opens the meeting',
    STATEMENT: (unit: string) => (unit ? `Statement: ${unit}` : 'Statement'),
    WRITTEN_STATEMENTS: 'Written statements',
    BALLOT: 'Ballot',
    REMARKS: 'Remarks',
    REQUIREMENTS: 'The chair’s requirements',
    INTERMISSION: 'Intermission',
    CLOSING: 'Closing',
  },
};

export const titlesIn = (language: Language) => titles[language];
