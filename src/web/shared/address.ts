import type { LanguageTag } from './words.js';

export type Theme = 'dark' | 'light';
export type View = 'HALL' | 'ROSTRUM' | 'PORTRAIT' | 'STRIP';

const VIEWS: readonly View[] = ['HALL', 'ROSTRUM', 'PORTRAIT', 'STRIP'];

/** What the page's address says: /board/:meetingId?lang=zh|en&theme=dark|light&view=hall|rostrum|portrait|strip&ratio=4…10, or /display */
export interface Address {
  readonly meetingId: string;
  /** Undefined: the meeting's own language. */
  readonly language: LanguageTag | undefined;
  readonly theme: Theme | undefined;
  readonly view: View | undefined;
  /** The farthest viewer's distance, in heights of the picture. */
  readonly ratio: number | undefined;
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
  const view = query.get('view')?.toUpperCase();
  const ratio = Number(query.get('ratio') || Number.NaN);
  return {
    meetingId: decoded(pathname.split('/')[2] ?? ''),
    language: language === 'zh' || language === 'en' ? language : undefined,
    theme: theme === 'light' || theme === 'dark' ? theme : undefined,
    view: VIEWS.find((known) => known === view),
    ratio: Number.isFinite(ratio) ? ratio : undefined,
  };
}
