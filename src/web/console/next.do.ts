import { HoldAgain, RevealResult } from '../ballot/ballot.query.js';
import {
  CallItem,
  EndStatement,
  OpenMeeting,
  ResumeMeeting,
  RevealRequirement,
  ScheduleMeeting,
  StartComment,
} from './command.query.js';
import type { Board } from './console.query.js';
import type { Sending } from './send.js';

type Scene = Pick<Board, 'nextStep' | 'format' | 'seq'>;

/** Makes the step that stands on the button, where the meeting was when it stood there; closing is asked for first, elsewhere. */
export function makeStep(
  { nextStep: next, format, seq: expectedSeq }: Scene,
  said: string,
  { send }: Pick<Sending, 'send'>,
) {
  const itemId = next?.item?.id ?? '';
  const common = { said, expectedSeq, variables: {} };
  switch (next?.step) {
    case 'SCHEDULE':
      return send({ ...common, operation: ScheduleMeeting });
    case 'OPEN':
      return send({ ...common, operation: OpenMeeting });
    case 'RESUME':
      return send({ ...common, operation: ResumeMeeting });
    case 'CALL_ITEM':
      return send({ ...common, operation: CallItem, variables: { itemId } });
    case 'END_STATEMENT':
      return send({ ...common, operation: EndStatement });
    case 'START_COMMENT':
      if (format === 'ONE_BY_ONE') return send({ ...common, operation: EndStatement });
      return send({ ...common, operation: StartComment, variables: { statementId: next.statementId ?? '' } });
    case 'REVEAL_RESULT':
      return send({ ...common, operation: RevealResult });
    case 'HOLD_AGAIN':
      return send({ ...common, operation: HoldAgain });
    case 'REVEAL_REQUIREMENT':
      return send({ ...common, operation: RevealRequirement });
    default:
      return undefined;
  }
}
