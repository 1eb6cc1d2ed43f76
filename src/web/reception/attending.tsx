import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { dutyWords } from '../shared/duty.words.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { RecordLeaving, SignInParticipant } from '../shared/presence.query.js';
import { Trouble } from '../shared/problem.js';
import { clockTime } from '../shared/time.js';
import type { Meeting, Participant } from './reception.query.js';
import { receptionWords } from './reception.words.js';

const OPEN = ['SCHEDULED', 'LIVE', 'PAUSED'];
export const isOpen = ({ status }: Meeting): boolean => OPEN.includes(status);

/** Name, post and unit, as in all lists of the reception. */
export function Named({ participant }: { participant: Participant }) {
  const say = useSay(receptionWords);
  const { person, seat, duties } = participant;
  const duty = useSay(dutyWords);
  return (
    <div class="row-name">
      <bdi class="row-title">{person.name}</bdi>
      <p class="dim">
        {[person.organization.name, person.post].filter(Boolean).map((text) => (
          <bdi key={text} class="row-fact">
            {text}
          </bdi>
        ))}
        <span class="row-fact">{duties.map((one) => duty[one]).join(duty.separator)}</span>
        {seat && <span class="row-fact">{say.seat(seat)}</span>}
      </p>
    </div>
  );
}

interface AttendingProps {
  participant: Participant;
  meeting: Meeting;
  refresh: () => Promise<void>;
}

/** One participant, with the one thing that can come next: signing in, leaving early, coming back. */
export function Attending({ participant, meeting, refresh }: AttendingProps) {
  const say = useSay(receptionWords);
  const action = useAction();
  const { id, presence, signedInAt, leftAt, person } = participant;
  const isThere = presence === 'PRESENT';
  const time = (at: string): string => clockTime(Date.parse(at), meeting.timeZone);

  // Whatever becomes of it, what is shown afterwards is how things are.
  const change = (): Promise<boolean> =>
    action.run(async () => {
      const variables = { meetingId: meeting.id, participantId: id };
      try {
        await (isThere ? ask(RecordLeaving, variables) : ask(SignInParticipant, variables));
      } finally {
        await refresh();
      }
    });

  return (
    <li class="row" data-testid="participant" data-presence={presence}>
      <Named participant={participant} />
      <p class="row-state">
        <span class="badge" data-good={isThere}>
          {presence && say.presence[presence]}
        </span>
        <span class="dim">
          {signedInAt && <span class="row-fact">{say.signedInAt(time(signedInAt))}</span>}
          {presence === 'LEFT' && leftAt && <span class="row-fact">{say.leftAt(time(leftAt))}</span>}
        </span>
      </p>
      {isOpen(meeting) && (
        <Button
          class={presence === 'ABSENT' ? 'button row-do' : 'quiet-button row-do'}
          isOff={action.isBusy}
          onClick={change}
        >
          {isThere ? say.leave : presence === 'LEFT' ? say.cameBack : say.signIn}
          <span class="unseen"> {person.name}</span>
        </Button>
      )}
      <Trouble problem={action.problem} />
    </li>
  );
}
