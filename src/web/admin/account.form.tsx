import { useState } from 'preact/hooks';
import type { Action } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import type { Account } from './accounts.query.js';
import { accountWords } from './accounts.words.js';
import { type Person, PersonField } from './person.field.js';

export interface AccountChange {
  name: string;
  displayName: string;
  isAdministrator: boolean;
  personId: string | null;
}

interface AccountFormProps {
  title: string;
  yes: string;
  /** The account as it is; left out for a new one. */
  account?: Account;
  action: Action;
  onYes: (change: AccountChange) => void;
  onNo: () => void;
}

/** What an account is made of. The name to sign in with is set once, and then by its owner. */
export function AccountForm({ title, yes, account, action, onYes, onNo }: AccountFormProps) {
  const say = useSay(accountWords);
  const [name, setName] = useState(account?.name ?? '');
  const [displayName, setDisplayName] = useState(account?.displayName ?? '');
  const [isAdministrator, setAdministrator] = useState(account?.isAdministrator ?? false);
  const [person, setPerson] = useState<Person | null>(account?.person ?? null);
  const names = { name: say.name, displayName: say.displayName };
  return (
    <Confirm
      title={title}
      yes={yes}
      action={action}
      fields={names}
      onYes={() => onYes({ name, displayName, isAdministrator, personId: person?.id ?? null })}
      onNo={onNo}
    >
      <div class="form">
        <Field
          label={say.displayName}
          value={displayName}
          set={setDisplayName}
          autoComplete="off"
          maxLength={100}
          required
          autoFocus
        />
        {!account && (
          <Field
            label={say.name}
            hint={say.nameHint}
            value={name}
            set={setName}
            autoComplete="off"
            maxLength={64}
            required
          />
        )}
        <PersonField person={person} set={setPerson} />
        <div>
          <label class="check">
            <input
              type="checkbox"
              checked={isAdministrator}
              onChange={({ currentTarget }) => setAdministrator(currentTarget.checked)}
            />
            {say.administrator}
          </label>
          <p class="hint">{say.administratorMeans}</p>
        </div>
      </div>
    </Confirm>
  );
}
