import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { useAnswer } from '../shared/answer.js';
import { Field } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Barred, Lost } from '../shared/problem.js';
import { useSettled } from '../shared/settled.js';
import { type AccountChange, AccountForm } from './account.form.js';
import { AccountRow } from './account.js';
import { Accounts as AccountsQuery, CreateAccount, type Invited } from './accounts.query.js';
import { accountWords } from './accounts.words.js';
import { OneTimeLink } from './link.js';

const STEP = 50;
const MOST = 100;

/** Who may sign in besides participants: operators and administrators. [Q10] */
export function Accounts() {
  const say = useSay(accountWords);
  const action = useAction();
  const [text, setText] = useState('');
  const sought = useSettled(text.trim());
  const [first, setFirst] = useState(STEP);
  const [isCreating, setCreating] = useState(false);
  const [invited, setInvited] = useState<Invited | null>(null);
  const { data, problem, refresh } = useAnswer(AccountsQuery, { first, text: sought || null });
  const accounts = data?.accounts;

  const close = (): void => {
    setCreating(false);
    action.forget();
  };
  const create = async (input: AccountChange): Promise<void> => {
    const isDone = await action.run(async () => {
      setInvited((await ask(CreateAccount, { input })).createAccount);
      await refresh();
    });
    if (isDone) close();
  };

  return (
    <>
      <Lost isLost={problem?.code === 'UNREACHABLE'} />
      <Barred problem={problem} />
      {invited && <OneTimeLink invited={invited} onClose={() => setInvited(null)} />}
      <div class="finder">
        <Field label={say.search} value={text} set={setText} type="search" autoComplete="off" />
        <button type="button" class="button" onClick={() => setCreating(true)}>
          {say.create}
        </button>
      </div>
      {isCreating && <AccountForm title={say.create} yes={say.createYes} action={action} onYes={create} onNo={close} />}
      {accounts && <p class="dim">{accounts.totalCount === 0 ? say.none : say.total(accounts.totalCount)}</p>}
      <ul class="rows accounts" data-testid="accounts">
        {accounts?.edges.map(({ node }) => (
          <AccountRow key={node.id} account={node} refresh={refresh} onInvited={setInvited} />
        ))}
      </ul>
      {accounts?.pageInfo.hasNextPage && first < MOST && (
        <p class="other-way">
          <button type="button" class="button-plain" onClick={() => setFirst(MOST)}>
            {say.more}
          </button>
        </p>
      )}
    </>
  );
}
