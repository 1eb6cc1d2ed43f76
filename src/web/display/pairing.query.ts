import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

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

/** As what this browser is signed in. */
export const OwnSession = operation(`
  query OwnSession {
    viewer { kind meetingId }
  }
`);

export type Pairing = ResultOf<typeof RequestPairing>['requestPairing'];
