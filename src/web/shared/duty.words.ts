import type { Said } from './page.words.js';

const zh = {
  separator: '、',
  HOST: '主持',
  COMMENTER: '点评',
  SPEAKER: '述职',
  RECORDER: '记录',
  TELLER: '监票',
  GUEST: '列席指导',
  ATTENDEE: '参会',
};

const en: typeof zh = {
  separator: ', ',
  HOST: 'Host',
  COMMENTER: 'Commenter',
  SPEAKER: 'Speaker',
  RECORDER: 'Recorder',
  TELLER: 'Teller',
  GUEST: 'Guest',
  ATTENDEE: 'Attendee',
};

export const dutyWords: Said<typeof zh> = { zh, en };
