import type { MeetingStatus } from '../meeting/meeting.type.js';
import type { Own } from './own.js';
import type { Role } from './rights.rules.js';
import { accountSentences } from './table.accounts.js';

/** Who may do what, as a sentence; what no sentence allows is refused. */
export interface Sentence {
  who: readonly Role[];
  may: { en: string; zh: string };
  /** Root fields, as "Mutation.callItem". Their argument `meetingId` (of Query.meeting `id`) says at which meeting. */
  fields: readonly string[];
  /** Statuses of the meeting in which the rules allow it; left out where it doesn't matter. A test compares them with the rules. */
  during?: readonly MeetingStatus[];
  /** Only where it is one's own. */
  own?: Own;
  /** Only a meeting that may be seen (rights.rules.ts). */
  seen?: true;
}

const draft = ['DRAFT'] as const;
const live = ['LIVE'] as const;
const open = ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED'] as const;
const desk = [...open, 'CLOSED'] as const;
const posted = ['LIVE', 'PAUSED', 'CLOSED'] as const;

const operators = ['ADMINISTRATOR', 'HOST', 'RECORDER'] as const;
/** Those at the reception. */
const receivers = [...operators, 'TELLER'] as const;
const everybody = ['PUBLIC'] as const;

const mutations = (...names: string[]) => names.map((name) => `Mutation.${name}`);

/** The one table from which authorisation is checked, and docs/access.md is made. [F1] */
export const sentences: readonly Sentence[] = [
  {
    who: everybody,
    may: { en: 'see a meeting that is open to them', zh: '查看对其开放的会议' },
    fields: [
      'Query.meeting',
      'Query.board',
      'Query.journal',
      'Subscription.board',
      'Subscription.journal',
      'Subscription.speakerCalled',
      'Subscription.commentPosted',
    ],
    seen: true,
  },
  {
    who: everybody,
    may: {
      en: 'list the meetings that are open to them, and ask the clock and what the server speaks of',
      zh: '列出对其开放的会议，查询服务器时间和错误代码',
    },
    fields: ['Query.meetings', 'Query.node', 'Query.serverTime', 'Query.refusals'],
  },
  ...accountSentences,
  {
    who: ['ACCOUNT', 'ADMINISTRATOR'],
    may: { en: 'look up units and persons, and keep them up to date', zh: '查询并维护单位和人员' },
    fields: [
      'Query.organizations',
      'Query.persons',
      ...mutations(
        'createOrganization',
        'updateOrganization',
        'deleteOrganization',
        'createPerson',
        'updatePerson',
        'deletePerson',
      ),
    ],
  },
  {
    who: ['ACCOUNT', 'ADMINISTRATOR'],
    may: { en: 'create a meeting, and are its RECORDER from then on', zh: '创建会议，并成为该会议的记录' },
    fields: mutations('createMeeting'),
  },
  {
    who: operators,
    may: { en: 'change a meeting as a whole, delete or schedule it', zh: '修改、删除或排定会议' },
    fields: mutations('updateMeeting', 'deleteMeeting', 'scheduleMeeting'),
    during: draft,
  },
  {
    who: operators,
    may: { en: 'open a meeting, or take it back to DRAFT', zh: '开启会议，或退回草稿' },
    fields: mutations('openMeeting', 'unscheduleMeeting'),
    during: ['SCHEDULED'],
  },
  {
    who: operators,
    may: { en: 'pause and close the meeting', zh: '休会、结束会议' },
    fields: mutations('pauseMeeting', 'closeMeeting'),
    during: live,
  },
  {
    who: operators,
    may: { en: 'resume the meeting', zh: '复会' },
    fields: mutations('resumeMeeting'),
    during: ['PAUSED'],
  },
  {
    who: operators,
    may: { en: 'archive the meeting', zh: '归档会议' },
    fields: mutations('archiveMeeting'),
    during: ['CLOSED'],
  },
  {
    who: operators,
    may: { en: 'take the last step back', zh: '撤销上一步' },
    fields: mutations('undoLastStep'),
    during: ['SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED'],
  },
  {
    who: operators,
    may: { en: 'call an item or a speaker again, end it or skip it', zh: '进入、结束、跳过议程项，再次请述职人发言' },
    fields: mutations('callItem', 'recallSpeaker', 'endItem', 'skipItem'),
    during: live,
  },
  {
    who: operators,
    may: {
      en: 'end a statement, pause, resume and extend its time, and lead over to the comment or past it',
      zh: '结束述职，暂停、继续、延长计时，进入或跳过点评',
    },
    fields: mutations('endStatement', 'startComment', 'skipComment', 'pauseTurn', 'resumeTurn', 'extendTurn'),
    during: live,
  },
  {
    who: operators,
    may: { en: 'reveal the next requirement', zh: '公布下一条要求' },
    fields: mutations('revealRequirement'),
    during: live,
  },
  {
    who: operators,
    may: { en: 'change the agenda, the participants and the requirements', zh: '修改议程、参会人员和要求' },
    fields: mutations(
      'addItem',
      'updateItem',
      'moveItem',
      'dropItem',
      'addParticipant',
      'updateParticipant',
      'removeParticipant',
      'addRequirement',
      'updateRequirement',
      'dropRequirement',
      'addWrittenStatement',
      'dropWrittenStatement',
    ),
    during: open,
  },
  {
    who: ['SPEAKER'],
    may: { en: 'hand in their own written statement, and take it back', zh: '提交、撤回本人的书面述职' },
    fields: mutations('addWrittenStatement', 'dropWrittenStatement'),
    during: open,
    own: 'STATEMENT',
  },
  {
    who: operators,
    may: { en: 'hand in the text of a statement', zh: '提交述职材料' },
    fields: mutations('writeStatement'),
    during: desk,
  },
  {
    who: ['SPEAKER'],
    may: { en: 'hand in the text of their own statement', zh: '提交本人的述职材料' },
    fields: mutations('writeStatement'),
    during: desk,
    own: 'STATEMENT',
  },
  {
    who: operators,
    may: { en: 'draft a comment in a commenter’s name', zh: '代点评人起草点评' },
    fields: mutations('draftComment'),
    during: desk,
  },
  {
    who: operators,
    may: { en: 'post a comment in a commenter’s name', zh: '代点评人发布点评' },
    fields: mutations('postComment'),
    during: live,
  },
  {
    who: ['COMMENTER'],
    may: { en: 'draft a comment in their own name', zh: '以本人名义起草点评' },
    fields: mutations('draftComment'),
    during: desk,
    own: 'NAME',
  },
  {
    who: ['COMMENTER'],
    may: { en: 'post a comment in their own name', zh: '以本人名义发布点评' },
    fields: mutations('postComment'),
    during: live,
    own: 'NAME',
  },
  {
    who: ['COMMENTER', ...operators],
    may: { en: 'rewrite and discard a draft that is their own', zh: '修改、删除本人的点评草稿' },
    fields: mutations('editDraft', 'discardDraft'),
    during: desk,
    own: 'DRAFT',
  },
  {
    who: ['COMMENTER', ...operators],
    may: { en: 'post a draft that is their own', zh: '发布本人的点评草稿' },
    fields: mutations('postDraft'),
    during: live,
    own: 'DRAFT',
  },
  {
    who: operators,
    may: { en: 'correct or retract a posted comment', zh: '更正、撤回已发布的点评' },
    fields: mutations('correctComment', 'retractComment'),
    during: posted,
  },
  {
    who: ['COMMENTER'],
    may: { en: 'correct or retract a comment that is their own', zh: '更正、撤回本人的点评' },
    fields: mutations('correctComment', 'retractComment'),
    during: posted,
    own: 'COMMENT',
  },
  {
    who: everybody,
    may: {
      en: 'have a screen show a code, ask whether it was confirmed, and then sign the screen in',
      zh: '让屏幕显示配对码，查询是否已确认，确认后登录为显示屏',
    },
    fields: ['Query.pairing', ...mutations('requestPairing', 'claimDisplay')],
  },
  {
    who: receivers,
    may: {
      en: 'look up a screen by its code, and confirm it as a display of the meeting',
      zh: '按配对码查看屏幕，并确认为会议的显示屏',
    },
    fields: ['Query.pairingOf', ...mutations('confirmDisplay')],
    during: desk,
  },
  {
    who: receivers,
    may: { en: 'rename and revoke the meeting’s displays', zh: '更名、撤销会议的显示屏' },
    fields: mutations('renameDisplay', 'revokeDisplay'),
  },
  {
    who: ['ADMINISTRATOR'],
    may: { en: 'read the audit trail', zh: '查看审计记录' },
    fields: ['Query.auditTrail'],
  },
  {
    who: everybody,
    may: { en: 'enter with the code of a slip', zh: '凭签到码签到' },
    fields: mutations('enter'),
  },
  {
    who: receivers,
    may: { en: 'sign participants in and out by hand, and issue slips', zh: '手动签到、记录离会，发放、作废签到条' },
    fields: mutations('signInParticipant', 'recordLeaving', 'issueSlips', 'revokeSlip'),
  },
  {
    who: ['HOST', 'COMMENTER', 'SPEAKER', 'GUEST', 'ATTENDEE'],
    may: { en: 'come and go', zh: '本人签到、离会' },
    fields: mutations('signInParticipant', 'recordLeaving'),
    own: 'PRESENCE',
  },
];

/** Sentences by the field that they allow. */
export const allowing: ReadonlyMap<string, readonly Sentence[]> = new Map(
  sentences
    .flatMap(({ fields }) => fields)
    .map((field) => [field, sentences.filter(({ fields }) => fields.includes(field))]),
);
