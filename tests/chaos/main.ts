import { parseArgs } from 'node:util';
import { rage, storm } from './chaos.js';

/** npm run chaos -- --minutes 10 --displays 200 --rate 40 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { minutes: { type: 'string' }, displays: { type: 'string' }, rate: { type: 'string' } },
  });
  const given = (text: string | undefined, fallback: number) => (text === undefined ? fallback : Number(text));
  const told = new AbortController();
  process.once('SIGINT', () => told.abort());
  const seconds = 60 * given(values.minutes, storm.seconds / 60);
  process.stdout.write(`\n  A storm of ${seconds} s. Ctrl-C ends it early.\n`);
  const { faults, facts, reasons } = await rage({
    seconds,
    displays: given(values.displays, storm.displays),
    rate: given(values.rate, storm.rate),
    signal: told.signal,
  });
  for (const [title, rows] of [
    ['What happened', facts],
    ['What must be 0', faults],
  ] as const) {
    process.stdout.write(`\n  ${title}\n`);
    for (const [name, count] of Object.entries(rows))
      process.stdout.write(`  ${name.padEnd(40)}${String(count).padStart(10)}\n`);
  }
  for (const reason of reasons) process.stdout.write(`\n  ${reason}\n`);
  process.exitCode = Object.values(faults).every((count) => count === 0) ? 0 : 1;
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.stack}\n`);
  process.exit(1);
});
