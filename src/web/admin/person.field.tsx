import { useId, useState } from 'preact/hooks';
import { useAnswer } from '../shared/answer.js';
import { useSay } from '../shared/language.js';
import { useSettled } from '../shared/settled.js';
import { Persons } from './accounts.query.js';
import { accountWords } from './accounts.words.js';

export interface Person {
  id: string;
  name: string;
  organization: { name: string };
}

interface PersonFieldProps {
  person: Person | null;
  set: (person: Person | null) => void;
}

const described = ({ name, organization }: Person): string => `${name} · ${organization.name}`;

/** Somebody among the persons: found by typing a part of the name, and chosen from a list. */
export function PersonField({ person, set }: PersonFieldProps) {
  const say = useSay(accountWords);
  const id = useId();
  const [text, setText] = useState('');
  const { data } = useAnswer(Persons, { text: useSettled(text.trim()) });
  const found: Person[] = data?.persons.edges.map(({ node }) => node) ?? [];
  const others = found.filter(({ id: other }) => other !== person?.id);
  return (
    <div class="field">
      <label htmlFor={id}>{say.person}</label>
      <div class="field-row person">
        <input
          type="search"
          value={text}
          aria-label={say.personHint}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          autoComplete="off"
        />
        <select
          id={id}
          value={person?.id ?? ''}
          onChange={({ currentTarget: { value } }) =>
            set(value === person?.id ? person : (found.find(({ id: one }) => one === value) ?? null))
          }
        >
          <option value="">{say.nobody}</option>
          {person && <option value={person.id}>{described(person)}</option>}
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {described(one)}
            </option>
          ))}
        </select>
      </div>
      <p class="hint">{say.personHint}</p>
    </div>
  );
}
