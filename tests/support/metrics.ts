/** One line of values: a name, its labels as they stand, its value. */
export interface Sample {
  name: string;
  labels: string;
  value: number;
}

export interface Scrape {
  /** Each family by its name, with its type and its samples. */
  families: Map<string, { type: string; samples: Sample[] }>;
  /** The sum of all samples of that name whose labels hold the text. */
  value(name: string, labels?: string): number;
}

const HELP = /^# HELP ([a-z_][a-z0-9_]*) \S.*$/;
const TYPE = /^# TYPE ([a-z_][a-z0-9_]*) (counter|gauge|histogram)$/;
const SAMPLE = /^([a-z_][a-z0-9_]*)(?:\{((?:[a-z_]+="[^"\\\n]*",?)+)\})? (-?[0-9.]+(?:e[+-]?[0-9]+)?)$/;

/** What a server shows to Prometheus, read strictly: any line that is not as its text format says is an error. */
export function readMetrics(text: string): Scrape {
  const families: Scrape['families'] = new Map();
  let helped = '';
  let current = '';
  if (!text.endsWith('\n')) throw new Error('the last line has no end');
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, helpFor] = HELP.exec(line) ?? [];
    const [, typeOf, type] = TYPE.exec(line) ?? [];
    const [, name, labels = '', value] = SAMPLE.exec(line) ?? [];
    if (helpFor !== undefined) helped = helpFor;
    else if (typeOf !== undefined && typeOf === helped && !families.has(typeOf)) {
      current = typeOf;
      families.set(current, { type: type!, samples: [] });
    } else if (name !== undefined && namesOf(current, families.get(current)!.type).includes(name)) {
      families.get(current)!.samples.push({ name, labels, value: Number(value) });
    } else throw new Error(`not in the text format: ${line}`);
  }
  const samples = [...families.values()].flatMap((family) => family.samples);
  return {
    families,
    value: (name, labels = '') =>
      samples
        .filter((sample) => sample.name === name && sample.labels.includes(labels))
        .reduce((sum, sample) => sum + sample.value, 0),
  };
}

/** The names under which the samples of a family stand. */
export const namesOf = (family: string, type: string): string[] =>
  type === 'histogram' ? ['_bucket', '_sum', '_count'].map((ending) => family + ending) : [family];
