import { useEffect, useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { ask, Refused } from '../shared/http.js';
import { useSay, way } from '../shared/language.js';
import { onward } from '../shared/onward.js';
import { Page } from '../shared/page.js';
import { pageWords } from '../shared/page.words.js';
import { Trouble } from '../shared/problem.js';
import { UseInvitation } from './invite.query.js';
import { inviteWords } from './invite.words.js';
import { Password } from './password.js';

/** A link that only lets in needs nothing more; one that is to set a password is refused without it, and stays good. */
async function enter(token: string): Promise<{ name: string } | null> {
  try {
    await ask(UseInvitation, { token });
    return null;
  } catch (error) {
    if (error instanceof Refused && error.details.field === 'password')
      return { name: String(error.details.name ?? '') };
    throw error;
  }
}

/** Where a one-time link leads: in at once, or to setting a password. [Q3] */
export function Invite({ token }: { token: string }) {
  const say = useSay(inviteWords);
  const common = useSay(pageWords);
  const { isBusy, problem, run } = useAction();
  const [account, setAccount] = useState<{ name: string } | null>(null);

  const begin = () =>
    run(async () => {
      const wanted = await enter(token);
      if (wanted) setAccount(wanted);
      else location.replace(onward(location));
    });
  useEffect(() => {
    if (token) void begin();
  }, []);

  return (
    <Page title={say.title} width="narrow" isBusy={isBusy}>
      <h1>{say.title}</h1>
      {!token && <p class="note">{say.lost}</p>}
      {isBusy && <p class="dim">{say.entering}</p>}
      <Trouble problem={problem} />
      {problem?.code === 'LINK_USED' && (
        <>
          <p>{say.usedHint}</p>
          <p class="other-way">
            <a class="button" href={way('/sign-in')}>
              {common.signIn}
            </a>
          </p>
        </>
      )}
      {problem && problem.code !== 'LINK_USED' && (
        <button type="button" class="button-plain" onClick={begin}>
          {say.retry}
        </button>
      )}
      {account && <Password token={token} suggested={account.name} />}
    </Page>
  );
}
