import type { Said } from '../shared/page.words.js';

const zh = {
  already: (name: string) => `您已登录：${name}。`,
  enter: '输入签到码',
  goOn: '继续',
  name: '用户名',
  openIdFailed: '统一身份认证没有完成。请重试，或用密码登录。',
  slip: '您是参会人员，持有签到条？',
  title: '登录',
  wait: (seconds: number) => `${seconds} 秒后可以再试`,
};

const en: typeof zh = {
  already: (name) => `You are signed in as ${name}.`,
  enter: 'Enter its code',
  goOn: 'Go on',
  name: 'Name',
  openIdFailed: 'Signing in through your organisation did not work out. Try again, or use a password.',
  slip: 'At a meeting, with a slip of paper?',
  title: 'Sign in',
  wait: (seconds) => `Try again in ${seconds} s`,
};

export const signInWords: Said<typeof zh> = { zh, en };
