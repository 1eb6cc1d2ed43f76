import { useState } from 'preact/hooks';
import { Ask, type DialogProps, useDialog } from '../console/ask.js';
import { useConsole } from '../console/state.js';
import { Button } from '../shared/button.js';
import { Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { CloseBallot, HoldAgain, RevealResult, type Round } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { numberOf } from './row.rules.js';

/** The steps of a ballot: each sees where the meeting was when it was pressed. */

export function RevealButton({ round }: { round: Round }) {
  const say = useSay(ballotWords);
  const { send, board, isBusy, isLost } = useConsole();
  const isReady = round.valid !== null && round.tallies.every((line) => addsUp(line, round.valid));
  const reveal = () => send({ said: say.revealNow, operation: RevealResult, variables: {}, expectedSeq: board.seq });
  return (
    <Button
      class="button"
      data-testid="reveal"
      isOff={!isReady || isBusy || isLost || board.status !== 'LIVE'}
      onClick={() => void reveal()}
    >
      {say.revealNow}
    </Button>
  );
}

export const addsUp = ({ counts, abstentions }: Round['tallies'][number], valid: number | null): boolean =>
  counts !== null && counts.reduce((sum, count) => sum + count, abstentions ?? 0) === valid;

export function HoldAgainButton() {
  const say = useSay(ballotWords);
  const { send, board, isBusy, isLost } = useConsole();
  const hold = () => send({ said: say.again, operation: HoldAgain, variables: {}, expectedSeq: board.seq });
  return (
    <Button
      class="button"
      data-testid="hold-again"
      isOff={isBusy || isLost || board.status !== 'LIVE'}
      onClick={() => void hold()}
    >
      {say.again}
    </Button>
  );
}

/**
 * The box is counted as the ballot is closed: more sheets than were issued make the round void, so they are typed here. What stood
 * in the field before, told or not, is where it begins; as long as nothing is typed here, it follows what the tellers report.
 */
export function CloseDialog({ round, stood, close }: DialogProps & { round: Round; stood: string }) {
  const say = useSay(ballotWords);
  const { board } = useConsole();
  const { action, run } = useDialog(close);
  const [expectedSeq] = useState(board.seq);
  const [typed, type] = useState(['', String(round.cast)].includes(stood) ? null : stood);
  const collected = typed ?? String(round.cast);
  const cast = numberOf(collected);
  return (
    <Ask
      title={say.closeAsk}
      yes={say.close}
      action={action}
      onYes={() => {
        // Left as it was, it is what tellers have told by then.
        const variables = typed === null ? {} : { cast };
        if (cast !== null) void run({ said: say.close, operation: CloseBallot, variables, expectedSeq });
      }}
      close={close}
      fields={{ cast: say.collected }}
    >
      <p>{say.closeMeans}</p>
      <Field label={say.collected} value={collected} set={type} required inputMode="numeric" />
      <p class={cast !== null && cast > round.issued ? 'note' : 'dim'} role="status">
        {say.issuedSheets}: {round.issued}
        {cast !== null && cast > round.issued && ` — ${say.voidRound}`}
      </p>
    </Ask>
  );
}
