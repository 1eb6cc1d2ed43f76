import { clockTime } from '../shared/time.js';
import { Digits } from './digits.js';
import { Fit } from './fit.js';
import { untilNextSecond, useServerTime, useSetting } from './setting.js';

/** The line at the foot: who holds the meeting, and the time of day in the meeting's zone. */
export function Foot({ text }: { text: string }) {
  const { zone } = useSetting();
  const now = useServerTime(untilNextSecond);
  return (
    <footer class="foot">
      <Fit class="foot-text" text={text} />
      {now !== undefined && <Digits class="foot-clock" text={clockTime(now, zone)} testid="clock" />}
    </footer>
  );
}
