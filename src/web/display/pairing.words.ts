import type { LanguageTag } from '../shared/words.js';

const zh = {
  title: '配对显示屏',
  ask: '请操作员在签到台输入此码',
  wait: '请稍候，正在获取配对码',
  CONFIRMED: '已确认，大屏即将显示',
  PAIRED: '已配对，会议开放后自动显示',
  display: '显示屏',
  address: '本屏地址',
  renewed: '配对码会自动更换',
  signIn: '用账户登录',
  enter: '凭签到条进入',
};

export type PairingWords = typeof zh;

const en: PairingWords = {
  title: 'Pair this display',
  ask: 'Ask the operator to enter this code at the reception',
  wait: 'Please wait for a code',
  CONFIRMED: 'Confirmed: the board is about to appear',
  PAIRED: 'Paired: the board appears when the meeting may be seen',
  display: 'Display',
  address: 'This screen',
  renewed: 'The code is renewed by itself',
  signIn: 'Sign in with an account',
  enter: 'Enter with a slip',
};

export const pairingWords: Record<LanguageTag, PairingWords> = { zh, en };
