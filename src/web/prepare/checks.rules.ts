import type { Finding } from './prepare.query.js';

/** Where something is mended: a part of this page, another part of the console, or the reception. */
export type Place =
  | { readonly kind: 'HERE'; readonly part: 'facts' | 'people' | 'plan' }
  | { readonly kind: 'CONSOLE'; readonly tab: 'agenda' | 'desk' | 'displays' }
  | { readonly kind: 'RECEPTION'; readonly tab: 'slips' };

const here = (part: 'facts' | 'people' | 'plan'): Place => ({ kind: 'HERE', part });
const onConsole = (tab: 'agenda' | 'desk' | 'displays'): Place => ({ kind: 'CONSOLE', tab });
const atReception = (tab: 'slips'): Place => ({ kind: 'RECEPTION', tab });

/** Each finding leads to the place where it is mended. [M18] */
export const placeOf: Readonly<Record<Finding['code'], Place>> = {
  NO_HOST: here('people'),
  NO_COMMENTER: here('people'),
  NO_STATEMENT: here('plan'),
  STARTS_IN_THE_PAST: here('facts'),
  QUORUM_OUT_OF_REACH: here('facts'),
  ONLY_OWN_COMMENTER: here('people'),
  SPEAKER_WITHOUT_STATEMENT: here('plan'),
  PERSON_TWICE: here('people'),
  SEAT_TWICE: here('people'),
  NO_TELLER: here('people'),
  NO_WRITTEN_STATEMENT: onConsole('desk'),
  WRITTEN_WITHOUT_TEXT: onConsole('desk'),
  NO_REQUIREMENT: onConsole('desk'),
  REQUIREMENTS_WITHOUT_ITEM: onConsole('agenda'),
  INTERMISSION_WITHOUT_TIME: onConsole('agenda'),
  NO_SLIP: atReception('slips'),
  NO_DISPLAY: onConsole('displays'),
};

export interface Group {
  readonly code: Finding['code'];
  readonly severity: Finding['severity'];
  readonly findings: readonly Finding[];
}

/** What was found of one kind is said in one line. */
export function grouped(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.code, [...(groups.get(finding.code) ?? []), finding]);
  return [...groups.values()].flatMap((list) =>
    list[0] ? [{ code: list[0].code, severity: list[0].severity, findings: list }] : [],
  );
}
