import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** Metrics of one registry. Gauges and counters are read when somebody asks for them, so that counting costs nothing more. */
export interface Instruments {
  gauge(name: string, help: string, read: () => number): void;
  counter(name: string, help: string, read: () => number): void;
  /** A counter with one label, read as pairs of the label's value and its count. */
  counters(name: string, help: string, label: string, read: () => Iterable<[string, number]>): void;
  histogram<Label extends string = never>(
    name: string,
    help: string,
    buckets: number[],
    ...labels: Label[]
  ): Histogram<Label>;
}

export function createInstruments(registry: Registry): Instruments {
  const registers = [registry];
  return {
    gauge: (name, help, read) =>
      void new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read());
        },
      }),
    counter: (name, help, read) =>
      void new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset();
          this.inc(read());
        },
      }),
    counters: (name, help, label, read) =>
      void new Counter({
        name,
        help,
        registers,
        labelNames: [label],
        collect() {
          this.reset();
          for (const [value, count] of read()) this.inc({ [label]: value }, count);
        },
      }),
    histogram: (name, help, buckets, ...labelNames) => new Histogram({ name, help, buckets, labelNames, registers }),
  };
}
