import { useEffect, useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Field } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { useWait } from '../shared/wait.js';
import { EnterByCode } from './enter.query.js';
import { enterWords } from './enter.words.js';

interface CodeFormProps {
  /** The code of a QR code: it is used at once. */
  scanned: string;
  /** Whether somebody was signed in here who is so no longer. */
  hasEnded: boolean;
  /** Name of the account that is signed in here, if one is. */
  account: string | null;
  onEntered: () => Promise<void>;
}

/** A slip's code, typed in as it comes: its hyphen, its case and blanks don't matter. [Q4] */
export function CodeForm({ scanned, hasEnded, account, onEntered }: CodeFormProps) {
  const say = useSay(enterWords);
  const { isBusy, problem, run } = useAction();
  const [code, setCode] = useState(scanned);
  const wait = useWait(problem);
  const enter = () => run(() => ask(EnterByCode, { code }).then(onEntered));
  useEffect(() => {
    if (scanned) void enter();
  }, []);

  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <h1>{say.title}</h1>
      {hasEnded && (
        <div class="note" role="alert" data-testid="ended">
          <p>
            <b>{say.ended}</b>
          </p>
          <p>{say.endedHint}</p>
        </div>
      )}
      {account !== null && <p class="note">{say.asAccount(account)}</p>}
      <Field
        label={say.code}
        hint={say.codeHint}
        name="code"
        value={code}
        set={setCode}
        autoComplete="off"
        maxLength={30}
        class="code"
        required
        autoFocus={!scanned}
      />
      <Trouble problem={problem} />
      <button type="submit" class="button button-large" disabled={isBusy || wait > 0}>
        {isBusy ? say.entering : wait > 0 ? `${say.enter} (${wait})` : say.enter}
      </button>
    </form>
  );
}
