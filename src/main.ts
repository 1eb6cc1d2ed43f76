import { announce } from './announce.js';
import { readConfig } from './config.js';
import { openDatabase } from './database/open.js';
import { createLog } from './log.js';
import { createServer } from './server.js';
import { toldToStop } from './signals.js';
import { startTraces } from './telemetry/traces.js';

/** Opens, serves until it is told to stop, and closes in the opposite order whatever happened on the way. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.LOG_LEVEL);
  const told = toldToStop(config, log);
  const closers: (() => Promise<void>)[] = [];
  try {
    closers.unshift(await startTraces(config.OTEL_EXPORTER_OTLP_ENDPOINT, log));
    const onConnectionLost = (error: Error) => log.warn({ err: error }, 'a database connection was lost');
    const open = await openDatabase(config, { onConnectionLost });
    closers.unshift(open.close);
    if (told.isStopping) return;
    const server = await createServer({ config, open, log });
    closers.unshift(server.close);
    if (!told.isStopping) await announce(server, config, log);
    await told.signal;
  } finally {
    for (const close of closers) await close().catch((error) => log.error({ err: error }, 'could not close cleanly'));
  }
  log.info('stopped');
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    process.stderr.write(`Rostrum could not start. ${error.message}\n`);
    process.exit(1);
  },
);
