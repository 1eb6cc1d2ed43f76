import type { Contender, Name } from '../contenders.js';
import { median } from '../figures.js';
import type { Measurement } from '../options.js';
import { events } from './events.js';
import { gather, withContender } from './gather.js';

const PUSHERS: Name[] = ['ws', 'rostrum'];
/** What each stalled display leaves unread: more than the kernel hides. */
const UNREAD = 12e6;
/** How often memory is looked at meanwhile, without what was left lying. */
const LOOKS = 6;

/** Displays that stop reading: what they cost in memory, and what the others feel of it. */
export const stalled: Measurement = async ({ world, figures, options: { isQuick }, tell }) => {
  const size = isQuick ? 50 : 1000;
  for (const name of PUSHERS)
    for (const count of [1, size / 10]) {
      tell(`stalled: ${name}, ${count} of ${size} displays`);
      await withContender(name, world, ['large'], async (contender) =>
        figures.add('stalled', name, count, await session(contender, size, count)),
      );
    }
};

async function session(contender: Contender, size: number, count: number) {
  const hall = await gather(contender, 'large', size);
  const emit = (events: number) => contender.emit('large', events);
  const { 'bytes per message': bytes } = await events(contender, { hall, emit, turns: 5 });
  const turns = Math.ceil(UNREAD / bytes / LOOKS);
  const look = async () => {
    const { 'p50 ms to the last': wait } = await events(contender, { hall, emit, turns });
    await contender.collect();
    return { wait, memory: contender.memory() };
  };
  const watch = async () => {
    const looks: Awaited<ReturnType<typeof look>>[] = [];
    while (looks.length < LOOKS) looks.push(await look());
    return { wait: median(looks.map(({ wait }) => wait)), memory: Math.max(...looks.map(({ memory }) => memory)) };
  };
  await look();
  const before = await watch();
  for (const display of hall.displays.slice(0, count)) display.stall();
  const after = await watch();
  hall.leave();
  return { 'MB more': (after.memory - before.memory) / 1e6, 'the others’ p50, times': after.wait / before.wait };
}
