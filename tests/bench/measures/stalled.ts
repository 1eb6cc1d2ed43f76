import type { Contender, Name } from '../contenders.js';
import type { Measurement } from '../options.js';
import { events } from './events.js';
import { gather, withContender } from './gather.js';

const PUSHERS: Name[] = ['ws', 'rostrum'];
/** What each stalled display leaves unread: more than the kernel hides. */
const UNREAD = 16e6;

/** Displays that stop reading: what they cost in memory, and what the others feel of it. */
export const stalled: Measurement = async ({ world, figures, options: { isQuick, rounds }, tell }) => {
  const size = isQuick ? 50 : 1000;
  for (let round = 1; round <= rounds; round += 1)
    for (const name of PUSHERS)
      for (const count of [1, size / 10]) {
        tell(`stalled: ${name}, ${count} of ${size} displays, round ${round} of ${rounds}`);
        await withContender(name, world, ['large'], async (contender) =>
          figures.add('stalled', name, count, await session(contender, size, count)),
        );
      }
};

async function session(contender: Contender, size: number, count: number) {
  const hall = await gather(contender, 'large', size);
  const emit = (events: number) => contender.emit('large', events);
  let highest = 0;
  const afterTurn = () => {
    highest = Math.max(highest, contender.memory());
  };
  const first = await events(contender, { hall, emit, turns: 5 });
  const turns = Math.ceil(UNREAD / first['bytes per message']);
  // A heap grows with its work alone, for a while.
  await events(contender, { hall, emit, afterTurn, turns });
  const before = await events(contender, { hall, emit, afterTurn, turns });
  const memory = highest;
  for (const display of hall.displays.slice(0, count)) display.stall();
  const after = await events(contender, { hall, emit, afterTurn, turns });
  hall.leave();
  return {
    'MB more': (highest - memory) / 1e6,
    'the others’ p50, times': after['p50 ms to the last'] / before['p50 ms to the last'],
  };
}
