import type { VariablesOf } from 'gql.tada';
import type { LanguageTag } from '../shared/words.js';
import type { CreateMeeting, Preparation } from './prepare.query.js';
import { instantOf, wallTime } from './zoned.rules.js';

export type FactsInput = VariablesOf<typeof CreateMeeting>['input'];

export interface Unit {
  readonly id: string;
  readonly name: string;
}

/** What a meeting is, as it stands in the fields of its form. */
export interface Facts {
  readonly title: string;
  readonly period: string;
  readonly unit: Unit | null;
  readonly start: string;
  readonly timeZone: string;
  readonly venue: string;
  readonly language: 'ZH' | 'EN';
  readonly format: 'ONE_BY_ONE' | 'BLOCK';
  readonly visibility: 'PUBLIC' | 'ROOM' | 'PRIVATE';
  readonly minutes: string;
  readonly warning: string;
  readonly quorum: string;
}

const DAY = 86_400_000;
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What is usual: nine o'clock tomorrow, eight minutes each, the year that is over until the summer. [M16] */
export function usual(language: LanguageTag, at: number = Date.now()): Facts {
  const timeZone = ownZone();
  const [today = ''] = wallTime(at, timeZone).split('T');
  const [year = 0, month = 0] = today.split('-').map(Number);
  return {
    title: '',
    period: String(month <= 6 ? year - 1 : year),
    unit: null,
    start: `${wallTime(at + DAY, timeZone).split('T')[0]}T09:00`,
    timeZone,
    venue: '',
    language: language === 'zh' ? 'ZH' : 'EN',
    format: 'ONE_BY_ONE',
    visibility: 'ROOM',
    minutes: '8',
    warning: '60',
    quorum: '',
  };
}

export const factsOf = (meeting: Preparation): Facts => ({
  title: meeting.title,
  period: meeting.period,
  unit: meeting.organization,
  start: wallTime(Date.parse(meeting.startsAt), meeting.timeZone),
  timeZone: meeting.timeZone,
  venue: meeting.venue,
  language: meeting.language,
  format: meeting.format,
  visibility: meeting.visibility,
  minutes: String(meeting.plannedSeconds / 60),
  warning: String(meeting.warningSeconds),
  quorum: meeting.quorum === null ? '' : String(meeting.quorum),
});

/** What is no number is refused like one that is too small. */
const number = (text: string): number => Math.round(Number(text)) || 0;

/** As the server takes it; without a unit or a start it is not asked. */
export function inputOf(facts: Facts): FactsInput | null {
  const { unit, start, minutes, warning, quorum, ...rest } = facts;
  const at = instantOf(start, facts.timeZone);
  if (!unit || at === null) return null;
  return {
    ...rest,
    organizationId: unit.id,
    startsAt: new Date(at).toISOString(),
    plannedSeconds: Math.round(Number(minutes) * 60) || 0,
    warningSeconds: warning.trim() === '' ? -1 : Math.round(Number(warning)),
    quorum: quorum.trim() === '' ? 0 : number(quorum) || -1,
  };
}

/** What of a form is to be changed: whatever else is in it stays as it is by then, whoever has changed it meanwhile. [M16] */
export function changesOf(facts: Facts, stored: Facts): Partial<FactsInput> | null {
  const [input, before] = [inputOf(facts), inputOf(stored)];
  const isNew = ([key, value]: [string, unknown]) => value !== before?.[key as keyof FactsInput];
  return input && Object.fromEntries(Object.entries(input).filter(isNew));
}

/** What was typed and is not as it is stored; null: nothing. */
export function differing(typed: Partial<Facts>, stored: Partial<Facts>): Partial<Facts> | null {
  const isOther = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(stored[key as keyof Facts]);
  const others = Object.entries(typed).filter(isOther);
  return others.length === 0 ? null : Object.fromEntries(others);
}
