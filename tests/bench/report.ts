import { type Figure, type Figures, median } from './figures.js';
import { reached } from './goals.js';
import type { Machine } from './machine.js';

const HEADINGS: Record<string, string> = {
  connect: 'Connecting, and being there',
  board: 'A board to N displays, one event at a time',
  entry: 'A journal entry to N readers, one at a time',
  eight: 'Eight entries in one turn, per entry',
  storm: 'All displays come back at once',
  stalled: 'Displays that stop reading',
  'board query': '`board` over HTTP',
  'meeting query': 'A nested `meeting` over HTTP',
  'changed board query': '`board` over HTTP, the meeting changed before each request',
  'changed meeting query': 'A nested `meeting` over HTTP, the meeting changed before each request',
  entries: 'The same event with a longer journal',
  meetings: 'The same event with more live meetings',
};

const round = (value: number) =>
  Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[][]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

const said = ({ rounds }: Figure) => {
  const middle = round(median(rounds));
  return rounds.length === 1 ? middle : `${middle} (${round(Math.min(...rounds))}–${round(Math.max(...rounds))})`;
};

/** The whole result as Markdown: ratios first, then every figure as median (lowest–highest) of its rounds. */
export function report(figures: Figures, machine: Machine, command: string): string {
  const goals = reached(figures).map(({ what, goal, measured, isReached }) => [
    what,
    goal,
    measured,
    isReached ? 'yes' : 'no',
  ]);
  const parts = [...new Set(figures.all.map(({ measure }) => measure))].map((measure) => {
    const own = figures.all.filter((figure) => figure.measure === measure);
    const names = [...new Set(own.map(({ name }) => name))];
    const lines = [...new Set(own.map(({ contender, size }) => `${contender} ${size}`))];
    const rows = lines.map((line) => {
      const [contender = '', size = ''] = line.split(' ');
      const figure = (name: string) =>
        own.find((one) => one.contender === contender && String(one.size) === size && one.name === name);
      return [contender, size, ...names.map((name) => (figure(name) ? said(figure(name)!) : ''))];
    });
    return `## ${HEADINGS[measure] ?? measure}\n${table(['contender', 'N', ...names], rows)}`;
  });
  const facts = Object.values(machine).join(' · ');
  return [
    '# What it costs',
    `\`${command}\` prints this. ${facts}.`,
    'Ratios hold on any machine; the figures below them only on this one: medians of the rounds (lowest–highest).',
    table(['what', 'goal', 'measured', 'reached'], goals),
    ...parts,
    '',
  ].join('\n\n');
}
