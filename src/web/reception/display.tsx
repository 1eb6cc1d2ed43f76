import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { Field } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { shortTime } from '../shared/time.js';
import { type Display, RevokeDisplay, UpdateDisplay } from './displays.query.js';
import { displayWords } from './displays.words.js';
import type { Meeting } from './reception.query.js';

interface DisplayRowProps {
  display: Display;
  meeting: Meeting;
  refresh: () => Promise<void>;
}

/** One screen of the meeting: whether it is connected, its name, and the way to disconnect it. */
export function DisplayRow({ display, meeting, refresh }: DisplayRowProps) {
  const say = useSay(displayWords);
  const action = useAction();
  const [asked, setAsked] = useState<'NAME' | 'REVOKE' | null>(null);
  const [name, setName] = useState('');
  const { isConnected, seenAt, pairedAt, address } = display;
  const time = (at: string): string => shortTime(Date.parse(at), meeting.timeZone);

  const close = (): void => {
    setAsked(null);
    action.forget();
  };
  const doAndClose = async (work: () => Promise<unknown>): Promise<void> => {
    if (await action.run(() => work().finally(refresh))) close();
  };
  const variables = { meetingId: meeting.id, displayId: display.id };

  return (
    <li class="row" data-testid="display" data-connected={isConnected}>
      <div class="row-name">
        <bdi class="row-title">{display.name}</bdi>
        <p class="dim">
          <span class="row-fact">{address}</span>
          <span class="row-fact">{say.pairedAt(time(pairedAt))}</span>
        </p>
      </div>
      <p class="row-state row-state-wide">
        <span class="badge" data-connected={isConnected}>
          {isConnected ? say.connected : say.disconnected}
        </span>
        {!isConnected && <span class="dim">{seenAt ? say.seenAt(time(seenAt)) : say.never}</span>}
      </p>
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
    </li>
  );
}
