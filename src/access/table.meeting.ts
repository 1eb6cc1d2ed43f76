import { draft, everybody, live, mutations, open, operators, reception, type Sentence } from './sentence.js';

/** Who may look: part of the one table (table.ts). */
export const viewSentences: readonly Sentence[] = [
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
];

/** Who may prepare a meeting. */
export const preparationSentences: readonly Sentence[] = [
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
    may: { en: 'create a meeting, whose RECORDER they are from then on', zh: '创建会议，并成为该会议的记录' },
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
    may: { en: 'plan the whole agenda in one step', zh: '按模板一步编排议程' },
    fields: mutations('planAgenda'),
    during: ['DRAFT', 'SCHEDULED'],
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
];

/** Who may lead a meeting from one step to the next. */
export const courseSentences: readonly Sentence[] = [
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
    may: {
      en: 'make the screens in the room black and light them again, and put a short message over the board',
      zh: '使会场屏幕黑屏、恢复显示，在大屏上显示、撤下简短提示',
    },
    fields: mutations('blackOutBoard', 'lightBoard', 'showMessage', 'withdrawMessage'),
    during: reception,
  },
];
