import { createFigures } from './figures.js';
import { push } from './measures/push.js';
import { readOptions } from './options.js';
import { makeWorld } from './world.js';

const options = readOptions();
const world = await makeWorld();
try {
  const figures = createFigures();
  await push(world, figures, options);
  process.stdout.write(
    `${figures.all.map((f) => `${f.measure} ${f.contender} ${f.size} ${f.name} ${f.rounds.map((x) => x.toFixed(1))}`).join('\n')}\n`,
  );
} finally {
  await world.close();
}
