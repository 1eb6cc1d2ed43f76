/** The parts of the console beside the deck, in the order of their keys 1 to 6. */
const TABS = ['agenda', 'desk', 'participants', 'ballot', 'displays', 'prepare'] as const;

type Part = (typeof TABS)[number];

/** What of them is for tellers, who receive, count and hang up the boards, and run nothing. [J10] */
const TELLERS: readonly [Part, ...Part[]] = ['participants', 'ballot', 'displays'];

export const partsFor = ({ mayRun }: { readonly mayRun: boolean }): readonly [Part, ...Part[]] =>
  mayRun ? TABS : TELLERS;
