import {
  constants,
  monitorEventLoopDelay,
  type PerformanceEntry,
  PerformanceObserver,
  performance,
} from 'node:perf_hooks';
import type { Instruments } from './instruments.js';

type GcEntry = PerformanceEntry & { detail: { kind: number } };

const gcKinds = new Map([
  [constants.NODE_PERFORMANCE_GC_MINOR, 'minor'],
  [constants.NODE_PERFORMANCE_GC_MAJOR, 'major'],
  [constants.NODE_PERFORMANCE_GC_INCREMENTAL, 'incremental'],
  [constants.NODE_PERFORMANCE_GC_WEAKCB, 'weakcb'],
]);

/**
 * How the process is, under the names that every Node dashboard knows. prom-client brings the same as its defaults, but never
 * lets go of them; a server that was closed must leave no timer and no observer behind.
 */
export function watchProcess({ gauge, counter, histogram }: Instruments): () => void {
  counter('process_cpu_seconds_total', 'User and system CPU time of the process.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  const started = Date.now() / 1000 - process.uptime();
  gauge('process_start_time_seconds', 'When the process started, in seconds since 1970.', () => started);
  gauge('process_resident_memory_bytes', 'Resident memory of the process.', () => process.memoryUsage.rss());
  gauge('nodejs_heap_size_used_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed);
  gauge('nodejs_heap_size_total_bytes', 'Heap taken from the system.', () => process.memoryUsage().heapTotal);
  gauge('nodejs_external_memory_bytes', 'Memory outside of the heap, such as buffers.', () => {
    return process.memoryUsage().external;
  });

  counter(
    'nodejs_eventloop_active_seconds_total',
    'Time in which the event loop was busy; its rate is the load of the one thread.',
    () => performance.eventLoopUtilization().active / 1000,
  );
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const lag = (percentile: number) => delay.percentile(percentile) / 1e9;
  gauge('nodejs_eventloop_lag_p50_seconds', 'Median delay of a 10 ms timer since the last scrape.', () => lag(50));
  gauge('nodejs_eventloop_lag_p99_seconds', '99th percentile of the same.', () => lag(99));
  // Read last: the next scrape starts anew.
  gauge('nodejs_eventloop_lag_max_seconds', 'Maximum of the same.', () => {
    const max = delay.max / 1e9;
    delay.reset();
    return max;
  });

  const pauses = histogram('nodejs_gc_duration_seconds', 'Garbage collections.', [0.001, 0.01, 0.1, 1], 'kind');
  const observer = new PerformanceObserver((list) => {
    for (const { detail, duration } of list.getEntries() as GcEntry[]) {
      pauses.observe({ kind: gcKinds.get(detail.kind) ?? 'other' }, duration / 1000);
    }
  });
  observer.observe({ entryTypes: ['gc'] });

  return () => {
    delay.disable();
    observer.disconnect();
  };
}
