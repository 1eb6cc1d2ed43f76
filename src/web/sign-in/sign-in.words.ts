import type { Said } from '../shared/page.words.js';

const zh = {
  already: (name: string) => `您已登录：${name}`,
  goOn: '继续',
  name: '用户名',
  noAccount: '参会人员请用签到条签到：',
  noAccountLink: '输入签到码',
  openId: '使用统一身份认证登录',
  openIdFailed: '统一身份认证没有完成，请重试，或用密码登录。',
  or: '或',
  title: '登录',
  wait: (seconds: number) => `${seconds} 秒后可重试`,
};

const en: typeof zh = {
  already: (name) => `You are signed in as ${name}`,
  goOn: 'Continue',
  name: 'Name',
  noAccount: 'At a meeting with a slip of paper?',
  noAccountLink: 'Enter its code',
  openId: 'Sign in with your organisation’s account',
  openIdFailed: 'Signing in with your organisation’s account did not work out. Try again, or use a password.',
  or: 'or',
  title: 'Sign in',
  wait: (seconds) => `Try again in ${seconds} s`,
};

export const signInWords: Said<typeof zh> = { zh, en };
