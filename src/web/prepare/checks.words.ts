import type { Said } from '../shared/page.words.js';
import type { Finding } from './prepare.query.js';

type Codes = Readonly<Record<Finding['code'], (whom: string) => string>>;

const zh = {
  allWell: '检查未发现问题。',
  checks: '会前检查',
  error: '必须处理',
  mend: '去处理',
  open: '开始会议',
  openAsk: '还有提醒未处理，仍要开始会议？',
  openMeans: (count: number) => `${count} 条提醒不影响开会，但可能造成尴尬。`,
  parts: '准备工作的各部分',
  schedule: '排定会议',
  scheduleMeans: '排定后可以发放签到条，大屏显示待机画面；会议信息不能再改，人员和议程仍可修改。',
  slips: '打印签到条',
  unschedule: '退回草稿',
  waits: (count: number) => (count === 0 ? '会前检查 ✓' : `会前检查（${count}）`),
  warning: '提醒',
  found: {
    NO_HOST: () => '没有主持人。',
    NO_COMMENTER: () => '没有点评人。',
    NO_STATEMENT: () => '议程里没有述职。',
    STARTS_IN_THE_PAST: () => '计划开始时间已经过去。',
    QUORUM_OUT_OF_REACH: () => '法定人数超过应到人数。',
    ONLY_OWN_COMMENTER: (whom) => `${whom}是唯一的点评人，没有人能点评其述职。`,
    SPEAKER_WITHOUT_STATEMENT: (whom) => `有述职职责，但不在议程中：${whom}。`,
    PERSON_TWICE: (whom) => `同一单位有同名的参会人员，可能重复加入：${whom}。`,
    SEAT_TWICE: (whom) => `座位与他人相同：${whom}。`,
    NO_TELLER: () => '有民主测评，但没有监票人。',
    NO_WRITTEN_STATEMENT: (whom) => `没有人提交书面述职：${whom}。`,
    WRITTEN_WITHOUT_TEXT: (whom) => `书面述职材料还没有提交：${whom}。`,
    NO_REQUIREMENT: (whom) => `还没有拟定工作要求：${whom}。`,
    REQUIREMENTS_WITHOUT_ITEM: () => '已拟定工作要求，但议程里没有公布要求的环节。',
    INTERMISSION_WITHOUT_TIME: (whom) => `没有设定时长，大屏无法显示复会时间：${whom}。`,
    NO_SLIP: (whom) => `还没有有效的签到条：${whom}。`,
    NO_DISPLAY: () => '还没有配对显示屏。',
  } satisfies Codes as Codes,
  others: (shown: string, count: number) => `${shown}等 ${count} 项`,
};

const en: typeof zh = {
  allWell: 'Nothing needs to be mended.',
  checks: 'Checks before opening',
  error: 'To be mended',
  mend: 'Mend',
  open: 'Open the meeting',
  openAsk: 'There are warnings left. Open the meeting all the same?',
  openMeans: (count) =>
    `${count} ${count === 1 ? 'warning does' : 'warnings do'} not prevent it, but may be embarrassing.`,
  parts: 'Parts of the preparation',
  schedule: 'Schedule the meeting',
  scheduleMeans:
    'Slips can be issued then, and boards show the standby page. The meeting’s own facts are fixed; people and agenda can still be changed.',
  slips: 'Print slips',
  unschedule: 'Back to draft',
  waits: (count) => (count === 0 ? 'Checks ✓' : `Checks (${count})`),
  warning: 'Warning',
  found: {
    NO_HOST: () => 'There is no host.',
    NO_COMMENTER: () => 'There is no commenter.',
    NO_STATEMENT: () => 'There is no statement on the agenda.',
    STARTS_IN_THE_PAST: () => 'The planned start is over.',
    QUORUM_OUT_OF_REACH: () => 'The quorum is larger than all who are expected.',
    ONLY_OWN_COMMENTER: (whom) => `${whom} is the only commenter, so nobody can comment on their statement.`,
    SPEAKER_WITHOUT_STATEMENT: (whom) => `Speakers, but not on the agenda: ${whom}.`,
    PERSON_TWICE: (whom) => `The same name in the same unit, so perhaps added twice: ${whom}.`,
    SEAT_TWICE: (whom) => `On a seat that somebody else has: ${whom}.`,
    NO_TELLER: () => 'There is a ballot, but no teller.',
    NO_WRITTEN_STATEMENT: (whom) => `Nobody hands in a written statement: ${whom}.`,
    WRITTEN_WITHOUT_TEXT: (whom) => `The text of the written statement is missing: ${whom}.`,
    NO_REQUIREMENT: (whom) => `No requirements are written down yet: ${whom}.`,
    REQUIREMENTS_WITHOUT_ITEM: () => 'There are requirements, but no item to reveal them in.',
    INTERMISSION_WITHOUT_TIME: (whom) => `Without a planned time, so the board can’t say when it ends: ${whom}.`,
    NO_SLIP: (whom) => `Without a valid slip: ${whom}.`,
    NO_DISPLAY: () => 'No screen is paired yet.',
  },
  others: (shown, count) => `${shown} and others, ${count} in all`,
};

export const checksWords: Said<typeof zh> = { zh, en };
