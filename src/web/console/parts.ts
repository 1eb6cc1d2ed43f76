/** The parts of the console beside the deck, in the order of their keys 1 to 6. */
export const TABS = ['agenda', 'desk', 'participants', 'ballot', 'displays', 'prepare'] as const;
