import { Router } from 'express';
import type { DataSource } from 'typeorm';
import type { Metrics } from '../telemetry/metrics.js';

interface Settings {
  database: DataSource;
  isStopping: () => boolean;
  /** Without, /metrics isn't there. */
  metrics: Metrics | null;
}

/** The door for those who watch over the server: whether it lives, whether it can serve, and what it does. */
export function health({ database, isStopping, metrics }: Settings): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  router.get('/readyz', async (_request, response) => {
    const isReady =
      !isStopping() &&
      (await database.query('SELECT 1').then(
        () => true,
        () => false,
      ));
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  if (metrics) {
    router.get('/metrics', async (_request, response) => {
      response.type(metrics.contentType).send(await metrics.text());
    });
  }
  return router;
}
