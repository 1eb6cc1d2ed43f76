import type { AuditFilter } from './audit.query.js';

/** The filter as it is filled in; empty means any. */
export interface Filled {
  from: string;
  to: string;
  text: string;
  action: string;
  outcome: string;
  actorKind: string;
  meetingId: string;
}

export const nothing: Filled = { from: '', to: '', text: '', action: '', outcome: '', actorKind: '', meetingId: '' };

/** A time of the browser's own zone, as it stands in the field. */
const instant = (local: string): string | undefined => {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};

const given = (text: string): string | undefined => text.trim() || undefined;

/** What is asked for: what was left empty is left out. */
export function filterOf({ from, to, text, action, outcome, actorKind, meetingId }: Filled): AuditFilter {
  const filter = {
    from: instant(from),
    to: instant(to),
    text: given(text),
    action: given(action),
    outcome: given(outcome)?.toUpperCase(),
    actorKind: given(actorKind),
    meetingId: given(meetingId),
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as AuditFilter;
}

/** The same entries as a file. */
export function exportAddress(format: 'csv' | 'jsonl', filter: AuditFilter): string {
  const query = new URLSearchParams(filter as Record<string, string>).toString();
  return `/audit.${format}${query && `?${query}`}`;
}
