import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Choice, Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { errorOf, fieldOf, type Problem, Trouble } from '../shared/problem.js';
import { type Facts, ownZone } from './facts.js';
import { factsWords } from './facts.words.js';
import { UnitField } from './unit.field.js';

/** As the server calls those that it may refuse. */
const FIELDS = ['title', 'period', 'organization', 'startsAt', 'venue', 'plannedSeconds', 'warningSeconds', 'quorum'];

const zones = (known: string): string[] =>
  [...new Set([known, ownZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();

const choices = <Key extends string>(names: Readonly<Record<Key, string>>) => Object.entries(names) as [Key, string][];

interface FactsFormProps {
  facts: Facts;
  /** What is filled in; whatever else has been filled in meanwhile stays. */
  change: (part: Partial<Facts>) => void;
  problem: Problem | null;
  onSubmit: () => void;
  /** The buttons. */
  children: ComponentChildren;
}

/** What a meeting is; what the server refuses is said at its field, which is gone to. [M16] */
export function FactsForm({ facts, change, problem, onSubmit, children }: FactsFormProps) {
  const say = useSay(factsWords);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [problem]);
  const isElsewhere = problem !== null && !FIELDS.includes(fieldOf(problem));
  const line = (key: 'title' | 'period' | 'venue' | 'quorum' | 'minutes' | 'warning', field: string = key) => ({
    label: say[key],
    value: facts[key],
    set: (value: string) => change({ [key]: value }),
    error: errorOf(problem, field),
    autoComplete: 'off' as const,
  });
  const one = (key: 'language' | 'format' | 'visibility' | 'timeZone') => ({
    label: say[key],
    value: facts[key],
    set: (value: string) => change({ [key]: value }),
  });
  return (
    <form
      ref={form}
      class="form facts-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <div class="wide">
        <Field {...line('title')} maxLength={200} required />
      </div>
      <div class="half">
        <UnitField
          label={say.organization}
          unit={facts.unit}
          set={(unit) => change({ unit })}
          error={errorOf(problem, 'organization')}
        />
      </div>
      <Field {...line('period')} maxLength={50} required />
      <Field {...line('venue')} maxLength={200} />
      <Field
        label={say.start}
        type="datetime-local"
        value={facts.start}
        set={(start) => change({ start })}
        error={errorOf(problem, 'startsAt')}
        required
      />
      <Choice {...one('timeZone')} choices={zones(facts.timeZone).map((zone) => [zone, zone])} />
      <Choice {...one('format')} choices={choices(say.formats)} />
      <Choice {...one('visibility')} choices={choices(say.visibilities)} />
      <Choice {...one('language')} choices={choices(say.languages)} />
      <Field {...line('minutes', 'plannedSeconds')} inputMode="numeric" required />
      <Field {...line('warning', 'warningSeconds')} inputMode="numeric" required />
      <Field {...line('quorum')} inputMode="numeric" hint={say.quorumHint} />
      <Trouble problem={isElsewhere ? problem : null} />
      <div class="buttons wide">{children}</div>
    </form>
  );
}
