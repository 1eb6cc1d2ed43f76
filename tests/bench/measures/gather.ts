import { type Contender, contenders, type Name } from '../contenders.js';
import type { Kind } from '../documents.js';
import { Hall } from '../load/hall.js';
import type { World } from '../world.js';
import { events } from './events.js';

const WARM = { displays: 100, turns: 50 };

/** So many displays that follow events of a kind. */
export async function gather(contender: Contender, kind: Kind, count: number): Promise<Hall> {
  const operations = await contender.operations(kind);
  const hall = new Hall(contender.port, () => operations);
  await hall.enter(count);
  return hall;
}

/** Starts a contender afresh, lets its compiler see the work, measures, and ends it whatever happened. */
export async function withContender(
  name: Name,
  world: World,
  kinds: Kind[],
  measure: (contender: Contender) => Promise<void>,
): Promise<void> {
  const contender = await contenders[name](world);
  try {
    for (const kind of kinds) {
      const hall = await gather(contender, kind, WARM.displays);
      await events(contender, { hall, turns: WARM.turns, emit: (count) => contender.emit(kind, count) });
      hall.leave();
    }
    await measure(contender);
  } finally {
    await contender.end();
  }
}
