import type { ResultOf } from 'gql.tada';
import { type Operation, operation } from '../shared/operation.js';

export const RequestPairing = operation(`
  mutation RequestPairing {
    requestPairing { code token address secondsLeft }
  }
`);

export const PairingState = operation(`
  query PairingState($token: String!) {
    pairing(token: $token) { isConfirmed meetingId secondsLeft }
  }
`);

export const ClaimDisplay = operation(`
  mutation ClaimDisplay($token: String!) {
    claimDisplay(token: $token, keep: COOKIE) { expiresAt }
  }
`);

interface OwnSession {
  viewer: { kind: string; meetingId: string | null } | null;
}
/** Who this browser is signed in as. */
export const OwnSession = 'query OwnSession { viewer { kind meetingId } }' as unknown as Operation<
  OwnSession,
  Record<string, never>
>;

export type Pairing = ResultOf<typeof RequestPairing>['requestPairing'];
