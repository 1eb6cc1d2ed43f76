import type { Said } from '../shared/page.words.js';

const zh = {
  agenda: '议程',
  ballot: '测评',
  board: '大屏',
  console: '控制台',
  desk: '点评',
  displays: '显示屏',
  forStaff: '控制台由会议的主持、记录和监票使用。',
  forStaffHere: '您的账户没有本次会议的主持、记录或监票职责，不能使用控制台。请联系管理员任命。',
  meetings: '会议',
  create: '新建会议',
  noMeetings: '还没有会议。',
  participants: '签到',
  prepare: '准备',
  reception: '签到台',
  requirements: '要求',
};

const en: typeof zh = {
  agenda: 'Agenda',
  ballot: 'Ballot',
  board: 'Board',
  console: 'Console',
  desk: 'Comments',
  displays: 'Displays',
  forStaff: 'The console is for the hosts, recorders and tellers of the meeting.',
  forStaffHere:
    'Your account is no host, recorder or teller of this meeting, so the console is not for it. An administrator can appoint you.',
  meetings: 'Meetings',
  create: 'New meeting',
  noMeetings: 'No meetings yet.',
  participants: 'Attendance',
  prepare: 'Preparation',
  reception: 'Reception',
  requirements: 'Requirements',
};

export const consoleWords: Said<typeof zh> = { zh, en };
