/** The names by which what is typed in this room is kept until it is saved. */

export const ROOM = 'prepare';

export const factsKeptOf = (meetingId: string): string => `${ROOM} facts ${meetingId}`;
export const planKeptOf = (meetingId: string): string => `${ROOM} plan ${meetingId}`;

/** Those by which something can still be saved: whoever schedules or opens the meeting meanwhile ends it. [M16] [A15] */
export function namesOf({ id, status }: { readonly id: string; readonly status: string }): string[] {
  if (status === 'DRAFT') return [factsKeptOf(id), planKeptOf(id)];
  return status === 'SCHEDULED' ? [planKeptOf(id)] : [];
}
