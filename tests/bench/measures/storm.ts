import { setTimeout as delay } from 'node:timers/promises';
import { names } from '../contenders.js';
import type { Measurement } from '../options.js';
import type { World } from '../world.js';
import { gather, withContender } from './gather.js';

/** After so long without work, a PostgreSQL session has told what it did. */
const STATISTICS = 11_000;

/** Every display loses its socket and comes back at once: when does the last one have the present board? */
export const storm: Measurement = async ({ world, figures, options: { sizes }, tell }) => {
  const size = Math.max(...sizes);
  for (const name of names) {
    tell(`storm: ${name}, ${size} displays`);
    await withContender(name, world, ['board'], async (contender) => {
      const hall = await gather(contender, 'board', size);
      const loads = name === 'rostrum' ? await boardLoads(world) : 0;
      const [cpu, begun] = [contender.cpu(), performance.now()];
      await hall.storm();
      const seconds = (performance.now() - begun) / 1000;
      figures.add('storm', name, size, {
        'seconds to the last': seconds,
        'CPU seconds': (contender.cpu() - cpu) / 1e6,
        failures: hall.failures.length,
      });
      if (name === 'rostrum') figures.add('storm', name, size, { 'board loads': (await boardLoads(world)) - loads });
      hall.leave();
    });
  }
};

/** Each load of a board reads the meeting's requirements once; PostgreSQL counts how often that table was read. */
async function boardLoads({ writer }: World): Promise<number> {
  await delay(STATISTICS);
  const { rows } = await writer.query(
    "SELECT (seq_scan + coalesce(idx_scan, 0))::int AS reads FROM pg_stat_user_tables WHERE relname = 'requirement'",
  );
  return rows[0].reads;
}
