import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createFigures } from './figures.js';
import { describeMachine } from './machine.js';
import { growth } from './measures/growth.js';
import { push } from './measures/push.js';
import { queries } from './measures/queries.js';
import { stalled } from './measures/stalled.js';
import { storm } from './measures/storm.js';
import { type Measure, type Measurement, readOptions } from './options.js';
import { root } from './process.js';
import { report } from './report.js';
import { makeWorld } from './world.js';

/**
 * `npm run bench -- [--quick] [--only push,storm,stalled,queries,growth] [--n 100,1000,10000] [--rounds 3] [--write]`:
 * what Rostrum costs, next to what others would take. With --write, docs/bench.md and tests/bench/results.json are made.
 */
const measurements: Record<Measure, Measurement> = { push, storm, stalled, queries, growth };

async function main(): Promise<void> {
  const options = readOptions();
  const tell = (what: string) => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);
  const told = Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  const world = await makeWorld();
  try {
    const figures = createFigures();
    const measure = async () => {
      for (let round = 1; round <= options.rounds; round += 1)
        for (const name of options.only) {
          const tellRound = (what: string) => tell(`${what}, round ${round} of ${options.rounds}`);
          await measurements[name]({ world, figures, options, tell: tellRound });
        }
    };
    const stopped = told.then(() => Promise.reject(new Error('stopped before it was done')));
    const failure = await Promise.race([measure(), stopped]).catch((error: Error) => error);
    const machine = await describeMachine(world);
    const given = process.argv.slice(2);
    const command = ['npm run bench', ...(given.length > 0 ? ['--', ...given] : [])].join(' ');
    const text = report(figures, machine, command);
    process.stdout.write(text);
    // What was measured until then is shown, and not kept.
    if (failure) throw failure;
    if (!options.isWritten) return;
    await writeFile(`${root}docs/bench.md`, text);
    await writeFile(
      `${root}tests/bench/results.json`,
      `${JSON.stringify({ command, machine, figures: figures.all }, null, 2)}\n`,
    );
  } finally {
    await world.close();
  }
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
