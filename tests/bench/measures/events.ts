import { quantile } from '../figures.js';
import type { Hall } from '../load/hall.js';
import type { ServerProcess } from '../process.js';

interface Series {
  hall: Hall;
  turns: number;
  /** Events of one turn. */
  each?: number;
  /** Makes them; answers with the time at which they were asked for. */
  emit: (count: number) => Promise<number>;
}

/** Turns one after the other, each with some events at once; the next begins when the last display has them all. */
export async function events(server: ServerProcess, { hall, turns, each = 1, emit }: Series) {
  const waits: number[] = [];
  const [cpu, begun] = [server.cpu(), performance.now()];
  for (let turn = 0; turn < turns; turn += 1) {
    const [last, at] = await Promise.all([hall.expect(each), emit(each)]);
    waits.push(last - at);
  }
  const used = server.cpu() - cpu;
  if (hall.failures.length > 0) throw new Error(`displays were lost: ${hall.failures[0]}`);
  const healthy = hall.displays.filter(({ isStalled }) => !isStalled);
  const deliveries = turns * each * healthy.length;
  return {
    'CPU µs per delivery': used / deliveries,
    'CPU µs per event': used / turns / each,
    'deliveries per second': (deliveries / (performance.now() - begun)) * 1000,
    'p50 ms to the last': quantile(waits, 0.5),
    'p99 ms to the last': quantile(waits, 0.99),
    'bytes per message': healthy[0]?.bytes ?? 0,
  };
}
