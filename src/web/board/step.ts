import type { NextStep } from '../shared/board.query.js';
import type { RostrumWords } from './rostrum.words.js';

/** What comes next, as one would say it to the chair. */
export function stepText(next: NextStep | null, say: RostrumWords, numeral: (number: number) => string): string {
  if (!next) return say.none;
  const { step, item, requirementNumber } = next;
  if (step === 'CALL_ITEM' && !item?.speaker) return item?.title ?? '';
  const who = item?.speaker ? say.speaker(item.speaker) : '';
  return say.steps[step](step === 'REVEAL_REQUIREMENT' ? numeral(requirementNumber ?? 0) : who);
}
