import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import { type LanguageTag, type Words, words } from '../shared/words.js';

/** What every part of a board needs to know, whatever it shows. */
export interface Setting {
  /** The language of the board's own words. */
  readonly language: LanguageTag;
  readonly words: Words;
  /** The language that the meeting's texts are written in. */
  readonly textLanguage: 'zh-CN' | 'en';
  readonly zone: string;
  /** Whether the farthest viewer is so far away that lines and rows must be few. */
  readonly isFar: boolean;
  /** The server's time; undefined until it is known. */
  now(): number | undefined;
}

export const SettingContext = createContext<Setting>({
  language: 'zh',
  words: words.zh,
  textLanguage: 'zh-CN',
  zone: 'UTC',
  isFar: false,
  now: () => undefined,
});

export function useSetting(): Setting {
  return useContext(SettingContext);
}

/**
 * The server's time, drawn again when `untilNext` milliseconds are over and at least once a second, so that a
 * clock that was put right shows at once. Undefined until the server's clock is known.
 */
export function useServerTime(untilNext: (now: number) => number | null): number | undefined {
  const { now: serverTime } = useSetting();
  const [, redraw] = useState(0);
  useLayoutEffect(() => {
    const now = serverTime();
    const wait = now === undefined ? 100 : (untilNext(now) ?? 1_000);
    const timer = setTimeout(() => redraw((count) => (count + 1) % 1_000), Math.min(wait + 1, 1_000));
    return () => clearTimeout(timer);
  });
  return serverTime();
}

/** Until the next whole second; also for times before zero, as in a countdown. */
export const untilNextSecond = (time: number): number => 1_000 - (((time % 1_000) + 1_000) % 1_000);
