import type { Participant } from './reception.query.js';

export type Standing = 'NONE' | 'ISSUED' | 'USED' | 'EXPIRED' | 'REVOKED';

/** How it stands with a participant's slip. */
export function standingOf(slip: Participant['slip']): Standing {
  if (!slip) return 'NONE';
  if (slip.isRevoked) return 'REVOKED';
  if (Date.parse(slip.expiresAt) <= Date.now()) return 'EXPIRED';
  return slip.usedAt ? 'USED' : 'ISSUED';
}

/** Whether somebody can sign in with it. */
export const isGood = (slip: Participant['slip']): boolean => ['ISSUED', 'USED'].includes(standingOf(slip));
