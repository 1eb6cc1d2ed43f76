import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { Choice, Field } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { clockTime } from '../shared/time.js';
import type { ListedMeeting } from './list.js';
import { ConfirmDisplay, PairingOf, type View, type WaitingScreen } from './screens.query.js';
import { screenWords } from './screens.words.js';

interface PairProps {
  meeting: ListedMeeting;
  /** Those that one may give to a screen. */
  views: readonly View[];
  refresh: () => Promise<void>;
}

/** Connects a screen: its code is looked up, it is looked at, and confirmed with a name. [Q9] */
export function Pair({ meeting, views, refresh }: PairProps) {
  const say = useSay(screenWords);
  const action = useAction();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [view, setView] = useState<View>('HALL');
  const [screen, setScreen] = useState<WaitingScreen | null>(null);

  const begin = (): void => {
    setScreen(null);
    setCode('');
    setName('');
    setView('HALL');
    action.forget();
  };
  const find = () =>
    action.run(async () => setScreen((await ask(PairingOf, { meetingId: meeting.id, code })).pairingOf));
  const confirm = () =>
    action.run(async () => {
      await ask(ConfirmDisplay, { meetingId: meeting.id, code, name, view });
      begin();
      await refresh();
    });

  return (
    <form
      class="pair"
      onSubmit={(event) => {
        event.preventDefault();
        void (screen ? confirm() : find());
      }}
    >
      {!screen && (
        <>
          <p class="dim">{say.explained(`${location.host}/display`)}</p>
          <div class="pair-line">
            <Field
              label={say.code}
              value={code}
              set={setCode}
              autoComplete="off"
              required
              inputMode="numeric"
              class="code"
            />
            <Button type="submit" class="button" isOff={action.isBusy}>
              {say.find}
            </Button>
          </div>
        </>
      )}
      {screen && (
        <section aria-label={say.found} data-testid="screen">
          <h2>{say.found}</h2>
          <dl class="pair-facts">
            <dt>{say.address}</dt>
            <dd>{screen.address}</dd>
            <dt>{say.since}</dt>
            <dd>{clockTime(Date.parse(screen.requestedAt), meeting.timeZone)}</dd>
            <dt>{say.browser}</dt>
            <dd>{screen.userAgent}</dd>
          </dl>
          <p>{say.confirmMeans}</p>
          <div class="pair-line">
            <Field label={say.name} value={name} set={setName} autoComplete="off" maxLength={100} required autoFocus />
            <Choice
              label={say.view}
              value={view}
              set={(value) => setView(value as View)}
              choices={views.map((one) => [one, say.views[one]])}
            />
            <Button type="submit" class="button" isOff={action.isBusy}>
              {say.confirm}
            </Button>
            <Button class="button-plain" isOff={action.isBusy} onClick={begin}>
              {say.other}
            </Button>
          </div>
        </section>
      )}
      <Trouble problem={action.problem} />
    </form>
  );
}
