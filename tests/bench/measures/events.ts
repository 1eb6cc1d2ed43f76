import type { Contender } from '../contenders.js';
import type { Kind } from '../documents.js';
import { quantile } from '../figures.js';
import type { Hall } from '../load/hall.js';

/** Turns one after the other, each with some events at once; the next begins when the last display has them all. */
export async function events(
  contender: Contender,
  hall: Hall,
  kind: Kind,
  { turns, each = 1 }: { turns: number; each?: number },
) {
  const waits: number[] = [];
  const [cpu, begun] = [contender.cpu(), performance.now()];
  for (let turn = 0; turn < turns; turn += 1) {
    const arrived = hall.expect(each);
    const at = await contender.emit(kind, each);
    waits.push((await arrived) - at);
  }
  const used = contender.cpu() - cpu;
  const deliveries = turns * each * hall.displays.filter(({ isStalled }) => !isStalled).length;
  if (hall.failures.length > 0) throw new Error(`displays were lost: ${hall.failures[0]}`);
  return {
    'CPU µs per delivery': used / deliveries,
    'deliveries per second': (deliveries / (performance.now() - begun)) * 1000,
    'p50 ms to the last': quantile(waits, 0.5),
    'p99 ms to the last': quantile(waits, 0.99),
  };
}
