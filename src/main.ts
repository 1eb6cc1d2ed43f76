import { pino } from 'pino';
import { readConfig } from './config.js';
import { openDatabase } from './database/open.js';
import { seed } from './demo/seed.js';
import { createServer } from './server.js';

async function main(): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.LOG_LEVEL });
  const open = await openDatabase(config, {
    onConnectionLost: (error) => log.warn({ err: error }, 'a database connection was lost'),
  });
  const server = await createServer({ config, open, log });

  let isStopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    await server.close();
    await open.close();
    log.info('stopped');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error) => {
        log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      });
    });
  }

  const meetingId = config.DEMO ? await seed(server.schema, server.services, config.DEMO_LANGUAGE) : null;
  const { url } = server;
  log.info({ url }, 'listening');
  process.stdout.write(`
  Rostrum is running.

    Meetings   ${url}/
    Board      ${meetingId ? `${url}/board/${meetingId}` : `${url}/board/<meeting id>`}
    GraphQL    ${url}/graphql  (HTTP and WebSocket)
    Explorer   ${config.EXPLORER ? `${url}/explorer` : 'off'}

  Ctrl-C stops it.

`);
}

main().catch((error: Error) => {
  process.stderr.write(`Rostrum could not start. ${error.message}\n`);
  process.exit(1);
});
