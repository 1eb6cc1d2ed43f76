import { everybody, mutations, type Sentence } from './sentence.js';

/** Who may sign in, and who may let others do so: part of the one table (table.ts). */
export const accountSentences: readonly Sentence[] = [
  {
    who: everybody,
    may: {
      en: 'sign in and out, use a link that invites them, see who they are signed in as, and see, end and renew their own sessions',
      zh: '登录和退出，使用邀请链接，查看自己的登录身份，查看、结束、更新自己的登录',
    },
    fields: [
      'Query.viewer',
      'Query.signInWays',
      'Query.sessions',
      ...mutations('signIn', 'signOut', 'useInvitation', 'endSession', 'renewSession'),
    ],
  },
  {
    who: ['ACCOUNT', 'ADMINISTRATOR'],
    may: { en: 'change their own password', zh: '修改自己的密码' },
    fields: mutations('changePassword'),
  },
  {
    who: ['ADMINISTRATOR'],
    may: {
      en: 'see and end anybody’s sessions, create, change, suspend and reinstate accounts, and invite their owners again',
      zh: '查看、结束任何人的登录，创建、修改、停用、恢复账户，重新邀请账户所有者',
    },
    fields: [
      'Query.accounts',
      'Query.sessions',
      ...mutations('endSession', 'createAccount', 'updateAccount', 'suspendAccount', 'reinstateAccount', 'inviteAgain'),
    ],
  },
  {
    who: ['ADMINISTRATOR'],
    may: { en: 'appoint accounts to duties at a meeting, and dismiss them', zh: '任命、免去账户在会议中的职责' },
    fields: mutations('appoint', 'dismiss'),
  },
];

/** Who may read what was done. */
export const auditSentences: readonly Sentence[] = [
  {
    who: ['ADMINISTRATOR'],
    may: { en: 'read the audit trail', zh: '查看审计记录' },
    fields: ['Query.auditTrail'],
  },
];
