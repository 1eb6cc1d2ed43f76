import type { Said } from '../shared/page.words.js';

const zh = {
  agenda: '等待进入下一项',
  agendaOf: (title: string) => `进行中：${title}`,
  closed: '会议已结束',
  comment: (whom: string) => `点评：${whom}`,
  draft: '草稿，尚未排定',
  intermission: '休会中',
  number: (number: number, total: number) => `第 ${number} 位，共 ${total} 位`,
  scheduled: '待召开',
  statement: (who: string) => `述职：${who}`,
};

const en: typeof zh = {
  agenda: 'Waiting for the next item',
  agendaOf: (title) => `In progress: ${title}`,
  closed: 'The meeting is closed',
  comment: (whom) => `Comment: ${whom}`,
  draft: 'A draft, not scheduled yet',
  intermission: 'In an intermission',
  number: (number, total) => `${number} of ${total}`,
  scheduled: 'Scheduled, not open yet',
  statement: (who) => `Statement: ${who}`,
};

export const presentWords: Said<typeof zh> = { zh, en };
