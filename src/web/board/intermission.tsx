import type { Intermission } from '../shared/board.query.js';
import { clockTime } from '../shared/time.js';
import { Countdown, useSecondsUntil } from './countdown.js';
import { Digits } from './digits.js';
import { Fit } from './fit.js';
import { Label } from './label.js';
import { useSetting } from './setting.js';
import { Side } from './side.js';

function Return({ at }: { at: number }) {
  const { words, zone } = useSetting();
  const left = useSecondsUntil(at);
  return (
    <div class="return" data-testid="return">
      <p class="return-word">{words.resumesAt}</p>
      <Digits class="return-time" text={clockTime(at, zone)} testid="returns-at" />
      <p class="return-left" data-testid="return-left">
        {left !== undefined && left > 0 ? (
          <>
            {words.resumesIn}
            <Countdown class="return-digits" seconds={left} />
          </>
        ) : (
          words.resumesSoon
        )}
      </p>
    </div>
  );
}

/** A break: what it is, when the meeting goes on, and how long that is from now. */
export function IntermissionStage({ intermission }: { intermission: Intermission }) {
  const { words, zone } = useSetting();
  const { title, since, returnsAt } = intermission;
  if (!returnsAt) {
    return (
      <section class="alone" data-testid="intermission">
        <Fit class="alone-title" text={title || words.intermission} />
        <Fit class="alone-text" text={words.since(clockTime(Date.parse(since), zone))} />
      </section>
    );
  }
  return (
    <section class="pair intermission" data-testid="intermission">
      <Side>
        <Label phase="intermission" word={words.intermission}>
          <span class="label-text">{words.since(clockTime(Date.parse(since), zone))}</span>
        </Label>
        <Fit class="current-title" text={title || words.intermission} />
      </Side>
      <Side class="timed">
        <Return at={Date.parse(returnsAt)} />
      </Side>
    </section>
  );
}
