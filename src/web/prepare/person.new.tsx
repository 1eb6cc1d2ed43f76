import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../shared/button.js';
import { Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { pageWords } from '../shared/page.words.js';
import { errorOf, fieldOf, type Problem, Trouble } from '../shared/problem.js';
import type { Unit } from './facts.js';
import { peopleWords } from './people.words.js';
import { UnitField } from './unit.field.js';

export interface NewPerson {
  readonly name: string;
  readonly post: string;
  readonly organizationId: string;
}

const FIELDS = ['name', 'post', 'organization'];

interface NewPersonFormProps {
  name: string;
  above: Unit | null;
  problem: Problem | null;
  isBusy: boolean;
  onYes: (person: NewPerson) => void;
  onNo: () => void;
}

/** Somebody who is not on file yet, made where they are needed. [M17] */
export function NewPersonForm({ name: typed, above, problem, isBusy, onYes, onNo }: NewPersonFormProps) {
  const say = useSay(peopleWords);
  const common = useSay(pageWords);
  const [name, setName] = useState(typed);
  const [post, setPost] = useState('');
  const [unit, setUnit] = useState<Unit | null>(null);
  const form = useRef<HTMLFormElement>(null);
  // The name stands there already; at once, so that no letter goes elsewhere.
  useLayoutEffect(() => form.current?.querySelectorAll('input')[1]?.focus(), []);
  useLayoutEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [problem]);
  return (
    <form
      ref={form}
      class="new-person"
      aria-label={say.newTitle}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onNo()}
      onSubmit={(event) => {
        event.preventDefault();
        if (unit) onYes({ name, post, organizationId: unit.id });
      }}
    >
      <Field
        label={say.name}
        value={name}
        set={setName}
        error={errorOf(problem, 'name')}
        maxLength={100}
        autoComplete="off"
        required
      />
      <Field
        label={say.post}
        value={post}
        set={setPost}
        error={errorOf(problem, 'post')}
        maxLength={100}
        autoComplete="off"
      />
      <UnitField
        label={say.organization}
        unit={unit}
        set={setUnit}
        above={above}
        error={errorOf(problem, 'organization')}
      />
      <Trouble problem={problem && !FIELDS.includes(fieldOf(problem)) ? problem : null} />
      <div class="buttons wide">
        <Button type="submit" class="button" isOff={isBusy || !unit}>
          {say.add}
        </Button>
        <button type="button" class="button-plain" onClick={onNo}>
          {common.cancel}
        </button>
      </div>
    </form>
  );
}
