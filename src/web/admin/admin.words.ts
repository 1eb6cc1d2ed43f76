import type { Said } from '../shared/page.words.js';

const zh = {
  accounts: '账户',
  audit: '审计记录',
  title: '系统管理',
};

const en: typeof zh = {
  accounts: 'Accounts',
  audit: 'Audit trail',
  title: 'Administration',
};

export const adminWords: Said<typeof zh> = { zh, en };
