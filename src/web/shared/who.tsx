import { useAction } from './action.js';
import { useAnswer } from './answer.js';
import { Button } from './button.js';
import { ask } from './http.js';
import { useSay, way } from './language.js';
import { toSignIn } from './onward.js';
import { pageWords } from './page.words.js';
import { SignOut, type Viewer, Viewing } from './viewer.query.js';

/** Who is signed in here, asked for again when the page is looked at; null until it is known. */
export function useViewer(): Viewer | null {
  return useAnswer(Viewing, {}).data?.viewer ?? null;
}

/** Says who is signed in, with the way out; or the way in. [Q2] */
export function Who({ viewer, onLeave }: { viewer: Viewer | null; onLeave?: () => void }) {
  const say = useSay(pageWords);
  const { isBusy, run } = useAction();
  if (!viewer) return null;
  if (viewer.kind !== 'ACCOUNT' && viewer.kind !== 'PARTICIPANT') {
    return (
      <p class="who" data-testid="who">
        <a class="top-link" href={toSignIn()}>
          {say.signIn}
        </a>
      </p>
    );
  }
  // What was shown to one must not stay for the next: the page begins anew.
  const leave = () =>
    run(async () => {
      await ask(SignOut, {});
      onLeave?.();
      location.assign(way('/'));
    });
  return (
    <p class="who" data-testid="who">
      <span class="who-name">
        <span class="unseen">{say.signedInAs}</span>
        <bdi>{viewer.name}</bdi>
      </span>
      <Button class="top-link" isOff={isBusy} onClick={leave}>
        {say.signOut}
      </Button>
    </p>
  );
}
