import { duration } from '../shared/time.js';
import { Digits } from './digits.js';
import { untilNextSecond, useServerTime } from './setting.js';

/** Whole seconds until a moment, 0 when it is over; undefined until the server's time is known. */
export function useSecondsUntil(at: number): number | undefined {
  const now = useServerTime((time) => untilNextSecond(time - at));
  return now === undefined ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

/** The seconds as digits; as many cells before they are known, so that nothing moves. */
export function Countdown({ seconds, class: name }: { seconds: number | undefined; class: string }) {
  return <Digits class={name} text={seconds === undefined ? '--:--' : duration(seconds)} testid="countdown" />;
}
