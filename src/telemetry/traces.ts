import { hostname } from 'node:os';
import type { Logger } from 'pino';
import { turnTracing } from './trace.js';

/**
 * Sends spans to an OpenTelemetry collector, if there is one; else the SDK isn't even loaded. Answers how to stop, which
 * hands over what is left.
 */
export async function startTraces(endpoint: string, log: Logger): Promise<() => Promise<void>> {
  if (endpoint === '') return async () => {};
  const [{ diag, DiagLogLevel }, { BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const warn = (problem: unknown) => log.warn({ problem: String(problem) }, 'traces could not be handed over');
  diag.setLogger({ error: warn, warn, info() {}, debug() {}, verbose() {} }, DiagLogLevel.WARN);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: 3000 });
  const provider = new NodeTracerProvider({
    resource: resources.defaultResource().merge(
      resources.resourceFromAttributes({
        'service.name': 'rostrum',
        'service.instance.id': `${hostname()}:${process.pid}`,
      }),
    ),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  turnTracing(true);
  return async () => {
    turnTracing(false);
    await provider.shutdown().catch(warn);
  };
}
