import type { LanguageTag } from './words.js';

/** Something in both languages: the second has what the first has, by the types. */
export type Said<Words> = Record<LanguageTag, Words>;

const zh = {
  administration: '系统管理',
  cancel: '取消',
  console: '控制台',
  copied: '已复制',
  copy: '复制',
  hide: '隐藏',
  loading: '正在载入…',
  offline: '当前没有网络连接，页面内容可能不是最新，操作也不会执行。',
  otherLanguage: 'English',
  password: '密码',
  reception: '签到台',
  show: '显示',
  signIn: '登录',
  signInAgain: '去登录',
  signInOther: '用其他账户登录',
  signOut: '退出登录',
  signedInAs: '当前登录：',
  unreachable: '暂时连不上服务器，页面内容可能不是最新；正在重试。',
  notDone: '没有执行：另一个操作还没有完成，或发送时连不上服务器。请再试一次。',
  notSent: '连不上服务器，不能确定操作是否已经完成。请核对下面的当前状态后再试。',
};

const en: typeof zh = {
  administration: 'Administration',
  cancel: 'Cancel',
  console: 'Console',
  copied: 'Copied',
  copy: 'Copy',
  hide: 'Hide',
  loading: 'Loading…',
  offline: 'You are offline: this page may be out of date, and nothing you do here takes effect.',
  otherLanguage: '中文',
  password: 'Password',
  reception: 'Reception',
  show: 'Show',
  signIn: 'Sign in',
  signInAgain: 'Sign in',
  signInOther: 'Sign in with another account',
  signOut: 'Sign out',
  signedInAs: 'Signed in as ',
  unreachable: 'The server cannot be reached, so this page may be out of date; trying again.',
  notDone: 'Not done: something else was still under way, or the server could not be reached. Try again.',
  notSent:
    'The server could not be reached, so it is not certain that this was done. Check the present state below, then try again.',
};

export const pageWords: Said<typeof zh> = { zh, en };
