import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const DisplaysOf = operation(`
  query Displays($id: ID!) {
    serverTime
    meeting(id: $id) {
      id
      epoch
      seq
      mayRun
      displays {
        id
        name
        view
        theme
        ratio
        language
        pairedAt
        address
        userAgent
        seenAt
        isConnected
        shownEpoch
        shownSeq
        clockOffset
        width
        height
        reportedAt
      }
    }
  }
`);

export const PairingOf = operation(`
  query PairingOf($meetingId: ID!, $code: String!) {
    pairingOf(meetingId: $meetingId, code: $code) { address userAgent requestedAt expiresAt }
  }
`);

export const ConfirmDisplay = operation(`
  mutation ConfirmDisplay($meetingId: ID!, $code: String!, $name: String!, $view: DisplayView!) {
    confirmDisplay(meetingId: $meetingId, code: $code, name: $name, view: $view) { id }
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

export type DisplaysSeen = ResultOf<typeof DisplaysOf>;
export type Display = NonNullable<DisplaysSeen['meeting']>['displays'][number];
export type View = Display['view'];
export type WaitingScreen = ResultOf<typeof PairingOf>['pairingOf'];
