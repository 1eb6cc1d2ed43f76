import { parseArgs } from 'node:util';
import type { Figures } from './figures.js';
import type { World } from './world.js';

const measures = ['push', 'storm', 'stalled', 'queries', 'growth'] as const;
export type Measure = (typeof measures)[number];

export interface Options {
  only: readonly Measure[];
  /** How many displays, one measurement each. */
  sizes: number[];
  rounds: number;
  /** About how many deliveries a figure of CPU rests on. */
  deliveries: number;
  isQuick: boolean;
  /** Whether the results become files of the repository. */
  isWritten: boolean;
}

/** The command line. A wrong one ends the bench before anything is started. */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      n: { type: 'string' },
      rounds: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const list = (text: string) => text.split(',').filter((part) => part !== '');
  const count = (text: string) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is no number of anything`);
    return value;
  };
  const only = list(values.only ?? measures.join()).map((name) => {
    const known = measures.find((measure) => measure === name);
    if (!known) throw new Error(`${name} is none of ${measures.join(', ')}`);
    return known;
  });
  return {
    only,
    sizes: list(values.n ?? (values.quick ? '1000' : '100,1000,10000')).map(count),
    rounds: count(values.rounds ?? (values.quick ? '1' : '3')),
    deliveries: values.quick ? 20_000 : 100_000,
    isQuick: values.quick,
    isWritten: values.write,
  };
}

/** What a measurement is given; it measures once. */
export interface Measuring {
  world: World;
  figures: Figures;
  options: Options;
  /** Says how far it is. */
  tell: (what: string) => void;
}

export type Measurement = (measuring: Measuring) => Promise<void>;
