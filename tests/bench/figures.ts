/** What was measured, each figure once per round. */
export interface Figure {
  measure: string;
  contender: string;
  /** Displays, entries, meetings: whatever the measure varies. */
  size: number;
  name: string;
  rounds: number[];
}

export interface Figures {
  all: Figure[];
  add(measure: string, contender: string, size: number, values: Record<string, number>): void;
  /** The median of the rounds, if it was measured. */
  get(measure: string, contender: string, size: number, name: string): number | undefined;
}

/** The value below which this part of the others lies. */
export const quantile = (values: number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
};

/** Of an even number, what lies between the two in the middle. */
export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
};

export function createFigures(): Figures {
  const all: Figure[] = [];
  const find = (measure: string, contender: string, size: number, name: string) =>
    all.find((one) => one.measure === measure && one.contender === contender && one.size === size && one.name === name);
  return {
    all,
    add(measure, contender, size, values) {
      for (const [name, value] of Object.entries(values)) {
        const figure = find(measure, contender, size, name);
        if (figure) figure.rounds.push(value);
        else all.push({ measure, contender, size, name, rounds: [value] });
      }
    },
    get: (measure, contender, size, name) => {
      const figure = find(measure, contender, size, name);
      return figure && median(figure.rounds);
    },
  };
}
