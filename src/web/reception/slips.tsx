import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Field } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { fits } from './participants.js';
import { type IssuedSlip, IssueSlips, type Meeting } from './reception.query.js';
import { SlipOf } from './slip.js';
import { isGood } from './slip.state.js';
import { slipWords } from './slip.words.js';

/** Codes are kept as slow hashes: hundreds at once take their time. */
const PATIENCE = 180_000;

interface SlipsProps {
  meeting: Meeting;
  refresh: () => Promise<void>;
  onIssued: (slips: IssuedSlip[]) => void;
}

/** Slips are issued and revoked here, and printed at once: their codes are told this once. [Q8] */
export function Slips({ meeting, refresh, onIssued }: SlipsProps) {
  const say = useSay(slipWords);
  const action = useAction();
  const [sought, setSought] = useState('');
  const lacking = meeting.participants.filter(({ slip }) => !isGood(slip)).length;

  /** To these, or to all who have none. */
  async function issue(participantIds: string[] | null): Promise<void> {
    try {
      const { issueSlips } = await ask(IssueSlips, { meetingId: meeting.id, participantIds }, undefined, PATIENCE);
      onIssued(issueSlips);
    } finally {
      await refresh();
    }
  }

  return (
    <>
      <p class="lead">{say.explained}</p>
      <div class="finder">
        <button
          type="button"
          class="button"
          disabled={action.isBusy || lacking === 0}
          onClick={() => action.run(() => issue(null))}
        >
          {action.isBusy ? say.issuing : lacking === 0 ? say.allHave : say.issueAll(lacking)}
        </button>
        <Field label={say.search} value={sought} set={setSought} type="search" autoComplete="off" />
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
