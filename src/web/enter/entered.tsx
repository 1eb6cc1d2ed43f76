import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { useAnswer } from '../shared/answer.js';
import { useChanges } from '../shared/changes.js';
import { Confirm } from '../shared/confirm.js';
import { dutyWords } from '../shared/duty.words.js';
import { ask } from '../shared/http.js';
import { useLanguage, useSay, way } from '../shared/language.js';
import { RecordLeaving, SignInParticipant } from '../shared/presence.query.js';
import { Barred, Lost, Trouble } from '../shared/problem.js';
import { clockTime, longDate } from '../shared/time.js';
import { EnteredAs, type Entered as Found } from './enter.query.js';
import { enterWords } from './enter.words.js';
import { waysFor } from './ways.js';

interface EnteredProps {
  participantId: string;
  meetingId: string;
  /** Finds out whether they are still signed in. */
  check: () => Promise<void>;
}

/** What a participant is told after signing in, and what can be done from then on. [Q4] */
export function Entered({ participantId, meetingId, check }: EnteredProps) {
  const { data, problem, refresh } = useAnswer(EnteredAs, { participantId, meetingId });
  const isLost = useChanges(meetingId, () => {
    void refresh();
    void check();
  });
  return (
    <>
      <Lost isLost={isLost} />
      <Barred problem={problem} />
      {data?.meeting && data.participant && 'duties' in data.participant && (
        <Card participant={data.participant} meeting={data.meeting} refresh={refresh} />
      )}
    </>
  );
}

interface CardProps {
  participant: Extract<Found['participant'], { duties: unknown }>;
  meeting: NonNullable<Found['meeting']>;
  refresh: () => Promise<void>;
}

function Card({ participant, meeting, refresh }: CardProps) {
  const say = useSay(enterWords);
  const duty = useSay(dutyWords);
  const { language } = useLanguage();
  const { person, duties, seat, presence, signedInAt, leftAt } = participant;
  const { timeZone, startsAt, venue } = meeting;
  const hasLeft = presence === 'LEFT';
  const at = hasLeft ? leftAt : signedInAt;
  const unit = [person.organization.name, person.post].filter(Boolean).join(' · ');
  const begins = Date.parse(startsAt);
  const facts: [string, string][] = [
    [say.unit, unit],
    [say.seat, seat],
    [say.duties, duties.map((one) => duty[one]).join(duty.separator)],
    [say.time, `${longDate(begins, timeZone, language)} ${clockTime(begins, timeZone)}`],
    [say.venue, venue],
  ];
  return (
    <article class="entered" data-testid="entered" data-presence={presence}>
      <p class="entered-state" role="status">
        <span class="entered-word">{hasLeft ? say.left : say.signedIn}</span>
        {at && <time dateTime={at}>{clockTime(Date.parse(at), timeZone)}</time>}
      </p>
      <h1>
        <bdi>{person.name}</bdi>
      </h1>
      <p class="entered-meeting">
        <bdi>{meeting.title}</bdi>
      </p>
      {meeting.status !== 'ARCHIVED' && (
        <nav class="entered-ways">
          {waysFor(duties).map(({ page, path }) => (
            <a key={page} class="button button-large" href={way(path(meeting.id))}>
              {say.ways[page]}
            </a>
          ))}
        </nav>
      )}
      <dl class="facts-list">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
      </dl>
      <Comings participant={participant} meeting={meeting} refresh={refresh} />
      <p>
        <a href={`/board/${encodeURIComponent(meeting.id)}`}>{say.board}</a>
      </p>
    </article>
  );
}

/** Leaving early, which is asked twice, and coming back. [Q5] */
function Comings({ participant, meeting, refresh }: CardProps) {
  const say = useSay(enterWords);
  const action = useAction();
  const [isAsked, setAsked] = useState(false);
  const variables = { meetingId: meeting.id, participantId: participant.id };
  if (meeting.status === 'CLOSED' || meeting.status === 'ARCHIVED') return <p class="note">{say.over}</p>;

  const close = (): void => {
    setAsked(false);
    action.forget();
  };
  const leave = async (): Promise<void> => {
    if (await action.run(() => ask(RecordLeaving, variables).finally(refresh))) close();
  };
  const comeBack = () => action.run(() => ask(SignInParticipant, variables).finally(refresh));
  return (
    <div class="entered-comings">
      {participant.presence === 'PRESENT' ? (
        <button type="button" class="button-plain" onClick={() => setAsked(true)}>
          {say.leave}
        </button>
      ) : (
        <button type="button" class="button button-large" disabled={action.isBusy} onClick={comeBack}>
          {say.back}
        </button>
      )}
      {!isAsked && <Trouble problem={action.problem} />}
      {isAsked && (
        <Confirm title={say.leaveAsk} yes={say.leaveYes} action={action} onYes={leave} onNo={close}>
          <p>{say.leaveMeans}</p>
        </Confirm>
      )}
    </div>
  );
}
