/** How a level of the scale is drawn: a colour of Okabe and Ito's, and a pattern for whoever doesn't see colours. */
export interface Grade {
  readonly colour: string;
  readonly pattern: Pattern;
}
export type Pattern = 'plain' | 'stripes' | 'dots' | 'grid' | 'bars' | 'empty';

const BLUE = '#0072b2';
const SKY = '#56b4e9';
const GREEN = '#009e73';
const ORANGE = '#e69f00';
const VERMILION = '#d55e00';

/** From the best level to the worst, by how many there are. Red is never good. [Z10] */
const COLOURS: Record<number, readonly string[]> = {
  3: [BLUE, ORANGE, VERMILION],
  4: [BLUE, SKY, ORANGE, VERMILION],
  5: [BLUE, SKY, GREEN, ORANGE, VERMILION],
};
const PATTERNS: readonly Pattern[] = ['plain', 'stripes', 'dots', 'grid', 'bars'];

export function gradesOf(levels: number): Grade[] {
  const colours = COLOURS[Math.min(5, Math.max(3, levels))] ?? [];
  return Array.from({ length: levels }, (_, place) => ({
    colour: colours[Math.min(place, colours.length - 1)] ?? VERMILION,
    pattern: PATTERNS[Math.min(place, PATTERNS.length - 1)] ?? 'bars',
  }));
}

export const ABSTENTION: Grade = { colour: '#8c857c', pattern: 'empty' };

/** Where each part of a bar begins and how wide it is, in percent of all; nothing for a row without marks. */
export function partsOf(counts: readonly number[]): { readonly start: number; readonly width: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => ({ start: 0, width: 0 }));
  let before = 0;
  return counts.map((count) => {
    const start = (100 * before) / total;
    before += count;
    return { start, width: (100 * count) / total };
  });
}
