import type { Participant } from '../console/console.query.js';
import { dutyWords } from '../shared/duty.words.js';
import { useSay } from '../shared/language.js';

export type Duty = Participant['duties'][number];

const DUTIES: readonly Duty[] = ['HOST', 'COMMENTER', 'SPEAKER', 'RECORDER', 'TELLER', 'GUEST', 'ATTENDEE'];

interface DutiesProps {
  label: string;
  duties: readonly Duty[];
  set: (duties: Duty[]) => void;
  isDisabled?: boolean;
}

/** The duties that somebody carries, each to be switched on and off; a button that waits keeps the focus. */
export function Duties({ label, duties, set, isDisabled }: DutiesProps) {
  const say = useSay(dutyWords);
  return (
    <fieldset class="duties">
      <legend class="unseen">{label}</legend>
      {DUTIES.map((duty) => (
        <button
          key={duty}
          type="button"
          class="duty"
          aria-pressed={duties.includes(duty)}
          aria-disabled={isDisabled ? true : undefined}
          onClick={() =>
            isDisabled || set(DUTIES.filter((one) => (one === duty ? !duties.includes(one) : duties.includes(one))))
          }
        >
          {say[duty]}
        </button>
      ))}
    </fieldset>
  );
}
