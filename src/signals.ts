import type { Logger } from 'pino';
import type { Config } from './config.js';

interface Told {
  isStopping: boolean;
  /** Resolves with the first signal. */
  signal: Promise<void>;
}

/** The first signal stops the server. Ctrl-C may come twice at once, from the terminal and from npm; later it means: now. */
export function toldToStop({ SHUTDOWN_SECONDS, DRAIN_SECONDS }: Config, log: Logger): Told {
  const told: Told = { isStopping: false, signal: Promise.resolve() };
  told.signal = new Promise((resolve) => {
    let first = 0;
    const hear = (signal: NodeJS.Signals) => {
      if (told.isStopping && performance.now() - first > 1000) process.exit(1);
      if (told.isStopping) return;
      told.isStopping = true;
      first = performance.now();
      log.info({ signal }, 'stopping');
      setTimeout(
        () => {
          log.error('did not stop in time');
          process.exit(1);
        },
        (DRAIN_SECONDS + SHUTDOWN_SECONDS + 15) * 1000,
      ).unref();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
  });
  return told;
}
