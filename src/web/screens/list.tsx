import { useAnswer } from '../shared/answer.js';
import { useSay } from '../shared/language.js';
import { Barred, Lost } from '../shared/problem.js';
import { useBehind } from './behind.js';
import { DisplayRow } from './display.js';
import { Pair } from './pair.js';
import { DisplaysOf, type View } from './screens.query.js';
import { screenWords } from './screens.words.js';

/** What the displays are listed with. */
export interface ListedMeeting {
  readonly id: string;
  readonly timeZone: string;
}

/** Displays come and go, and say what they show, without the meeting moving on. */
const EVERY = 3_000;

const VIEWS: readonly View[] = ['HALL', 'ROSTRUM', 'PORTRAIT', 'STRIP'];

/** The screens of the meeting: what each shows and how it is set, and the way to connect another. [Q9] */
export function Displays({ meeting }: { meeting: ListedMeeting }) {
  const say = useSay(screenWords);
  const { data, problem, refresh } = useAnswer(DisplaysOf, { id: meeting.id }, EVERY);
  const displays = data?.meeting?.displays;
  const standings = useBehind(data);
  // The rostrum has the chair's notes, which tellers do not see. [Y13]
  const views = data?.meeting?.mayRun ? VIEWS : VIEWS.filter((view) => view !== 'ROSTRUM');
  return (
    <div class="screens">
      <Lost isLost={problem?.code === 'UNREACHABLE'} />
      <Barred problem={problem} />
      <Pair meeting={meeting} views={views} refresh={refresh} />
      {displays?.length === 0 && <p class="dim">{say.none}</p>}
      <ul class="rows" data-testid="displays">
        {displays?.map((display) => (
          <DisplayRow
            key={display.id}
            display={display}
            standing={standings.get(display.id) ?? null}
            meeting={meeting}
            views={views}
            refresh={refresh}
          />
        ))}
      </ul>
    </div>
  );
}
