import { useRef, useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { Combobox, type Option } from './combobox.js';
import { Duties, type Duty } from './duties.js';
import type { Unit } from './facts.js';
import { AddParticipant, CreatePerson, FindPersons, type FoundPerson } from './people.query.js';
import { peopleWords } from './people.words.js';
import { type NewPerson, NewPersonForm } from './person.new.js';
import { useSearch } from './search.js';

const NEW = 'new';

const find = async (text: string, signal: AbortSignal) => {
  const { persons } = await ask(FindPersons, { text }, signal);
  return { list: persons.edges.map(({ node }) => node), hasMore: persons.pageInfo.hasNextPage };
};

/** One after the other is found or made, and takes part with the duties that are switched on; the hands stay on the keys. [M17] */
export function AddPerson({ above }: { above: Unit | null }) {
  const say = useSay(peopleWords);
  const action = useAction();
  const { meeting, attempt, isBusy, isLost } = useConsole();
  const [text, setText] = useState('');
  const [isLooking, look] = useState(false);
  const [duties, setDuties] = useState<Duty[]>(['ATTENDEE']);
  const [isMaking, make] = useState(false);
  const [told, tell] = useState('');
  const input = useRef<HTMLInputElement>(null);
  // Of a person who was made and could not be added: they are not made twice.
  const made = useRef<{ sign: string; id: string } | null>(null);
  const found = useSearch<FoundPerson>(text, isLooking && !isMaking, find);
  const name = text.trim();
  const isIn = (id: string) => meeting.participants.some(({ person }) => person.id === id);

  const options: Option[] = found.list.map(({ id, name, post, organization }) => ({
    key: id,
    title: name,
    detail: [organization.name, post, isIn(id) && say.isIn].filter(Boolean).join(' · '),
    isTaken: isIn(id),
  }));
  if (name !== '') options.push({ key: NEW, title: say.newPerson(name), isNew: true });

  async function join(personId: string, who: string): Promise<void> {
    const variables = { input: { personId, duties, seat: '' } };
    await attempt({ said: say.addPerson(who), operation: AddParticipant, variables });
    tell(say.added(who, meeting.participants.length + 1));
    setText('');
    make(false);
    input.current?.focus();
  }
  const pick = (key: string): void => {
    action.forget();
    if (key === NEW) make(true);
    const person = found.list.find(({ id }) => id === key);
    if (person && !isBusy) void action.run(() => join(person.id, person.name));
  };
  const create = (person: NewPerson) =>
    action.run(async () => {
      const sign = JSON.stringify(person);
      if (made.current?.sign !== sign) {
        made.current = { sign, id: (await ask(CreatePerson, { input: person })).createPerson.id };
      }
      await join(made.current.id, person.name);
    });
  const back = (): void => {
    make(false);
    action.forget();
    input.current?.focus();
  };

  return (
    <div class="add-person">
      <Combobox
        label={say.find}
        text={text}
        set={setText}
        options={options}
        isCurrent={found.isCurrent && !isMaking}
        hasMore={found.hasMore}
        pick={pick}
        onFocus={() => look(true)}
        hint={say.findHint}
        input={input}
      />
      <div class="field">
        <span class="legend" aria-hidden="true">
          {say.as}
        </span>
        <Duties label={say.as} duties={duties} set={setDuties} />
      </div>
      {isMaking ? (
        <NewPersonForm
          key={name}
          name={name}
          above={above}
          problem={action.problem}
          isBusy={action.isBusy || isBusy || isLost}
          onYes={create}
          onNo={back}
        />
      ) : (
        <Trouble problem={action.problem} />
      )}
      <p class="unseen" role="status" data-testid="added">
        {told}
      </p>
    </div>
  );
}
