import type { Said } from '../shared/page.words.js';

const zh = {
  close: '关闭',
  keys: {
    next: '下一步（大按钮）',
    undo: '撤销上一步',
    turn: '暂停或继续计时',
    minutes: '加、减 1 分钟',
    skip: '跳过当前项或点评',
    intermission: '休会',
    blackout: '大屏黑屏、恢复',
    message: '大屏通知',
    tabs: '切换右侧各栏',
    move: '移动所选的议程项',
    help: '显示本页',
  },
  on: '启用单键快捷键（关闭后仍可用 Ctrl+Z）',
  space: '空格',
  title: '快捷键',
  where: '在文字框中输入时、对话框打开时，单键不起作用；空格在选中的按钮上按下该按钮。',
};

const en: typeof zh = {
  close: 'Close',
  keys: {
    next: 'Next step (the large button)',
    undo: 'Undo the last step',
    turn: 'Pause the clock, let it go on',
    minutes: 'One minute more, less',
    skip: 'Skip the current item or comment',
    intermission: 'Intermission',
    blackout: 'Black out the board, show it again',
    message: 'Message on the board',
    tabs: 'Go to a part at the side',
    move: 'Move the agenda item that has the focus',
    help: 'Show this page',
  },
  on: 'Keys of one letter are on (Ctrl+Z works without)',
  space: 'Space',
  title: 'Keys',
  where:
    'They do nothing while you type or a dialog is open; on a button that has the focus, space presses that button.',
};

export const helpWords: Said<typeof zh> = { zh, en };
