import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Field, PasswordField } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { onward } from '../shared/onward.js';
import { pageWords } from '../shared/page.words.js';
import { Trouble } from '../shared/problem.js';
import { UseInvitation } from './invite.query.js';
import { inviteWords } from './invite.words.js';

const SHORTEST = 12;

interface PasswordProps {
  token: string;
  /** The name that the account has now. */
  suggested: string;
}

/** Sets the name and the password of an account. It can be looked at, and so needs to be typed once only. [Q3] */
export function Password({ token, suggested }: PasswordProps) {
  const say = useSay(inviteWords);
  const common = useSay(pageWords);
  const { isBusy, problem, run } = useAction();
  const [name, setName] = useState(suggested);
  const [password, setPassword] = useState('');
  const missing = SHORTEST - [...password.normalize('NFKC')].length;

  const save = () =>
    run(async () => {
      await ask(UseInvitation, { token, name, password });
      location.replace(onward(location));
    });
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p>{say.welcome}</p>
      <Field
        label={say.name}
        hint={say.nameHint}
        name="name"
        value={name}
        set={setName}
        autoComplete="username"
        maxLength={64}
        required
      />
      <PasswordField
        label={common.password}
        hint={password && missing > 0 ? say.tooShort(missing) : say.passwordHint}
        name="password"
        value={password}
        set={setPassword}
        autoComplete="new-password"
        maxLength={200}
        required
        autoFocus
      />
      <Trouble problem={problem} fields={{ name: say.name, password: common.password }} />
      <button type="submit" class="button" disabled={isBusy || missing > 0}>
        {say.save}
      </button>
    </form>
  );
}
