import { useConsole } from '../console/state.js';
import { useSay } from '../shared/language.js';
import { ReportTurnout, type Round } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';

/** More sheets than this are no meeting. */
export const MOST = 100_000;

export type Sheets = Pick<Round, 'issued' | 'cast' | 'void'>;

/**
 * Tells the server of a round's sheets, and what stood there before; tellers are in nobody's way, so it is not asked where the
 * meeting was. [V15]
 */
export function useReport({ id: ballotId, closedAt }: Round) {
  const say = useSay(ballotWords);
  const { send } = useConsole();
  return (sheets: Partial<Sheets>, before: Partial<Sheets>) =>
    send({
      said: say.turnout,
      operation: ReportTurnout,
      variables: { ballotId, ...sheets, expected: { isOpen: closedAt === null, ...before } },
    });
}
