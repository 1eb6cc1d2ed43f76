import type { ResultOf } from 'gql.tada';
import { operation } from './operation.js';

export const Viewing = operation(`
  query Viewing {
    viewer { kind name isAdministrator accountId participantId meetingId }
  }
`);

export const SignOut = operation(`
  mutation SignOut {
    signOut
  }
`);

export type Viewer = ResultOf<typeof Viewing>['viewer'];
