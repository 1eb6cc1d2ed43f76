import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Field } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { fits } from './participants.js';
import { type IssuedSlip, IssueSlips, type Meeting } from './reception.query.js';
import { Sheet } from './sheet.js';
import { SlipOf } from './slip.js';
import { standingOf } from './slip.state.js';
import { slipWords } from './slip.words.js';

/** A code is kept as a slow hash: many at once would take longer than a page should wait. */
const AT_ONCE = 20;

interface SlipsProps {
  meeting: Meeting;
  refresh: () => Promise<void>;
}

/** Slips are issued and revoked here, and printed at once: their codes are told this once. [Q8] */
export function Slips({ meeting, refresh }: SlipsProps) {
  const say = useSay(slipWords);
  const action = useAction();
  const [sought, setSought] = useState('');
  const [issued, setIssued] = useState<IssuedSlip[]>([]);
  const lacking = meeting.participants.filter(({ slip }) => standingOf(slip) === 'NONE').map(({ id }) => id);

  async function issue(ids: string[]): Promise<void> {
    try {
      for (let at = 0; at < ids.length; at += AT_ONCE) {
        const participantIds = ids.slice(at, at + AT_ONCE);
        const { issueSlips } = await ask(IssueSlips, { meetingId: meeting.id, participantIds });
        setIssued((before) => [...before, ...issueSlips]);
      }
    } finally {
      await refresh();
    }
  }

  if (issued.length > 0) return <Sheet meeting={meeting} slips={issued} isIssuing={action.isBusy} problem={action.problem} onDone={() => setIssued([])} />;
  return (
    <>
      <p class="lead">{say.explained}</p>
      <div class="finder">
        <button
          type="button"
          class="button"
          disabled={action.isBusy || lacking.length === 0}
          onClick={() => action.run(() => issue(lacking))}
        >
          {lacking.length === 0 ? say.allHave : say.issueAll(lacking.length)}
        </button>
        <Field label={say.search} value={sought} set={setSought} type="search" autoComplete="off" class="finder-field" />
      </div>
      <Trouble problem={action.problem} />
      <ul class="rows" data-testid="slips">
        {meeting.participants
          .filter((one) => fits(one, sought))
          .map((participant) => (
            <SlipOf
              key={participant.id}
              meeting={meeting}
              participant={participant}
              issue={() => issue([participant.id])}
              refresh={refresh}
            />
          ))}
      </ul>
    </>
  );
}
