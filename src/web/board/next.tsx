import type { NextStep } from '../shared/board.query.js';
import { Fit } from './fit.js';
import { type RostrumWords, rostrumWords } from './rostrum.words.js';
import { useSetting } from './setting.js';
import { Shape } from './shape.js';

/** What comes next, as one would say it to the chair. */
export function stepText(next: NextStep | null, say: RostrumWords, numeral: (number: number) => string): string {
  if (!next) return say.none;
  const { step, item, requirementNumber } = next;
  if (step === 'CALL_ITEM' && !item?.speaker) return item?.title ?? '';
  const who = item?.speaker ? say.speaker(item.speaker) : '';
  return say.steps[step](step === 'REVEAL_REQUIREMENT' ? numeral(requirementNumber ?? 0) : who);
}

/** The step that the operator makes next, and what is still in its way. */
export function Next({ next }: { next: NextStep | null }) {
  const { language, words } = useSetting();
  const say = rostrumWords[language];
  const obstacle = next?.obstacle ? (say.obstacles[next.obstacle] ?? say.obstacle) : null;
  return (
    <div class="rostrum-next" data-testid="next-step">
      <span class="next-word">{say.next}</span>
      <Fit class="rostrum-step" text={stepText(next, say, words.numeral)} />
      {obstacle && (
        <span class="obstacle" data-testid="obstacle">
          <Shape name="triangle" />
          {obstacle}
        </span>
      )}
    </div>
  );
}
