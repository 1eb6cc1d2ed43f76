import type { LanguageTag } from './words.js';

const LOCALES: Record<LanguageTag, string> = { zh: 'zh-CN', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: LanguageTag, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, zone, options]);
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(LOCALES[language], { timeZone: zone, hourCycle: 'h23', ...options });
    formats.set(key, found);
  }
  return found;
}

/** 09:30, in the meeting's zone. */
export function clockTime(at: number, zone: string): string {
  return format('en', zone, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** 09:30:05, in the meeting's zone. */
export function exactTime(at: number, zone: string): string {
  return format('en', zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);
}

export function longDate(at: number, zone: string, language: LanguageTag): string {
  const day: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric' };
  const date = format(language, zone, day).format(at);
  const weekday = format(language, zone, { weekday: 'long' }).format(at);
  return language === 'zh' ? `${date} ${weekday}` : `${weekday}, ${date}`;
}

/** 08:00, or 1:08:00 from an hour on. */
export function duration(seconds: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`;
}

/** 2022-02-10 09:30, in the meeting's zone. */
export function shortTime(at: number, zone: string): string {
  const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  // Sweden writes dates as the standard does.
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...day }).format(at);
  return `${date} ${clockTime(at, zone)}`;
}

/** 10 February 2022 at 09:30, in the browser's own zone: for what belongs to no meeting. */
export function localTime(at: number, language: LanguageTag): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** 2022-02-10 09:30:05, in the browser's own zone. */
export function localMoment(at: number): string {
  return new Date(at).toLocaleString('sv-SE');
}
