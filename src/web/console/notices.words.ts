import type { Said } from '../shared/page.words.js';

const zh = {
  conflict: '另一个控制台已推进会议，未执行',
  dismiss: '知道了',
  late: '已经执行（当时没有收到答复）',
  lookingUp: (said: string) => `“${said}”没有收到答复，正在查询是否已经执行…`,
  notDone: '没有执行：发送时连不上服务器',
  offline: '没有执行：连不上服务器',
  offlineNow: '离线',
  offlineMeans: '连不上服务器。显示的内容可能已经过时；现在任何操作都不会执行，也不会在恢复后补做。正在自动重连。',
  presently: '现在',
  refused: '没有执行',
  title: '通知',
};

const en: typeof zh = {
  conflict: 'Another console has moved the meeting; not done',
  dismiss: 'Dismiss',
  late: 'It was done, though no answer came at first',
  lookingUp: (said) => `No answer to “${said}”: finding out whether it was done…`,
  notDone: 'Not done: the server could not be reached when it was sent',
  offline: 'Not done: the server cannot be reached',
  offlineNow: 'Offline',
  offlineMeans:
    'The server cannot be reached. What you see may be out of date; nothing can be done now, and nothing will be done later by itself. Reconnecting.',
  presently: 'Now',
  refused: 'Not done',
  title: 'Notices',
};

export const noticeWords: Said<typeof zh> = { zh, en };
