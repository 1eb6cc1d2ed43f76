import { useEffect, useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Combobox, type Option } from './combobox.js';
import { comboboxWords } from './combobox.words.js';
import type { Unit } from './facts.js';
import { CreateUnit, FindUnits, type FoundUnit } from './people.query.js';
import { useSearch } from './search.js';

const NEW = 'new';
const BELOW = 'below';

interface UnitFieldProps {
  label: string;
  unit: Unit | null;
  set: (unit: Unit | null) => void;
  /** A unit to which a new one may belong. */
  above?: Unit | null;
  error?: string | undefined;
}

const find = async (text: string, signal: AbortSignal) => {
  const { organizations } = await ask(FindUnits, { text }, signal);
  return { list: organizations.edges.map(({ node }) => node), hasMore: organizations.pageInfo.hasNextPage };
};

/** A unit, found by its name or made where there is none. [M17] */
export function UnitField({ label, unit, set, above, error }: UnitFieldProps) {
  const say = useSay(comboboxWords);
  const action = useAction();
  const [text, setText] = useState(unit?.name ?? '');
  const [isLooking, look] = useState(false);
  const found = useSearch<FoundUnit>(text, isLooking, find);
  const name = text.trim();
  // A unit that was set from elsewhere is shown.
  useEffect(() => setText(unit?.name ?? ''), [unit?.id]);

  const isThere = found.list.some((one) => one.name === name);
  const made: Option[] = [
    ...(above && above.name !== name ? [{ key: BELOW, title: say.newUnitBelow(name, above.name), isNew: true }] : []),
    { key: NEW, title: say.newUnit(name), isNew: true },
  ];
  const options: Option[] = [
    ...found.list.map((one) => ({ key: one.id, title: one.name, detail: one.parent?.name ?? '' })),
    ...(name === '' || isThere ? [] : made),
  ];

  async function pick(key: string): Promise<void> {
    const known = found.list.find(({ id }) => id === key);
    if (known) {
      setText(known.name);
      set(known);
      return;
    }
    const parentId = key === BELOW ? (above?.id ?? null) : null;
    await action.run(async () => set((await ask(CreateUnit, { input: { name, parentId } })).createOrganization));
  }

  return (
    <Combobox
      label={label}
      text={text}
      set={(typed) => {
        setText(typed);
        // What is typed anew is no unit yet.
        if (unit && typed !== unit.name) set(null);
      }}
      options={options}
      isCurrent={found.isCurrent}
      hasMore={found.hasMore}
      pick={(key) => void pick(key)}
      onFocus={() => look(true)}
      hint={say.typeUnit}
      error={action.problem?.message || error}
      required
    />
  );
}
