import type { AgendaItem, Participant } from '../console/console.query.js';

/** Somebody who may make a statement, and whether and how they do by the plan. */
export interface Candidate {
  readonly id: string;
  readonly way: 'ON_SITE' | 'WRITTEN' | 'NOT';
}

/** Speakers as the agenda has them, then those who are not on it yet, in the order in which they were added. [A15] */
export function candidatesOf(participants: readonly Participant[], agenda: readonly AgendaItem[]): Candidate[] {
  const onIt = agenda.flatMap(({ statements }) =>
    statements.map(({ speaker, mode }) => ({ id: speaker.id, way: mode })),
  );
  const others = participants.filter(
    ({ id, duties }) => duties.includes('SPEAKER') && !onIt.some((one) => one.id === id),
  );
  return [...onIt, ...others.map(({ id }) => ({ id, way: 'ON_SITE' as const }))];
}

/** What was chosen so far, for those who are there now: whoever has gone goes, whoever has come comes last. */
export function kept(chosen: readonly Candidate[], now: readonly Candidate[]): Candidate[] {
  const still = chosen.filter(({ id }) => now.some((one) => one.id === id));
  return [...still, ...now.filter(({ id }) => !chosen.some((one) => one.id === id))];
}

/** The list with one of them a place further up or down. */
export function moved(list: readonly Candidate[], index: number, by: 1 | -1): Candidate[] {
  const next = [...list];
  const [one] = next.splice(index, 1);
  if (one) next.splice(index + by, 0, one);
  return next;
}
