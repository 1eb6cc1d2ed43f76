import { desk, everybody, mutations, receivers, reception, type Sentence } from './sentence.js';

/** Who may receive, and come and go: part of the one table (table.ts). */
export const presenceSentences: readonly Sentence[] = [
  {
    who: everybody,
    may: { en: 'enter with the code of a slip', zh: '凭签到码签到' },
    fields: mutations('enter'),
  },
  {
    who: receivers,
    may: {
      en: 'sign participants in and out by hand, and issue slips: who doesn’t run the meeting only to SPEAKER, GUEST and ATTENDEE, since a slip signs in as its owner',
      zh: '手动签到、记录离会，发放签到条（签到条等同本人，非会议管理者只能发给述职、列席指导和参会人员）',
    },
    fields: mutations('signInParticipant', 'recordLeaving', 'issueSlips'),
    during: reception,
  },
  {
    who: receivers,
    may: { en: 'take slips away', zh: '作废签到条' },
    fields: mutations('revokeSlip'),
  },
  {
    who: ['HOST', 'COMMENTER', 'SPEAKER', 'GUEST', 'ATTENDEE'],
    may: { en: 'come and go', zh: '本人签到、离会' },
    fields: mutations('signInParticipant', 'recordLeaving'),
    during: reception,
    own: 'PRESENCE',
  },
];

/** Who may hang up a board. */
export const displaySentences: readonly Sentence[] = [
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
      en: 'look up a screen by its code, and confirm it as a display of the meeting: on the rostrum only who may see the chair’s notes themselves',
      zh: '按配对码查看屏幕，并确认为会议的显示屏（只有本人可以查看主持词的，才能设为主席台显示屏）',
    },
    fields: ['Query.pairingOf', ...mutations('confirmDisplay')],
    during: desk,
  },
  {
    who: receivers,
    may: {
      en: 'set, rename and revoke the meeting’s displays: on the rostrum only who may see the chair’s notes themselves',
      zh: '设置、更名、撤销会议的显示屏（只有本人可以查看主持词的，才能设为主席台显示屏）',
    },
    fields: mutations('updateDisplay', 'revokeDisplay'),
  },
  {
    who: ['DISPLAY'],
    itself: 'DISPLAY',
    may: { en: 'say what they show and how far their clock is off', zh: '报告自身所显示的内容和时钟偏差' },
    fields: mutations('reportDisplay'),
  },
];
