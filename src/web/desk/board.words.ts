import type { Said } from '../shared/page.words.js';

const zh = {
  miniature: '大屏缩略图',
  roomSees: '会场看到的画面',
  view: '画面',
  views: { HALL: '会场', ROSTRUM: '主席台', PORTRAIT: '竖屏', STRIP: '条屏' },
  viewOf: (name: string, view: string) => `${name}（${view}）`,
  shows: (state: string, who: string) => `大屏现在显示：${state}${who ? `，${who}` : ''}`,
  state: {
    STANDBY: '待机',
    AGENDA: '议程',
    STATEMENT: '述职中',
    COMMENT: '点评中',
    WRITTEN_STATEMENTS: '书面述职',
    REQUIREMENTS: '会议要求',
    INTERMISSION: '休会',
    BALLOT_OPEN: '正在测评',
    BALLOT_CLOSED: '测评结束',
    BALLOT_RESULT: '测评结果',
    CLOSED: '会议结束',
    BLACKOUT: '黑屏',
  } as Record<string, string>,
  preview: '大屏预览',
  previewOf: (speaker: string) => `发布后的大屏：${speaker}`,
  page: (page: number) => `第 ${page} 页`,
  pages: '预览的页',
  lasts: (pages: number, seconds: number) => (pages > 1 ? `共 ${pages} 页，轮换一遍约 ${seconds} 秒` : '共 1 页'),
};

const en: typeof zh = {
  miniature: 'The board in small',
  roomSees: 'What the room sees',
  view: 'View',
  views: { HALL: 'Hall', ROSTRUM: 'Rostrum', PORTRAIT: 'Portrait', STRIP: 'Strip' },
  viewOf: (name, view) => `${name} (${view})`,
  shows: (state, who) => `The board shows: ${state}${who ? `, ${who}` : ''}`,
  state: {
    STANDBY: 'standby',
    AGENDA: 'agenda',
    STATEMENT: 'statement',
    COMMENT: 'comment',
    WRITTEN_STATEMENTS: 'written statements',
    REQUIREMENTS: 'requirements',
    INTERMISSION: 'intermission',
    BALLOT_OPEN: 'ballot open',
    BALLOT_CLOSED: 'ballot closed',
    BALLOT_RESULT: 'ballot result',
    CLOSED: 'closed',
    BLACKOUT: 'blackout',
  },
  preview: 'Preview of the board',
  previewOf: (speaker) => `The board once it is posted: ${speaker}`,
  page: (page) => `Page ${page}`,
  pages: 'Pages of the preview',
  lasts: (pages, seconds) => (pages > 1 ? `${pages} pages, about ${seconds} s for all` : '1 page'),
};

export const boardWords: Said<typeof zh> = { zh, en };
