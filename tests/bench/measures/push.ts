import { setTimeout as delay } from 'node:timers/promises';
import { type Contender, contenders } from '../contenders.js';
import type { Kind } from '../documents.js';
import type { Figures } from '../figures.js';
import { Hall } from '../load/hall.js';
import type { Options } from '../options.js';
import type { World } from '../world.js';
import { events } from './events.js';

const WARM = { displays: 100, turns: 50 };
const SETTLE = 2000;

async function gather(contender: Contender, kind: Kind, count: number): Promise<Hall> {
  const operations = await contender.operations(kind);
  const hall = new Hall(contender.port, () => operations);
  await hall.enter(count);
  return hall;
}

/** Events to N displays: what connecting costs, what an idle display weighs, what a delivery costs. */
export async function push(world: World, figures: Figures, { sizes, rounds, deliveries }: Options): Promise<void> {
  for (const size of sizes)
    for (let round = 0; round < rounds; round += 1)
      for (const [name, start] of Object.entries(contenders)) {
        const contender = await start(world);
        try {
          const add = (values: Record<string, number>, measure: string) => figures.add(measure, name, size, values);
          await session(contender, size, deliveries, add);
        } finally {
          await contender.end();
        }
      }
}

async function session(
  contender: Contender,
  size: number,
  deliveries: number,
  add: (values: Record<string, number>, measure: string) => void,
): Promise<void> {
  for (const kind of ['board', 'entry'] as const) {
    const warm = await gather(contender, kind, WARM.displays);
    await events(contender, warm, kind, { turns: WARM.turns });
    warm.leave();
  }
  await delay(SETTLE);

  const [cpu, memory] = [contender.cpu(), contender.memory()];
  const hall = await gather(contender, 'board', size);
  add({ 'CPU µs per connection': (contender.cpu() - cpu) / size }, 'connect');
  await delay(SETTLE);
  add({ 'bytes per idle display': (contender.memory() - memory) / size }, 'connect');

  const turns = Math.max(5, Math.round(deliveries / size));
  add(await events(contender, hall, 'board', { turns }), 'board');
  hall.leave();

  const readers = await gather(contender, 'entry', size);
  add(await events(contender, readers, 'entry', { turns }), 'entry');
  add(await events(contender, readers, 'entry', { turns: Math.max(3, Math.round(turns / 4)), each: 8 }), 'eight');
  readers.leave();
}
