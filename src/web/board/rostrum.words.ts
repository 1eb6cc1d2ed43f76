import type { NextStep, Person } from '../shared/board.query.js';
import type { LanguageTag } from '../shared/words.js';

const zh = {
  black: '大屏已黑屏，会场看不到内容',
  message: '大屏正显示消息',
  next: '下一步',
  none: '会议已结束',
  notes: '主持词',
  comment: (who: string) => `进入点评：${who}`,
  signedIn: (signedIn: number, expected: number) => `签到 ${signedIn}/${expected}`,
  obstacle: '这一步现在还不能进行',
  obstacles: {
    COMMENT_MISSING: '须先发布点评',
    SHEETS_NOT_COUNTED: '监票正在计票',
    TALLY_INCOMPLETE: '监票正在计票',
    TALLY_MISMATCH: '票数不符，监票正在核对',
  } as Partial<Record<NonNullable<NextStep['obstacle']>, string>>,
  speaker: ({ name, organization }: Person) => [organization, name].filter(Boolean).join(' '),
  steps: {
    SCHEDULE: () => '排定会议',
    OPEN: () => '宣布开会',
    RESUME: () => '复会',
    CALL_ITEM: (who: string) => `请 ${who} 述职`,
    END_STATEMENT: (who: string) => `结束述职：${who}`,
    START_COMMENT: (who: string) => `结束述职，进入点评：${who}`,
    REVEAL_REQUIREMENT: (which: string) => `宣布要求之${which}`,
    OPEN_BALLOT: () => '开始测评',
    CLOSE_BALLOT: () => '结束测评',
    REVEAL_RESULT: () => '公布测评结果',
    HOLD_AGAIN: () => '本轮作废，重新测评',
    CLOSE: () => '宣布散会',
  } as Record<NextStep['step'], (what: string) => string>,
};

export type RostrumWords = typeof zh;

const en: RostrumWords = {
  black: 'The board is black: the room sees nothing',
  message: 'The board shows a message',
  next: 'Next',
  none: 'The meeting is over',
  notes: 'Notes for the chair',
  comment: (who) => `Comment on ${who}`,
  signedIn: (signedIn, expected) => `Signed in ${signedIn}/${expected}`,
  obstacle: 'This cannot be done yet',
  obstacles: {
    COMMENT_MISSING: 'A comment must be posted first',
    SHEETS_NOT_COUNTED: 'The tellers are counting',
    TALLY_INCOMPLETE: 'The tellers are counting',
    TALLY_MISMATCH: 'It does not add up; the tellers are counting again',
  },
  speaker: ({ name, organization }) => [name, organization].filter(Boolean).join(', '),
  steps: {
    SCHEDULE: () => 'Schedule the meeting',
    OPEN: () => 'Open the meeting',
    RESUME: () => 'Resume the meeting',
    CALL_ITEM: (who) => `Statement of ${who}`,
    END_STATEMENT: (who) => `End the statement of ${who}`,
    START_COMMENT: (who) => `End the statement; comment on ${who}`,
    REVEAL_REQUIREMENT: (which) => `Announce requirement ${which}`,
    OPEN_BALLOT: () => 'Open the ballot',
    CLOSE_BALLOT: () => 'Close the ballot',
    REVEAL_RESULT: () => 'Reveal the result',
    HOLD_AGAIN: () => 'Void: hold the ballot again',
    CLOSE: () => 'Close the meeting',
  },
};

export const rostrumWords: Record<LanguageTag, RostrumWords> = { zh, en };
