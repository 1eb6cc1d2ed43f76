import type { ResultOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const Meetings = operation(`
  query Meetings($first: Int!) {
    meetings(first: $first) {
      edges { node { id title period status startsAt timeZone venue } }
      pageInfo { hasNextPage }
    }
  }
`);

export type MeetingPage = ResultOf<typeof Meetings>['meetings'];
export type Meeting = MeetingPage['edges'][number]['node'];
