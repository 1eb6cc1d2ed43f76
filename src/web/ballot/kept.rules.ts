import type { Line, Round } from './ballot.query.js';

/** The names by which what is typed in this room is kept until it is told. */

export const ROOM = 'ballot';

/** What is filled in before the item's ballot is opened. */
export const formOf = (itemId: string): string => `${ROOM} form ${itemId}`;

/** A number of the sheets: what is typed of an open box says nothing of a closed one. */
export const stepperOf = (of: 'issued' | 'cast' | 'void', { id, closedAt }: Pick<Round, 'id' | 'closedAt'>): string =>
  `${ROOM} ${of} ${id} ${closedAt ?? 'open'}`;

export const rowOf = (roundId: string, statementId: string): string => `${ROOM} row ${roundId} ${statementId}`;

type Item = { readonly id: string; readonly status: string };
type Held = Pick<Round, 'id' | 'closedAt' | 'revealedAt'> & {
  readonly item: { readonly id: string };
  readonly tallies: readonly { readonly statement: Pick<Line['statement'], 'id'> }[];
};

/** The newest round of each item. */
export const newestOf = <One extends Held>(rounds: readonly One[]): One[] =>
  rounds.filter(({ id, item }) => rounds.findLast((one) => one.item.id === item.id)?.id === id);

/**
 * All names by which something can still be told: of a ballot that was neither opened nor skipped, and of a round that is neither
 * revealed nor held again. [V14]
 */
export function namesOf(items: readonly Item[], rounds: readonly Held[]): string[] {
  const toOpen = items.filter(
    ({ id, status }) => (status === 'PENDING' || status === 'CURRENT') && !rounds.some(({ item }) => item.id === id),
  );
  const toTell = newestOf(rounds).filter(({ revealedAt }) => revealedAt === null);
  return [
    ...toOpen.map(({ id }) => formOf(id)),
    ...toTell.flatMap((round) => (['issued', 'cast', 'void'] as const).map((of) => stepperOf(of, round))),
    ...toTell
      .filter(({ closedAt }) => closedAt !== null)
      .flatMap(({ id, tallies }) => tallies.map(({ statement }) => rowOf(id, statement.id))),
  ];
}
