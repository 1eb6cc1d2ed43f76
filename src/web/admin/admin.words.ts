import type { Said } from '../shared/page.words.js';

const zh = {
  accounts: '账户',
  audit: '审计记录',
  forAdministrators: '本页由管理员使用。',
  title: '系统管理',
};

const en: typeof zh = {
  accounts: 'Accounts',
  audit: 'Audit trail',
  forAdministrators: 'This page is for administrators.',
  title: 'Administration',
};

export const adminWords: Said<typeof zh> = { zh, en };
