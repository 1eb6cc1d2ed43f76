import type { MeetingStatus } from '../meeting/meeting.type.js';
import { hiddenFields, hiddenRows } from './hidden.js';
import type { Role } from './rights.rules.js';
import { operators, type Sentence } from './sentence.js';
import { topics } from './table.js';

interface Said {
  en: string;
  zh: string;
}

const roles: Record<Role, Said> = {
  PUBLIC: { en: 'everybody', zh: '任何人' },
  ACCOUNT: { en: 'whoever has an account', zh: '有账户的人' },
  ADMINISTRATOR: { en: 'administrators', zh: '管理员' },
  HOST: { en: 'the host', zh: '主持' },
  RECORDER: { en: 'the recorder', zh: '记录' },
  COMMENTER: { en: 'commenters', zh: '点评人' },
  SPEAKER: { en: 'speakers', zh: '述职人' },
  TELLER: { en: 'tellers', zh: '监票' },
  GUEST: { en: 'guests', zh: '列席人员' },
  ATTENDEE: { en: 'attendees', zh: '参会人员' },
  DISPLAY: { en: 'displays', zh: '显示屏' },
};

/** When, in words: the statuses in their order, as a stretch of the meeting's course. */
const stretches: Record<string, Said> = {
  DRAFT: { en: 'while the meeting is a DRAFT', zh: '会议为草稿时' },
  SCHEDULED: { en: 'while the meeting is SCHEDULED', zh: '会议已排定、尚未开启时' },
  LIVE: { en: 'while the meeting is LIVE', zh: '会议进行中' },
  PAUSED: { en: 'while the meeting is PAUSED', zh: '休会期间' },
  CLOSED: { en: 'while the meeting is CLOSED', zh: '会议结束后、归档前' },
  'DRAFT SCHEDULED': { en: 'before the meeting is opened', zh: '会议开启前' },
  'DRAFT SCHEDULED LIVE PAUSED': { en: 'until the meeting is closed', zh: '会议结束前' },
  'DRAFT SCHEDULED LIVE PAUSED CLOSED': { en: 'until the meeting is archived', zh: '会议归档前' },
  'SCHEDULED LIVE PAUSED': { en: 'from when the meeting is scheduled until it is closed', zh: '会议排定后、结束前' },
  'SCHEDULED LIVE PAUSED CLOSED': {
    en: 'from when the meeting is scheduled until it is archived',
    zh: '会议排定后、归档前',
  },
  'LIVE PAUSED': { en: 'from when the meeting is opened until it is closed', zh: '会议开启后、结束前' },
  'LIVE PAUSED CLOSED': { en: 'from when the meeting is opened until it is archived', zh: '会议开启后、归档前' },
};

/** Statuses as a stretch; a new combination wants words of its own. */
function stretchOf(during: readonly MeetingStatus[]): Said {
  const found = stretches[during.join(' ')];
  if (!found) throw new Error(`access.page.ts has no words for ${during.join(' ')}`);
  return found;
}

/** Those who run the meeting are named together, and whoever has an account alone: administrators have one. */
function named(who: readonly Role[]): Said[] {
  const isRunning = operators.every((role) => who.includes(role));
  const together = isRunning ? [{ en: 'those who run the meeting', zh: '会议操作人员' }] : [];
  const isLeftOut = (role: Role) =>
    (isRunning && operators.some((one) => one === role)) || (role === 'ADMINISTRATOR' && who.includes('ACCOUNT'));
  return [...together, ...who.filter((role) => !isLeftOut(role)).map((role) => roles[role])];
}

const listed = (parts: string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

function inEnglish({ who, may, during }: Sentence): string {
  const subject = listed(named(who).map(({ en }) => en));
  return `${capital(subject)} may ${may.en}${during ? `, ${stretchOf(during).en}` : ''}.`;
}

function inChinese({ who, may, during }: Sentence): string {
  const subject = named(who).map(({ zh }) => zh);
  return `${during ? `${stretchOf(during).zh}，` : ''}${subject.join('、')}可以${may.zh}。`;
}

const entry = (en: string, zh: string, names: readonly string[]): string =>
  `- ${en}\n  ${zh}\n  <br>${names.map((name) => `\`${name}\``).join(' ')}`;

const line = (sentence: Sentence): string => {
  const names = [...new Set(sentence.fields.map((field) => field.split('.')[1]!))];
  return entry(inEnglish(sentence), inChinese(sentence), names);
};

/** docs/access.md, made from what authorisation is checked by. */
export const accessPage = (): string => `<!-- Made by \`npm run schema\` from src/access. Don't edit. -->
# Who may do what · 权限

These are the sentences that every request is checked by, over HTTP and WebSocket alike, and for subscriptions before each
event: what no sentence allows is refused. 每个请求都按以下规则检查，未列明的一律拒绝。

Administrators administer the whole server. All other duties are those of one meeting: whoever carries one there, as a
participant or (host, commenter, recorder and teller) by the appointment of an account, is nobody at any other meeting.
*Those who run the meeting* are administrators, its host and its recorder.
管理员管理整个系统；其他职责只在所在的会议中有效。“会议操作人员”指管理员、主持和记录。

${topics.map(({ about, sentences }) => `## ${about.en} · ${about.zh}\n\n${sentences.map(line).join('\n')}`).join('\n\n')}

## Which meetings are seen · 会议的可见范围

- Those who run a meeting see it at any time; a DRAFT is seen by nobody else.
  会议操作人员随时可以查看会议；草稿只有他们可以查看。
- A PUBLIC meeting is seen by everybody, signed in or not.
  公开会议任何人都可以查看，无需登录。
- A meeting of the ROOM is seen by its participants, its appointed accounts and its displays.
  会场会议由参会人员、被任命的账户和显示屏查看。
- A PRIVATE meeting is seen by these once it was opened.
  不公开会议开启之后，以上人员才可以查看。

## What is hidden · 隐藏的内容

Of a meeting that they see, all get the same, but for this. 可以查看会议的人看到的内容相同，以下内容除外。

${[...hiddenFields, ...hiddenRows].map(({ told, fields }) => entry(told.en, told.zh, fields)).join('\n')}
- The text of a comment that was retracted is told to nobody, and can be read in the audit trail alone.
  已撤回的点评内容不再向任何人显示，只能在审计记录中查看。
- Whether there is a meeting that one may not see is no secret; whatever is in it is.
  会议是否存在不保密，其内容保密。
`;
