import type { Said } from '../shared/page.words.js';

/** What the big button does, and to whom. */
const zh = {
  call: '下一项',
  callAfter: (ended: string) => `${ended}，下一项`,
  callBallot: '进入测评',
  callIntermission: '进入休会',
  callSpeaker: '请述职',
  callSpeakerAfter: (ended: string) => `${ended}，请下一位述职`,
  close: '结束会议',
  commentEnded: '结束点评',
  endStatement: '结束述职',
  minutes: (count: string) => `${count} 分钟`,
  named: (kind: string, title: string) => (kind === title ? title : `${kind}：${title}`),
  none: '会议已结束',
  onTo: ' → ',
  open: '开始会议',
  resume: '复会',
  resumeTurn: (name: string) => `继续述职：${name}`,
  reveal: '公布要求',
  revealed: (number: string, heading: string) => `${number}、${heading}`,
  schedule: '排定会议',
  scheduleMeans: '开始签到，大屏显示待机画面',
  separator: '：',
  speaker: (name: string, unit: string) => [unit, name].filter(Boolean).join(' '),
  startComment: '进入点评',
  statementEnded: '结束述职，进入点评',
  writtenEnded: '结束书面述职',
};

export type NextWords = typeof zh;

const en: NextWords = {
  call: 'Call next',
  callAfter: (ended) => `${ended}, call next`,
  callBallot: 'Call next: Ballot',
  callIntermission: 'Begin the intermission',
  callSpeaker: 'Call next: Statement',
  callSpeakerAfter: (ended) => `${ended}, call next: Statement`,
  close: 'Close the meeting',
  commentEnded: 'End the comment',
  endStatement: 'End the statement',
  minutes: (count) => `${count} min`,
  named: (kind, title) => (kind.toLowerCase() === title.toLowerCase() ? title : `${kind}: ${title}`),
  none: 'The meeting is closed',
  onTo: ' → ',
  open: 'Open the meeting',
  resume: 'Resume the meeting',
  resumeTurn: (name) => `Statement goes on: ${name}`,
  reveal: 'Reveal requirement',
  revealed: (number, heading) => `${number}. ${heading}`,
  schedule: 'Schedule the meeting',
  scheduleMeans: 'People can sign in, and the board stands by',
  separator: ' — ',
  speaker: (name, unit) => (unit ? `${name}, ${unit}` : name),
  startComment: 'Start the comment',
  statementEnded: 'End the statement, go on to the comment',
  writtenEnded: 'End the written statements',
};

export const nextWords: Said<NextWords> = { zh, en };
