import type { Board } from '../shared/board.query.js';
import { longDate } from '../shared/time.js';
import { Fit } from './fit.js';
import { Headings } from './requirements.js';
import { useSetting } from './setting.js';
import { Side } from './side.js';

/** The meeting is over; its requirements stay for the room to take home. */
export function ClosedStage({ board }: { board: Board }) {
  const { words, language, zone } = useSetting();
  const hasRequirements = board.requirements.length > 0;
  return (
    <section class={hasRequirements ? 'pair closed' : 'alone'} data-testid="closed">
      <Side class="closed-side">
        <p class="alone-word">{words.closed}</p>
        <Fit class="alone-text" text={longDate(Date.parse(board.startsAt), zone, language)} />
      </Side>
      {hasRequirements && <Headings requirements={board.requirements} />}
    </section>
  );
}
