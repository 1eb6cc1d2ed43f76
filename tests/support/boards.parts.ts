import type { Ballot, Item } from '../../src/web/shared/board.query.js';
import type { Texts } from './boards.texts.js';

/** The time so many seconds from now. */
type At = (seconds: number) => string;

const KINDS = ['OPENING', 'STATEMENT', 'WRITTEN_STATEMENTS', 'BALLOT', 'REQUIREMENTS', 'CLOSING'] as const;
export const SPOKEN = 6;

/** The agenda when the item at this place is dealt with. */
export function agendaOf(words: Texts, at: number, isOver = false): Item[] {
  const { speakers, items } = words;
  const titles = [
    items.opening,
    ...speakers.map(() => items.statement),
    items.written,
    items.ballot,
    items.requirements,
    items.closing,
  ];
  return titles.map((title, place) => ({
    id: `item-${place}`,
    position: place + 1,
    kind: place >= 1 && place <= SPOKEN ? 'STATEMENT' : KINDS[place === 0 ? 0 : place - SPOKEN + 1]!,
    title:
      place >= 1 && place <= SPOKEN
        ? `${speakers[place - 1]!.organization.slice(0, 40)} ${title}`.slice(0, 200)
        : title,
    status: isOver || place < at ? (place === 2 ? 'SKIPPED' : 'DONE') : place === at ? 'CURRENT' : 'PENDING',
    plannedSeconds: place >= 1 && place <= SPOKEN ? 480 : null,
    speaker: speakers[place - 1] ?? null,
  }));
}

/** A ballot of so many candidates, open as long as nothing else is said. */
export const ballotOf = (words: Texts, at: At, count: number, change: Partial<Ballot>): Ballot => ({
  id: 'ballot',
  itemId: 'item-8',
  round: 1,
  levels: words.levels.map((label, place) => ({ label, value: 100 - 20 * place })),
  abstentionsAllowed: true,
  candidates: Array.from({ length: count }, (_, place) => ({
    statementId: `statement-${place}`,
    number: place + 1,
    speaker: words.speakers[place % words.speakers.length]!,
  })),
  openedAt: at(-200),
  closesAt: at(280),
  closedAt: null,
  revealedAt: null,
  issued: 41,
  cast: 27,
  valid: null,
  void: null,
  isVoid: false,
  reveal: 'DEFERRED',
  result: null,
  ...change,
});

/** What is known of a ballot when it is counted and revealed. */
export const countedOf = (at: At, count: number): Partial<Ballot> => ({
  closedAt: at(-60),
  cast: 40,
  revealedAt: at(-10),
  valid: 39,
  void: 1,
  result: Array.from({ length: count }, (_, place) => {
    const [good, fair, poor, abstentions] = [6 + (place % 5), place % 4, place % 3 === 1 ? 1 : 0, place % 2];
    return {
      statementId: `statement-${place}`,
      counts: [39 - good - fair - poor - abstentions, good, fair, poor],
      abstentions,
    };
  }),
});
