import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { shortTime } from '../shared/time.js';
import { isOpen, Named } from './attending.js';
import { type Meeting, type Participant, RevokeSlip } from './reception.query.js';
import { isGood, standingOf } from './slip.state.js';
import { slipWords } from './slip.words.js';

interface SlipOfProps {
  meeting: Meeting;
  participant: Participant;
  issue: () => Promise<void>;
  refresh: () => Promise<void>;
}

/** One participant's slip. What takes one away from somebody who may have it in hand is asked twice. */
export function SlipOf({ meeting, participant, issue, refresh }: SlipOfProps) {
  const say = useSay(slipWords);
  const action = useAction();
  const [asked, setAsked] = useState<'ISSUE' | 'REVOKE' | null>(null);
  const { slip, person } = participant;
  const standing = standingOf(slip);
  const time = (at: string): string => shortTime(Date.parse(at), meeting.timeZone);

  const close = (): void => {
    setAsked(null);
    action.forget();
  };
  const revoke = async (): Promise<void> => {
    const variables = { meetingId: meeting.id, participantId: participant.id };
    if (await action.run(() => ask(RevokeSlip, variables).finally(refresh))) close();
  };
  const issueAgain = async (): Promise<void> => {
    if (await action.run(issue)) close();
  };

  return (
    <li class="row" data-testid="slip" data-standing={standing}>
      <Named participant={participant} />
      <p class="row-state row-state-wide">
        <span class="badge" data-good={isGood(slip)}>
          {say.standing[standing]}
        </span>
        {slip && (
          <span class="dim">
            <span class="row-fact">{say.issuedAt(time(slip.issuedAt))}</span>
            {slip.usedAt && <span class="row-fact">{say.usedAt(time(slip.usedAt))}</span>}
            {isGood(slip) && <span class="row-fact">{say.expires(time(slip.expiresAt))}</span>}
          </span>
        )}
      </p>
      {isOpen(meeting) && (
        <div class="buttons row-do">
          <button
            type="button"
            class="quiet-button"
            disabled={action.isBusy}
            onClick={() => (isGood(slip) ? setAsked('ISSUE') : action.run(issue))}
          >
            {slip ? say.issueAgain : say.issue}
            <span class="unseen"> {person.name}</span>
          </button>
          {isGood(slip) && (
            <button type="button" class="quiet-button" disabled={action.isBusy} onClick={() => setAsked('REVOKE')}>
              {say.revoke}
              <span class="unseen"> {person.name}</span>
            </button>
          )}
        </div>
      )}
      {!asked && <Trouble problem={action.problem} />}
      {asked === 'ISSUE' && (
        <Confirm
          title={say.issueAgainAsk(person.name)}
          yes={say.issueAgain}
          action={action}
          onYes={issueAgain}
          onNo={close}
        >
          <p>{say.issueAgainMeans}</p>
        </Confirm>
      )}
      {asked === 'REVOKE' && (
        <Confirm title={say.revokeAsk(person.name)} yes={say.revoke} action={action} onYes={revoke} onNo={close}>
          <p>{say.revokeMeans}</p>
        </Confirm>
      )}
    </li>
  );
}
