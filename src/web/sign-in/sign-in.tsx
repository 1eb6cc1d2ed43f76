import { useRef, useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { useAnswer } from '../shared/answer.js';
import { Field, PasswordField } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay, way } from '../shared/language.js';
import { onward } from '../shared/onward.js';
import { Page } from '../shared/page.js';
import { pageWords } from '../shared/page.words.js';
import { Lost, Trouble } from '../shared/problem.js';
import { useWait } from '../shared/wait.js';
import { useViewer, Who } from '../shared/who.js';
import { SignInByPassword, SignInWays } from './sign-in.query.js';
import { signInWords } from './sign-in.words.js';

/** With a name and a password; what is wrong of the two is not said. [Q1] */
function ByPassword() {
  const say = useSay(signInWords);
  const common = useSay(pageWords);
  const { isBusy, problem, run } = useAction();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const wait = useWait(problem);

  const signIn = async (): Promise<void> => {
    const isIn = await run(() => ask(SignInByPassword, { name, password }));
    if (isIn) return location.assign(onward(location));
    // What was typed is most likely mistyped: it is there to be typed again.
    form.current?.querySelector<HTMLInputElement>('[name="password"]')?.select();
  };
  return (
    <form
      ref={form}
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <Field label={say.name} name="name" value={name} set={setName} autoComplete="username" required autoFocus />
      <PasswordField
        label={common.password}
        name="password"
        value={password}
        set={setPassword}
        autoComplete="current-password"
        required
      />
      <Trouble problem={problem} />
      <button type="submit" class="button" disabled={isBusy || wait > 0}>
        {wait > 0 ? say.wait(wait) : common.signIn}
      </button>
    </form>
  );
}

/** The page where operators and administrators sign in. */
export function SignIn() {
  const say = useSay(signInWords);
  const viewer = useViewer();
  const { data, problem } = useAnswer(SignInWays, {});
  const oidc = data?.signInWays.oidc;
  const query = new URLSearchParams(location.search);
  const to = query.get('to');
  const oidcPath = oidc && (to ? `${oidc.path}?to=${encodeURIComponent(to)}` : oidc.path);
  const problemAt = query.get('problem') ?? '';
  const failure = Object.hasOwn(say.provider, problemAt) && say.provider[problemAt];
  const isIn = viewer?.kind === 'ACCOUNT';

  return (
    <Page title={say.title} width="narrow" who={isIn && <Who viewer={viewer} />}>
      <h1>{say.title}</h1>
      <Lost isLost={problem?.code === 'UNREACHABLE'} />
      {isIn && (
        <p class="note" data-testid="already">
          {say.already(viewer.name)} <a href={onward(location)}>{say.goOn}</a>
        </p>
      )}
      {failure && (
        <p class="note" role="alert" data-testid="provider-problem">
          {failure}
        </p>
      )}
      <ByPassword />
      {oidc && oidcPath && (
        <p class="other-way">
          <a class="button-plain" href={oidcPath}>
            {oidc.label}
          </a>
        </p>
      )}
      <p class="other-way dim">
        {say.slip} <a href={way('/enter')}>{say.enter}</a>
      </p>
    </Page>
  );
}
