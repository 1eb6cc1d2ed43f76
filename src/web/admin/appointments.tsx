import { useState } from 'preact/hooks';
import type { Action } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { dutyWords } from '../shared/duty.words.js';
import { Choice } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { type Account, Appoint, Dismiss } from './accounts.query.js';
import { accountWords } from './accounts.words.js';
import { useMeetingChoices } from './meetings.js';

const DUTIES = ['RECORDER', 'TELLER', 'HOST', 'COMMENTER'] as const;
type Duty = (typeof DUTIES)[number];

interface AppointmentsProps {
  account: Account;
  action: Action;
  refresh: () => Promise<void>;
  onClose: () => void;
}

/** At which meetings an account may do what, without being one of their participants. [Q10] */
export function Appointments({ account: { id: accountId, displayName, appointments }, ...props }: AppointmentsProps) {
  const { action, refresh, onClose } = props;
  const say = useSay(accountWords);
  const duties = useSay(dutyWords);
  const meetings = useMeetingChoices();
  const [chosen, setChosen] = useState('');
  const [duty, setDuty] = useState<Duty>('RECORDER');
  const meetingId = chosen || meetings[0]?.[0] || '';

  const appoint = () => action.run(() => ask(Appoint, { meetingId, accountId, duty }).finally(refresh));
  const dismiss = (of: Account['appointments'][number]) =>
    action.run(() => ask(Dismiss, { meetingId: of.meeting.id, accountId, duty: of.duty }).finally(refresh));
  return (
    <Confirm
      title={say.dutiesOf(displayName)}
      yes={say.appoint}
      no={say.close}
      action={action}
      onYes={appoint}
      onNo={onClose}
    >
      {appointments.length === 0 && <p class="dim">{say.noDuties}</p>}
      <ul class="rows appointments" data-testid="appointments">
        {appointments.map((one) => (
          <li key={`${one.meeting.id} ${one.duty}`} class="appointment">
            <p>
              <b>{duties[one.duty]}</b> <bdi>{one.meeting.title}</bdi>
            </p>
            <button type="button" class="quiet-button" disabled={action.isBusy} onClick={() => dismiss(one)}>
              {say.dismiss}
              <span class="unseen">
                {' '}
                {duties[one.duty]} {one.meeting.title}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div class="form">
        <Choice label={say.meeting} value={meetingId} set={setChosen} choices={meetings} />
        <Choice
          label={say.duty}
          value={duty}
          set={(value) => setDuty(value as Duty)}
          choices={DUTIES.map((one) => [one, duties[one]] as const)}
        />
        <p class="hint">{say.appointMeans}</p>
      </div>
    </Confirm>
  );
}
