import type { Said } from '../shared/page.words.js';

const zh = {
  entering: '正在登录…',
  lost: '这个地址不完整。请使用收到的完整链接。',
  name: '用户名',
  nameHint: '以后用它登录。可用文字、数字和 . _ @ -',
  passwordHint: '至少 12 个字符，可以是一句话；不能与用户名相同。',
  retry: '再试一次',
  save: '设置密码并登录',
  title: '欢迎使用 Rostrum',
  tooShort: (missing: number) => `至少 12 个字符，还差 ${missing} 个。`,
  usedHint: '链接只能使用一次。如果您已经设置过密码，请直接登录；否则请管理员重新发送链接。',
  welcome: '请为您的账户设置密码。',
};

const en: typeof zh = {
  entering: 'Signing in…',
  lost: 'This address is not complete. Please use the whole link that you were given.',
  name: 'Name',
  nameHint: 'You will sign in with it. Letters, digits and . _ @ -',
  passwordHint: 'At least 12 characters; a sentence is fine. It must not be the name.',
  retry: 'Try again',
  save: 'Set the password and sign in',
  title: 'Welcome to Rostrum',
  tooShort: (missing) => `At least 12 characters: ${missing} more.`,
  usedHint:
    'A link works once. If you have set a password already, sign in; else ask an administrator for another link.',
  welcome: 'Please set a password for your account.',
};

export const inviteWords: Said<typeof zh> = { zh, en };
