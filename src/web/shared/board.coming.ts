import type { ResultOf } from 'gql.tada';
import type { BoardChanges } from './board.query.js';

type Present = ResultOf<typeof BoardChanges>['board'];
type Person = Present['hosts'][number];
type Item = Present['agenda'][number];

/** What the server's next schema adds to a board: this file goes as soon as it has. */
export interface Coming {
  readonly state: Present['state'] | 'BALLOT_OPEN' | 'BALLOT_CLOSED' | 'BALLOT_RESULT';
  readonly isBlackedOut: boolean;
  readonly message: string | null;
  readonly displays: readonly {
    readonly id: string;
    readonly view: 'HALL' | 'ROSTRUM' | 'PORTRAIT' | 'STRIP';
    readonly theme: 'DARK' | 'LIGHT';
    readonly ratio: number;
    readonly language: 'ZH' | 'EN' | null;
  }[];
  readonly notes: string | null;
  readonly nextStep: {
    readonly step:
      | 'SCHEDULE'
      | 'OPEN'
      | 'RESUME'
      | 'CALL_ITEM'
      | 'END_STATEMENT'
      | 'START_COMMENT'
      | 'REVEAL_REQUIREMENT'
      | 'CLOSE';
    readonly item: Item | null;
    readonly requirementNumber: number | null;
    readonly obstacle: string | null;
  } | null;
  readonly commenters: readonly Person[];
  readonly ballot: {
    readonly id: string;
    readonly itemId: string;
    readonly round: number;
    readonly levels: readonly { readonly label: string; readonly value: number }[];
    readonly candidates: readonly { readonly statementId: string; readonly number: number; readonly speaker: Person }[];
    readonly openedAt: string;
    readonly closesAt: string | null;
    readonly closedAt: string | null;
    readonly revealedAt: string | null;
    readonly issued: number;
    readonly cast: number;
    readonly valid: number | null;
    readonly void: number | null;
    readonly reveal: 'IMMEDIATE' | 'DEFERRED' | 'SEALED';
    readonly result:
      | readonly {
          readonly statementId: string;
          readonly counts: readonly number[];
          readonly abstentions: number;
        }[]
      | null;
  } | null;
}
