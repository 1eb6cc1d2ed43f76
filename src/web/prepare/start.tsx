import { useState } from 'preact/hooks';
import { OpenMeeting, ScheduleMeeting, UnscheduleMeeting } from '../console/command.query.js';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { Confirm } from '../shared/confirm.js';
import { useSay, way } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { checksWords } from './checks.words.js';
import type { Finding } from './prepare.query.js';

/** From DRAFT to SCHEDULED, from there to LIVE, and the way back. */
export function Start({ findings }: { findings: readonly Finding[] }) {
  const say = useSay(checksWords);
  const action = useAction();
  const { meeting, attempt, isBusy, isLost } = useConsole();
  const [isAsking, askWhether] = useState(false);
  const isOff = isBusy || isLost;
  const common = { variables: {}, expectedSeq: meeting.seq };

  const schedule = () => action.run(() => attempt({ said: say.schedule, operation: ScheduleMeeting, ...common }));
  const unschedule = () => action.run(() => attempt({ said: say.unschedule, operation: UnscheduleMeeting, ...common }));
  const open = async (): Promise<void> => {
    const isDone = await action.run(() => attempt({ said: say.open, operation: OpenMeeting, ...common }));
    if (isDone) askWhether(false);
  };

  if (meeting.status === 'DRAFT') {
    return (
      <>
        <p class="dim">{say.scheduleMeans}</p>
        <Trouble problem={action.problem} />
        <p class="buttons">
          <Button class="button" isOff={isOff} onClick={schedule}>
            {say.schedule}
          </Button>
        </p>
      </>
    );
  }
  if (meeting.status !== 'SCHEDULED') return null;
  return (
    <>
      {!isAsking && <Trouble problem={action.problem} />}
      <p class="buttons">
        <Button class="button" isOff={isOff} onClick={() => (findings.length > 0 ? askWhether(true) : void open())}>
          {say.open}
        </Button>
        <a
          class="button-plain"
          href={`${way(`/reception/${encodeURIComponent(meeting.id)}`)}#slips`}
          target="_blank"
          rel="noreferrer"
        >
          {say.slips}
        </a>
        <Button class="button-plain" isOff={isOff} onClick={unschedule}>
          {say.unschedule}
        </Button>
      </p>
      {isAsking && (
        <Confirm
          title={say.openAsk}
          yes={say.open}
          action={action}
          onYes={open}
          onNo={() => {
            action.forget();
            askWhether(false);
          }}
        >
          <p>{say.openMeans(findings.length)}</p>
        </Confirm>
      )}
    </>
  );
}
