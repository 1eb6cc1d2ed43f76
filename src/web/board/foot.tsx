import { clockTime } from '../shared/time.js';
import { Digits } from './digits.js';
import { Fit } from './fit.js';
import { untilNextSecond, useServerTime, useSetting } from './setting.js';
import { Shape } from './shape.js';

/** The time of day in the meeting's zone. */
export function Clock({ class: name }: { class: string }) {
  const { zone } = useSetting();
  const now = useServerTime(untilNextSecond);
  if (now === undefined) return null;
  return <Digits class={name} text={clockTime(now, zone)} testid="clock" />;
}

/**
 * The line at the foot: who holds the meeting, and the time of day. What the operator has to say to the room takes the
 * place of the former, and the stage above makes room for it: nothing else is covered. [Z8]
 */
export function Foot({ text, message }: { text: string; message: string | null }) {
  if (message === null) {
    return (
      <footer class="foot">
        <Fit class="foot-text" text={text} />
        <Clock class="foot-clock" />
      </footer>
    );
  }
  return (
    <footer class="foot foot-message">
      <Shape name="bell" />
      <div class="message-box" role="status">
        <Fit class="message" text={message} testid="message" />
      </div>
      <Clock class="foot-clock" />
    </footer>
  );
}
