import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { type AccountChange, AccountForm } from './account.form.js';
import {
  type Account,
  InviteAgain,
  type Invited,
  ReinstateAccount,
  SuspendAccount,
  UpdateAccount,
} from './accounts.query.js';
import { accountWords } from './accounts.words.js';
import { Appointments } from './appointments.js';

interface AccountRowProps {
  account: Account;
  refresh: () => Promise<void>;
  onInvited: (invited: Invited) => void;
}

/** One account, and what can be done with it. What signs somebody out is asked twice. */
export function AccountRow({ account, refresh, onInvited }: AccountRowProps) {
  const say = useSay(accountWords);
  const action = useAction();
  const [asked, setAsked] = useState<'CHANGE' | 'DUTIES' | 'INVITE' | 'SUSPEND' | null>(null);
  const { id, name, displayName, isAdministrator, isSuspended, hasPassword, isLinked, person } = account;

  const close = (): void => {
    setAsked(null);
    action.forget();
  };
  const finish = async (work: () => Promise<unknown>): Promise<void> => {
    if (await action.run(() => work().finally(refresh))) close();
  };
  const change = ({ name: _, ...input }: AccountChange) => finish(() => ask(UpdateAccount, { id, input }));
  const invite = () => finish(async () => onInvited((await ask(InviteAgain, { id })).inviteAgain));
  const does = (what: typeof asked, word: string) => (
    <button type="button" class="quiet-button" disabled={action.isBusy} onClick={() => setAsked(what)}>
      {word}
      <span class="unseen"> {displayName}</span>
    </button>
  );

  return (
    <li class="row" data-testid="account" data-suspended={isSuspended}>
      <div class="row-name">
        <bdi class="row-title">{displayName}</bdi>
        <p class="dim">
          <span class="row-fact">{name}</span>
          {person && (
            <bdi class="row-fact">
              {person.name} {person.organization.name}
            </bdi>
          )}
        </p>
      </div>
      <p class="row-state row-state-wide">
        {isSuspended && <span class="badge badge-bad">{say.suspended}</span>}
        {isAdministrator && <span class="badge">{say.administrator}</span>}
        {!hasPassword && !isLinked && <span class="badge">{say.invited}</span>}
        {isLinked && <span class="badge">{say.linked}</span>}
      </p>
      <div class="buttons row-do">
        {does('CHANGE', say.change)}
        {does('DUTIES', say.duties)}
        {does('INVITE', say.invite)}
        {isSuspended ? (
          <button
            type="button"
            class="quiet-button"
            disabled={action.isBusy}
            onClick={() => finish(() => ask(ReinstateAccount, { id }))}
          >
            {say.reinstate}
            <span class="unseen"> {displayName}</span>
          </button>
        ) : (
          does('SUSPEND', say.suspend)
        )}
      </div>
      {!asked && <Trouble problem={action.problem} />}
      {asked === 'CHANGE' && (
        <AccountForm title={displayName} yes={say.save} account={account} action={action} onYes={change} onNo={close} />
      )}
      {asked === 'DUTIES' && <Appointments account={account} action={action} refresh={refresh} onClose={close} />}
      {asked === 'INVITE' && (
        <Confirm title={say.inviteAsk(displayName)} yes={say.invite} action={action} onYes={invite} onNo={close}>
          <p>{say.inviteMeans}</p>
        </Confirm>
      )}
      {asked === 'SUSPEND' && (
        <Confirm
          title={say.suspendAsk(displayName)}
          yes={say.suspend}
          action={action}
          onYes={() => finish(() => ask(SuspendAccount, { id }))}
          onNo={close}
        >
          <p>{say.suspendMeans}</p>
        </Confirm>
      )}
    </li>
  );
}
