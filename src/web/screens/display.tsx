import { useState } from 'preact/hooks';
import { type Action, useAction } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { Field } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { shortTime } from '../shared/time.js';
import type { ListedMeeting } from './list.js';
import { type Display, RevokeDisplay, UpdateDisplay, type View } from './screens.query.js';
import { screenWords } from './screens.words.js';
import { Settings } from './settings.js';
import { Shown } from './shown.js';
import type { Standing } from './standing.rules.js';

interface DisplayRowProps {
  display: Display;
  /** null: it has not said yet what it shows. */
  standing: Standing | null;
  meeting: ListedMeeting;
  /** Those that one may give to a screen. */
  views: readonly View[];
  refresh: () => Promise<void>;
}

/** One screen of the meeting: what it shows, how it is set, its name, and the way to disconnect it. */
export function DisplayRow({ display, standing, meeting, views, refresh }: DisplayRowProps) {
  const say = useSay(screenWords);
  const setting = useAction();
  const { isConnected, seenAt, pairedAt, address } = display;
  const time = (at: string): string => shortTime(Date.parse(at), meeting.timeZone);
  const variables = { meetingId: meeting.id, displayId: display.id };

  return (
    <li class="row screen" data-testid="display" data-connected={isConnected} data-view={display.view}>
      <div class="row-name">
        <bdi class="row-title">{display.name}</bdi>
        <p class="dim">
          <span class="row-fact">{address}</span>
          <span class="row-fact">{say.pairedAt(time(pairedAt))}</span>
        </p>
      </div>
      <div class="row-state-wide">
        <p class="row-state">
          <span class="badge" data-connected={isConnected}>
            {isConnected ? say.connected : say.disconnected}
          </span>
          {!isConnected && <span class="dim">{seenAt ? say.seenAt(time(seenAt)) : say.never}</span>}
        </p>
        <Shown display={display} standing={standing} zone={meeting.timeZone} />
      </div>
      <Buttons display={display} variables={variables} refresh={refresh} />
      <Settings
        display={display}
        views={views}
        isBusy={setting.isBusy}
        change={(input) => void setting.run(() => ask(UpdateDisplay, { ...variables, input }).finally(refresh))}
      />
      <Trouble problem={setting.problem} />
    </li>
  );
}

interface ButtonsProps {
  display: Display;
  variables: { meetingId: string; displayId: string };
  refresh: () => Promise<void>;
}

function Buttons({ display, variables, refresh }: ButtonsProps) {
  const say = useSay(screenWords);
  const action: Action = useAction();
  const [asked, setAsked] = useState<'NAME' | 'REVOKE' | null>(null);
  const [name, setName] = useState('');

  const close = (): void => {
    setAsked(null);
    action.forget();
  };
  const doAndClose = async (work: () => Promise<unknown>): Promise<void> => {
    if (await action.run(() => work().finally(refresh))) close();
  };
  return (
    <>
      <div class="buttons row-do">
        <button
          type="button"
          class="quiet-button"
          onClick={() => {
            setName(display.name);
            setAsked('NAME');
          }}
        >
          {say.rename}
          <span class="unseen"> {display.name}</span>
        </button>
        <button type="button" class="quiet-button" onClick={() => setAsked('REVOKE')}>
          {say.revoke}
          <span class="unseen"> {display.name}</span>
        </button>
      </div>
      {asked === 'NAME' && (
        <Confirm
          title={say.rename}
          yes={say.save}
          action={action}
          onYes={() => doAndClose(() => ask(UpdateDisplay, { ...variables, input: { name } }))}
          onNo={close}
        >
          <Field label={say.name} value={name} set={setName} autoComplete="off" maxLength={100} required autoFocus />
        </Confirm>
      )}
      {asked === 'REVOKE' && (
        <Confirm
          title={say.revokeAsk(display.name)}
          yes={say.revoke}
          action={action}
          onYes={() => doAndClose(() => ask(RevokeDisplay, variables))}
          onNo={close}
        >
          <p>{say.revokeMeans}</p>
        </Confirm>
      )}
    </>
  );
}
