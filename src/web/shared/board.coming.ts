import type { ResultOf } from 'gql.tada';
import type { BoardChanges } from './board.query.js';

type Present = ResultOf<typeof BoardChanges>['board'];

/** What the ballot's schema adds to a board: this file goes as soon as it is here. */
export interface Coming {
  readonly state: Present['state'] | 'BALLOT_OPEN' | 'BALLOT_CLOSED' | 'BALLOT_RESULT';
  readonly ballot: {
    readonly id: string;
    readonly itemId: string;
    readonly round: number;
    readonly levels: readonly { readonly label: string; readonly value: number }[];
    readonly abstentionsAllowed: boolean;
    readonly candidates: readonly {
      readonly statementId: string;
      readonly number: number;
      readonly speaker: Present['hosts'][number];
    }[];
    readonly openedAt: string;
    readonly closesAt: string | null;
    readonly closedAt: string | null;
    readonly revealedAt: string | null;
    readonly issued: number;
    readonly cast: number;
    readonly valid: number | null;
    readonly void: number | null;
    readonly isVoid: boolean;
    readonly reveal: 'IMMEDIATE' | 'DEFERRED' | 'SEALED';
    readonly result:
      | readonly { readonly statementId: string; readonly counts: readonly number[]; readonly abstentions: number }[]
      | null;
  } | null;
}
