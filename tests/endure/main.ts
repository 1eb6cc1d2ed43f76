import { parseArgs } from 'node:util';
import { openBrowser } from '../support/browser.js';
import { type Held, openEndurance } from '../support/endurance.js';
import { openShowing } from '../support/showing.js';

/**
 * `npm run endure -- [--hours 12]`: a board hangs on the wall for so long, and what it holds is measured every hour. Time is
 * let go by as fast as the page can keep up: all its timers run, boards come every 12 s, and the line is cut every quarter.
 */
const { values } = parseArgs({ options: { hours: { type: 'string', default: '12' } } });

const header = ['hours', 'boards', 'cuts', 'heap, kB', 'nodes', 'listeners'];
const row = ({ hours, pushes, cuts, heap, nodes, listeners }: Held) =>
  [hours.toFixed(1), pushes, cuts, (heap / 1000).toFixed(0), nodes, listeners].map(String);
const line = (cells: string[]) => `${cells.map((cell) => cell.padStart(10)).join('')}\n`;

async function main(): Promise<void> {
  const [showing, browser] = await Promise.all([openShowing(), openBrowser()]);
  try {
    const { endure, complaints } = await openEndurance(browser, showing);
    process.stdout.write(line(header));
    // The first minutes bring fonts, and what a browser makes when something is done for the first time.
    const before = await endure(0.3);
    process.stdout.write(line(row(before)));
    let last = before;
    for (let hour = 0; hour < Number(values.hours); hour++) {
      last = await endure(1);
      process.stdout.write(line(row(last)));
    }
    const grown = (last.heap - before.heap) / (last.pushes - before.pushes);
    process.stdout.write(`${grown.toFixed(0)} bytes more for each board; complaints: ${complaints.length}\n`);
    for (const complaint of complaints) process.stdout.write(`${complaint}\n`);
  } finally {
    await browser.close();
    await showing.close();
  }
}

await main();
