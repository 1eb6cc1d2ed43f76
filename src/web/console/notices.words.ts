import type { Said } from '../shared/page.words.js';

const zh = {
  busy: '没有执行：另一项操作正在进行',
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
  unknown: '没有收到答复，登录随后失效：可能已经执行，也可能没有。请重新登录，核对会议现状。',
};

const en: typeof zh = {
  busy: 'Not done: something else was under way',
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
  unknown:
    'No answer came, and you were signed out before it could be found out: it may have been done or not. Sign in again and look where the meeting is.',
};

export const noticeWords: Said<typeof zh> = { zh, en };
