import type { LanguageTag } from './words.js';

export type Theme = 'dark' | 'light';

/** What the page's address says: /board/:meetingId?lang=zh|en&theme=dark|light, or /display */
export interface Address {
  readonly meetingId: string;
  /** Undefined: the meeting's own language. */
  readonly language: LanguageTag | undefined;
  readonly theme: Theme | undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Where this page's own server is subscribed to. */
export function socketAddress({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`;
}

export function readAddress({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Address {
  const query = new URLSearchParams(search);
  const language = query.get('lang');
  const theme = query.get('theme');
  return {
    meetingId: decoded(pathname.split('/')[2] ?? ''),
    language: language === 'zh' || language === 'en' ? language : undefined,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
  };
}
