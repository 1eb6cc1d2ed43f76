/** An agenda as far as it says when somebody is next. */
interface Item {
  readonly position: number;
  readonly kind: string;
  readonly status: 'PENDING' | 'CURRENT' | 'DONE' | 'SKIPPED';
  readonly statements: readonly {
    readonly id: string;
    readonly mode: 'ON_SITE' | 'WRITTEN';
    readonly phase: 'WAITING' | 'STATEMENT' | 'HEARD' | 'COMMENT' | 'DONE';
    readonly speaker: { readonly id: string };
  }[];
}

/** Where somebody's own statement is. */
export type Place = { readonly statementId: string } & (
  | { readonly kind: 'TO_COME'; readonly before: number }
  | { readonly kind: 'SPEAKING' | 'COMMENT' | 'HEARD' | 'DONE' | 'SKIPPED' | 'NOT_CALLED' | 'WRITTEN' }
);

/**
 * How many speak before somebody, while they are still to be called; whoever has the floor at the moment is not counted. What was
 * skipped comes whenever the operator calls it, until the meeting is over. Null for whoever makes no statement. [Q14]
 */
export function placeOf(agenda: readonly Item[], participantId: string, isOver: boolean): Place | null {
  const ordered = agenda.toSorted((a, b) => a.position - b.position);
  for (const item of ordered) {
    const own = item.statements.find(({ speaker }) => speaker.id === participantId);
    if (!own) continue;
    const statementId = own.id;
    if (own.phase === 'STATEMENT') return { kind: 'SPEAKING', statementId };
    if (own.phase === 'COMMENT' || own.phase === 'HEARD' || own.phase === 'DONE')
      return { kind: own.phase, statementId };
    if (own.mode === 'WRITTEN') return { kind: 'WRITTEN', statementId };
    if (isOver) return { kind: 'NOT_CALLED', statementId };
    if (item.status === 'SKIPPED') return { kind: 'SKIPPED', statementId };
    const before = ordered.filter(
      ({ kind, status, position }) => kind === 'STATEMENT' && status === 'PENDING' && position < item.position,
    ).length;
    return { kind: 'TO_COME', before, statementId };
  }
  return null;
}
