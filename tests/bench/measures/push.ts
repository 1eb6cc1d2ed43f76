import { setTimeout as delay } from 'node:timers/promises';
import { type Contender, names } from '../contenders.js';
import type { Measurement } from '../options.js';
import { events } from './events.js';
import { gather, withContender } from './gather.js';

const SETTLE = 2000;

type Add = (measure: string, values: Record<string, number>) => void;

/** Events to N displays: what connecting costs, what an idle display weighs, what a delivery costs. */
export const push: Measurement = async ({ world, figures, options: { sizes, deliveries }, tell }) => {
  for (const size of sizes)
    for (const name of names) {
      tell(`push: ${name}, ${size} displays`);
      const add: Add = (measure, values) => figures.add(measure, name, size, values);
      await withContender(name, world, ['board', 'entry'], async (contender) => {
        await boards(contender, size, deliveries, add);
        await entries(contender, size, deliveries, add);
      });
    }
};

async function boards(contender: Contender, size: number, deliveries: number, add: Add): Promise<void> {
  await delay(SETTLE);
  await contender.collect();
  const [cpu, memory] = [contender.cpu(), contender.memory()];
  const hall = await gather(contender, 'board', size);
  add('connect', { 'CPU µs per connection': (contender.cpu() - cpu) / size });
  await delay(SETTLE);
  await contender.collect();
  add('connect', { 'kB per idle display': (contender.memory() - memory) / size / 1000 });
  const emit = (count: number) => contender.emit('board', count);
  add('board', await events(contender, { hall, emit, turns: Math.max(10, Math.round(deliveries / size)) }));
  hall.leave();
}

async function entries(contender: Contender, size: number, deliveries: number, add: Add): Promise<void> {
  const hall = await gather(contender, 'entry', size);
  const emit = (count: number) => contender.emit('entry', count);
  add('entry', await events(contender, { hall, emit, turns: Math.max(10, Math.round(deliveries / size)) }));
  add('eight', await events(contender, { hall, emit, each: 8, turns: Math.max(5, Math.round(deliveries / size / 4)) }));
  hall.leave();
}
