import { useSay } from '../shared/language.js';
import { exactTime } from '../shared/time.js';
import type { Display } from './screens.query.js';
import { screenWords } from './screens.words.js';
import type { Standing } from './standing.rules.js';

interface ShownProps {
  display: Display;
  standing: Standing | null;
  zone: string;
}

/** Seconds by which a computer's clock may be off without a word: the board's digits don't depend on it. */
const NEARLY = 2;

/** What a display shows beside what it should, how far its clock is off, and how large it is. [Q9] */
export function Shown({ display, standing, zone }: ShownProps) {
  const say = useSay(screenWords);
  const { clockOffset, width, height, reportedAt, isConnected } = display;
  if (!standing) return <p class="dim screen-shown">{isConnected ? say.saysNothing : ''}</p>;
  const { behind, since, isLate } = standing;
  const from = since === null ? '' : exactTime(since, zone);
  const isFresh = since === null || (!isLate && isConnected);
  const seconds = (clockOffset ?? 0) / 1000;
  return (
    <>
      <p class="screen-shown" data-testid="shown" data-behind={isFresh ? 0 : (behind ?? 'OTHER')}>
        {isFresh ? say.upToDate : behind === null ? say.otherJournal(from) : say.behind(behind, from)}
      </p>
      <p class="dim">
        {width !== null && height !== null && (
          <span class="row-fact">
            {width}×{height}
          </span>
        )}
        <span class="row-fact" data-testid="clock" data-off={Math.abs(seconds) >= NEARLY}>
          {Math.abs(seconds) < NEARLY ? say.clockRight : say.clockOff(say.span(Math.abs(seconds)), seconds > 0)}
        </span>
        {reportedAt && <span class="row-fact">{say.reportedAt(exactTime(Date.parse(reportedAt), zone))}</span>}
      </p>
    </>
  );
}
