import type { Board } from '../shared/board.query.js';
import { Fit } from './fit.js';
import { rostrumWords } from './rostrum.words.js';
import { useSetting } from './setting.js';
import { Shape } from './shape.js';
import { stepText } from './step.js';

/** The step that the operator makes next, and what is still in its way. */
export function Next({ board }: { board: Board }) {
  const { nextStep: next } = board;
  const { language, words } = useSetting();
  const say = rostrumWords[language];
  const obstacle = next?.obstacle ? (say.obstacles[next.obstacle] ?? say.obstacle) : null;
  return (
    <div class="rostrum-next" data-testid="next-step">
      <span class="next-word">{say.next}</span>
      <Fit class="rostrum-step" text={stepText(board, say, words.numeral)} />
      {obstacle && (
        <span class="obstacle" data-testid="obstacle">
          <Shape name="triangle" />
          {obstacle}
        </span>
      )}
    </div>
  );
}
