import type { Said } from '../shared/page.words.js';

const zh = {
  already: (name: string) => `您已登录：${name}。`,
  enter: '输入签到码',
  goOn: '继续',
  name: '用户名',
  provider: {
    denied: '统一身份认证没有允许登录。',
    expired: '统一身份认证用时太长，请重试。',
    tooMany: '尝试次数过多，请稍后再试。',
    unavailable: '统一身份认证暂时不可用。请稍后重试，或用密码登录。',
    unknown: '您的身份已确认，但这里还没有您的账户。请联系管理员。',
  } as Record<string, string>,
  slip: '您是参会人员，持有签到条？',
  title: '登录',
  wait: (seconds: number) => `${seconds} 秒后可以再试`,
};

const en: typeof zh = {
  already: (name) => `You are signed in as ${name}.`,
  enter: 'Enter its code',
  goOn: 'Go on',
  name: 'Name',
  provider: {
    denied: 'The provider did not let you in.',
    expired: 'Signing in through the provider took too long. Please try again.',
    tooMany: 'Too many attempts. Please try again later.',
    unavailable: 'The provider can’t be reached. Try again later, or use a password.',
    unknown: 'The provider knows you, but there is no account for you here. Please ask an administrator.',
  },
  slip: 'At a meeting, with a slip of paper?',
  title: 'Sign in',
  wait: (seconds) => `Try again in ${seconds} s`,
};

export const signInWords: Said<typeof zh> = { zh, en };
