import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { Field, Lines } from '../shared/fields.js';
import { useKept } from '../shared/kept.js';
import { useSay } from '../shared/language.js';
import { pageWords } from '../shared/page.words.js';
import { Trouble } from '../shared/problem.js';
import { deskWords } from './desk.words.js';
import { Elsewhere } from './elsewhere.js';

interface Written {
  readonly heading: string;
  readonly body: string;
}

const NOTHING: Written = { heading: '', body: '' };
const isSame = (one: Written, other: Written): boolean => one.heading === other.heading && one.body === other.body;

interface RequirementFormProps {
  title: string;
  /** Of the form, by which what was typed is kept. */
  name: string;
  /** As it stands on the server; left out for a new one. */
  present?: Written;
  yes: string;
  save: (written: Written) => Promise<void>;
  onDone?: () => void;
}

/** A requirement to be written. What somebody else has made of it meanwhile is shown, and replaced only knowingly. */
export function RequirementForm({ title, name, present = NOTHING, yes, save, onDone }: RequirementFormProps) {
  const say = useSay(deskWords);
  const cancel = useSay(pageWords).cancel;
  const action = useAction();
  const [typed, keep] = useKept<Written>(name);
  const [opened, setOpened] = useState(present);
  const { heading, body } = typed ?? present;
  const isChangedElsewhere = typed !== null && !isSame(opened, present);
  const type = (change: Partial<Written>): void => {
    if (typed === null) setOpened(present);
    keep({ heading, body, ...change });
  };
  const done = (): void => {
    keep(null);
    action.forget();
    onDone?.();
  };
  const submit = async (): Promise<void> => {
    if (await action.run(() => save({ heading, body }))) done();
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChangedElsewhere) void submit();
      }}
    >
      <h3>{title}</h3>
      <Field label={say.heading} value={heading} set={(heading) => type({ heading })} required maxLength={200} />
      <Lines label={say.inFull} value={body} set={(body) => type({ body })} rows={3} maxLength={5000} />
      {isChangedElsewhere && (
        <Elsewhere
          said={[present.heading, present.body].filter(Boolean).join('\n')}
          keepMine={() => setOpened(present)}
          takeTheirs={() => keep(null)}
        />
      )}
      <Trouble problem={action.problem} fields={{ heading: say.heading, body: say.inFull }} />
      <div class="buttons">
        <Button type="submit" class="button" isOff={action.isBusy || isChangedElsewhere}>
          {yes}
        </Button>
        {onDone && (
          <button type="button" class="button-plain" onClick={done}>
            {cancel}
          </button>
        )}
      </div>
    </form>
  );
}
