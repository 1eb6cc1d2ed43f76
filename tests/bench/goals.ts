import type { Figures } from './figures.js';

/** One line of the table that leads: what is to be reached, and what was. */
export interface Reached {
  what: string;
  goal: string;
  measured: string;
  isReached: boolean;
}

interface Comparison {
  what: string;
  measure: string;
  size: number;
  name: string;
  /** Against whom. */
  other: string;
  atMost?: number;
  atLeast?: number;
}

const CPU = 'CPU µs per delivery';
const REQUESTS = 'requests per CPU second';

const comparisons: Comparison[] = [
  ...[1000, 10_000].flatMap((size) => [
    { what: `CPU per board, ${size} displays`, measure: 'board', size, name: CPU, other: 'ws', atMost: 0.8 },
    {
      what: `CPU per board, ${size} displays`,
      measure: 'board',
      size,
      name: CPU,
      other: 'recipe',
      atMost: size === 1000 ? 1 / 8 : 1 / 12,
    },
    { what: `CPU per entry, ${size} readers`, measure: 'entry', size, name: CPU, other: 'ws', atMost: 0.8 },
    {
      what: `CPU per entry, eight in one turn, ${size} readers`,
      measure: 'eight',
      size,
      name: CPU,
      other: 'recipe',
      atMost: 1 / 40,
    },
  ]),
  {
    what: 'memory of an idle display, 10000 displays',
    measure: 'connect',
    size: 10_000,
    name: 'kB per idle display',
    other: 'ws',
    atMost: 1.6,
  },
  {
    what: '`board` queries per CPU second',
    measure: 'board query',
    size: 8,
    name: REQUESTS,
    other: 'recipe',
    atLeast: 10,
  },
  {
    what: 'nested `meeting` queries per CPU second',
    measure: 'meeting query',
    size: 8,
    name: REQUESTS,
    other: 'mercurius',
    atLeast: 1,
  },
  {
    what: 'the same, the meeting changed before each',
    measure: 'changed meeting query',
    size: 1,
    name: REQUESTS,
    other: 'mercurius',
    atLeast: 1,
  },
];

const round = (value: number) => String(Number(value.toPrecision(3)));
/** A ratio as people say it: 1/8 rather than 0.125. */
const times = (ratio: number) => (ratio < 0.5 ? `1/${round(1 / ratio)}` : round(ratio));

/** The goals whose figures were measured. */
export function reached(figures: Figures): Reached[] {
  return [...compare(figures), ...grow(figures), ...bound(figures)];
}

function compare(figures: Figures): Reached[] {
  return comparisons.flatMap(({ what, measure, size, name, other, atMost, atLeast }) => {
    const own = figures.get(measure, 'rostrum', size, name);
    const theirs = figures.get(measure, other, size, name);
    if (own === undefined || theirs === undefined) return [];
    const ratio = own / theirs;
    const goal = atMost === undefined ? `≥ ${times(atLeast!)}` : `≤ ${times(atMost)}`;
    const isReached = atMost === undefined ? ratio >= atLeast! : ratio <= atMost;
    return {
      what,
      goal: `${goal} × ${other}`,
      measured: `${times(ratio)} × (${round(own)} : ${round(theirs)})`,
      isReached,
    };
  });
}

/** What an event costs with most of something, against what it costs with least of it. */
function grow(figures: Figures): Reached[] {
  return ['entries', 'meetings'].flatMap((measure) => {
    const sizes = figures.all.filter((figure) => figure.measure === measure).map(({ size }) => size);
    if (sizes.length < 2) return [];
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    const cost = (size: number) => figures.get(measure, 'rostrum', size, 'CPU µs per event')!;
    const ratio = cost(most) / cost(least);
    const what = `CPU per event, ${most} ${measure} against ${least}`;
    return {
      what,
      goal: '≤ 1.2 ×',
      measured: `${times(ratio)} × (${round(cost(most))} : ${round(cost(least))} µs)`,
      isReached: ratio <= 1.2,
    };
  });
}

/** What is bounded in itself, without comparison. */
function bound(figures: Figures): Reached[] {
  const bounds = figures.all.flatMap(({ measure, contender, size, name }) => {
    if (contender !== 'rostrum') return [];
    const limit = (what: string, most: number) => [{ what, most, value: figures.get(measure, contender, size, name)! }];
    if (measure === 'storm' && name === 'failures') return limit(`failures when ${size} displays come back at once`, 0);
    if (measure === 'storm' && name === 'board loads') return limit('loads of the board for them', 1);
    if (measure === 'stalled' && name === 'MB more') return limit(`MB for ${size} stalled`, size === 1 ? 8 : 2 * size);
    if (measure === 'stalled') return limit(`the others’ p50 with ${size} stalled, times that without`, 1.1);
    return [];
  });
  return bounds.map(({ what, most, value }) => ({
    what,
    goal: `≤ ${most}`,
    measured: round(value),
    isReached: value <= most,
  }));
}
