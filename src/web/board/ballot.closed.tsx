import type { Ballot, Board } from '../shared/board.query.js';
import { Fit } from './fit.js';
import { Label } from './label.js';
import { useSetting } from './setting.js';
import { Side } from './side.js';
import { Turnout } from './turnout.js';

/** The sheets are in: being counted, sealed for good, or void because there are more than were issued. */
export function BallotClosedStage({ board, ballot }: { board: Board; ballot: Ballot }) {
  const { words } = useSetting();
  const { round, reveal, isVoid } = ballot;
  const [word, hint] = isVoid
    ? [words.ballotVoid, words.ballotVoidWhy]
    : reveal === 'SEALED'
      ? [words.ballotSealed, words.ballotSealedWhy]
      : [words.ballotCounting, words.ballotCountingWhy];
  return (
    <section class="pair statement ballot" data-testid="ballot-closed">
      <Side>
        <Label phase="ballot" word={words.kind.BALLOT}>
          <span class="label-text">{round > 1 ? words.round(round) : words.ballotIsClosed}</span>
        </Label>
        <p class="ballot-word">{word}</p>
        <Fit class="ballot-hint" text={hint} />
        {board.current && board.current.title !== words.kind.BALLOT && (
          <Fit class="ballot-title ballot-title-last" text={board.current.title} />
        )}
      </Side>
      <Side class="timed">
        <div class="timer ballot-panel" data-mood="ended">
          <Turnout ballot={ballot} />
        </div>
      </Side>
    </section>
  );
}
