import { fileURLToPath } from 'node:url';
import { Worker } from 'jest-worker';

/** What takes longest, in the order in which it begins: nothing long is left for the end, when the others are done. */
const LONGEST = [
  'web/looks.screen',
  'account/first.live',
  'web/course.screen',
  'access/roles.api',
  'live/chaos.live',
  'live/bursts.live',
  'live/clients.live',
  'database/embedded',
  'database/postmaster',
  'live/faults.live',
  'settings.live',
  'abuse/http.live',
  'abuse/sockets.live',
  'live/rolling.live',
];
const place = ({ path }) => {
  const found = LONGEST.findIndex((name) => path.endsWith(`/tests/${name}.test.ts`));
  return found < 0 ? LONGEST.length : found;
};

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * Runs compiled test files in plain Node processes. Jest's own runner gives each file a sandbox that loads every module
 * anew, which took longer than most of the tests; here a process loads them once.
 */
export default class Runner {
  constructor({ maxWorkers, testNamePattern }) {
    this.workers = maxWorkers;
    this.testNamePattern = testNamePattern;
  }

  async runTests(tests, watcher, onStart, onResult, onFailure) {
    const worker = new Worker(beside('worker.mjs'), {
      exposedMethods: ['run'],
      numWorkers: this.workers,
      maxRetries: 0,
      forkOptions: { stdio: 'pipe', execArgv: ['--enable-source-maps', '--import', beside('globals.mjs')] },
    });
    worker.getStdout()?.pipe(process.stdout);
    worker.getStderr()?.pipe(process.stderr);

    const { testNamePattern } = this;
    const waiting = tests.toSorted((one, other) => place(one) - place(other));
    const lane = async () => {
      for (let test = waiting.shift(); test && !watcher.isInterrupted(); test = waiting.shift()) {
        await onStart(test);
        const { path, context } = test;
        await worker.run({ path, config: context.config, testNamePattern }).then(
          (result) => onResult(test, result),
          (error) => onFailure(test, error),
        );
      }
    };
    await Promise.all(Array.from({ length: this.workers }, lane));
    // What a process still holds open, such as connections that may be used again, ends with it.
    await worker.end();
  }
}
