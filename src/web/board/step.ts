import type { Board, NextStep } from '../shared/board.query.js';
import type { RostrumWords } from './rostrum.words.js';

/** The step that comes next; whoever is not told has the agenda to go by. */
function stepOf({ nextStep, state, agenda }: Board): NextStep | null {
  if (nextStep || state === 'CLOSED') return nextStep;
  const item = agenda.find(({ status }) => status === 'PENDING');
  return item ? { step: 'CALL_ITEM', item, requirementNumber: null, obstacle: null } : null;
}

/** What comes next, as one would say it to the chair; empty: nobody knows. */
export function stepText(board: Board, say: RostrumWords, numeral: (number: number) => string): string {
  const next = stepOf(board);
  if (!next) return board.state === 'CLOSED' ? say.none : '';
  const { step, item, requirementNumber } = next;
  if (step === 'CALL_ITEM' && !item?.speaker) return item?.title ?? '';
  const who = item?.speaker ? say.speaker(item.speaker) : '';
  // Where the statements come in a block, this one ended long ago.
  if (step === 'START_COMMENT' && board.format === 'BLOCK') return say.comment(who);
  return say.steps[step](step === 'REVEAL_REQUIREMENT' ? numeral(requirementNumber ?? 0) : who);
}
