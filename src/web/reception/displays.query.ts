import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const DisplaysOf = operation(`
  query Displays($id: ID!) {
    meeting(id: $id) {
      id
      displays { id name pairedAt address userAgent expiresAt seenAt isConnected }
    }
  }
`);

export const PairingOf = operation(`
  query PairingOf($meetingId: ID!, $code: String!) {
    pairingOf(meetingId: $meetingId, code: $code) { address userAgent requestedAt expiresAt }
  }
`);

export const ConfirmDisplay = operation(`
  mutation ConfirmDisplay($meetingId: ID!, $code: String!, $name: String!) {
    confirmDisplay(meetingId: $meetingId, code: $code, name: $name) { id }
  }
`);

export const UpdateDisplay = operation(`
  mutation UpdateDisplay($meetingId: ID!, $displayId: ID!, $input: UpdateDisplayInput!) {
    updateDisplay(meetingId: $meetingId, displayId: $displayId, input: $input) { id }
  }
`);

export const RevokeDisplay = operation(`
  mutation RevokeDisplay($meetingId: ID!, $displayId: ID!) {
    revokeDisplay(meetingId: $meetingId, displayId: $displayId)
  }
`);

export type Display = NonNullable<ResultOf<typeof DisplaysOf>['meeting']>['displays'][number];
export type WaitingScreen = ResultOf<typeof PairingOf>['pairingOf'];
