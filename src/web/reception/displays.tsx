import { useAnswer } from '../shared/answer.js';
import { useSay } from '../shared/language.js';
import { Barred, Lost } from '../shared/problem.js';
import { DisplayRow } from './display.js';
import { DisplaysOf } from './displays.query.js';
import { displayWords } from './displays.words.js';
import { Pair } from './pair.js';
import type { Meeting } from './reception.query.js';

/** Displays come and go without the meeting moving on. */
const EVERY = 5_000;

/** The screens of the meeting: how they are, and the way to connect another. [Q9] */
export function Displays({ meeting }: { meeting: Meeting }) {
  const say = useSay(displayWords);
  const { data, problem, refresh } = useAnswer(DisplaysOf, { id: meeting.id }, EVERY);
  const displays = data?.meeting?.displays;
  return (
    <>
      <Lost isLost={problem?.code === 'UNREACHABLE'} />
      <Barred problem={problem} />
      <Pair meeting={meeting} refresh={refresh} />
      {displays?.length === 0 && <p class="dim">{say.none}</p>}
      <ul class="rows" data-testid="displays">
        {displays?.map((display) => (
          <DisplayRow key={display.id} display={display} meeting={meeting} refresh={refresh} />
        ))}
      </ul>
    </>
  );
}
