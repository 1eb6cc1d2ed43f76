import type { Said } from '../shared/page.words.js';

/** Why the next step can't be made now, in the words of the room. */
const zh = {
  BALLOT_OPEN: '测评还在进行，请先结束测评。',
  COMMENT_MISSING: (whom: string) => `还没有点评：${whom}`,
  ITEMS_PENDING: '还有述职没有进行。',
  NOT_READY: '会议还没有准备好：需要主持、点评人和至少一项述职。',
  SHEETS_NOT_COUNTED: '正在计票：还没有清点无效票。',
  TALLY_INCOMPLETE: '正在计票：还有述职人的票数没有录入。',
  TALLY_MISMATCH: '票数合计与有效票不符，请核对。',
  STATEMENTS_FIRST: '本次会议先集中述职，之后再点评。',
  TURN_RUNNING: '述职还没有结束。',
  other: '现在还不能进行这一步。',
  toAgenda: '查看议程',
  toBallot: '去测评',
  toDesk: '去写点评',
  toPrepare: '去准备',
  justChanged: '下一步刚刚变化，请再看一眼后重按。',
  skipComment: '不点评，说明理由',
  wait: '正在执行…',
  offline: '离线，不能操作',
  next: '下一步',
};

const en: typeof zh = {
  BALLOT_OPEN: 'The ballot is still open: close it first.',
  COMMENT_MISSING: (whom) => `No comment yet: ${whom}`,
  ITEMS_PENDING: 'There are statements that were not called yet.',
  NOT_READY: 'The meeting is not ready: it needs a host, a commenter and a statement.',
  SHEETS_NOT_COUNTED: 'Being counted: the void sheets are not counted yet.',
  TALLY_INCOMPLETE: 'Being counted: some candidates are not counted yet.',
  TALLY_MISMATCH: 'The marks do not add up to the valid sheets; count again.',
  STATEMENTS_FIRST: 'In this meeting all statements come first, then the comments.',
  TURN_RUNNING: 'A statement is still being made.',
  other: 'This step is not possible yet.',
  toAgenda: 'See the agenda',
  toBallot: 'Go to the ballot',
  toDesk: 'Write the comment',
  toPrepare: 'Go to the preparation',
  justChanged: 'The next step has just changed. Look again, then press.',
  skipComment: 'No comment, with a reason',
  wait: 'Being done…',
  offline: 'Offline: nothing can be done',
  next: 'Next',
};

export const obstacleWords: Said<typeof zh> = { zh, en };
