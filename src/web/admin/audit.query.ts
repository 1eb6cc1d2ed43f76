import type { ResultOf, VariablesOf } from 'gql.tada';
import { operation } from '../shared/operation.js';

export const AuditTrail = operation(`
  query AuditTrail($first: Int!, $after: ID, $filter: AuditFilter) {
    auditTrail(first: $first, after: $after, filter: $filter) {
      entries {
        seq
        at
        actorKind
        actorId
        actorName
        sessionId
        address
        action
        outcome
        meetingId
        meetingSeq
        subjectId
        detail
        times
        hash
        meeting { title }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** What stood before is asked for by itself: words that were retracted are read where somebody looks for them only. */
export const Before = operation(`
  query AuditBefore($after: ID!) {
    auditTrail(first: 1, after: $after) { entries { seq before { what id values } } }
  }
`);

export type AuditEntry = ResultOf<typeof AuditTrail>['auditTrail']['entries'][number];
export type AuditFilter = NonNullable<VariablesOf<typeof AuditTrail>['filter']>;
