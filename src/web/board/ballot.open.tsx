import { useEffect, useState } from 'preact/hooks';
import type { Ballot, Board } from '../shared/board.query.js';
import type { QrCode } from '../shared/qr.js';
import { Countdown, useSecondsUntil } from './countdown.js';
import { Fit } from './fit.js';
import { Label } from './label.js';
import { useSetting } from './setting.js';
import { Shape } from './shape.js';
import { Side } from './side.js';
import { useTurning } from './turning.js';
import { Turnout } from './turnout.js';

/** What draws the code comes when there is one to draw. */
function useQrCode(): typeof QrCode | null {
  const [drawn, setDrawn] = useState<{ code: typeof QrCode } | null>(null);
  useEffect(() => {
    let isGone = false;
    import('../shared/qr.js').then(
      ({ QrCode: code }) => isGone || setDrawn({ code }),
      // Without it there is still the address.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, []);
  return drawn?.code ?? null;
}

/** The way in for those who have not signed in yet, as people reach it: a screen may be on the server's own machine. [Z9] */
function Entrance({ address }: { address: string }) {
  const { words } = useSetting();
  const Code = useQrCode();
  return (
    <div class="entrance" data-testid="entrance">
      <div class="entrance-code">{Code && <Code text={address} label={words.enterCode} />}</div>
      <div class="entrance-words">
        <p class="entrance-word">{words.notSignedIn}</p>
        <p class="entrance-hint">{words.enterHow}</p>
        <p class="entrance-address" lang="en">
          {address.replace(/^https?:\/\//, '')}
        </p>
      </div>
    </div>
  );
}

function HowTo() {
  const { words } = useSetting();
  return (
    <ol class="steps" data-testid="how-to">
      {words.howToVote.map((step, place) => (
        <li key={step} class="step">
          <span class="row-mark step-mark">{words.numeral(place + 1)}</span>
          <Fit class="step-text" text={step} />
        </li>
      ))}
    </ol>
  );
}

function TimeLeft({ at }: { at: number }) {
  const { words } = useSetting();
  const left = useSecondsUntil(at);
  const isOver = left === 0;
  return (
    <>
      <p class="timer-word" data-testid="timer-word">
        <Shape name={isOver ? 'square' : 'circle'} />
        {isOver ? words.ballotCloses : words.timeLeft}
      </p>
      <Countdown class="timer-digits" seconds={left} />
    </>
  );
}

const PARTS = 2;

/** A ballot on paper is open: how to vote, how much time is left, and how many have voted. Never for whom. [Z9] */
export function BallotOpenStage({ board, ballot }: { board: Board; ballot: Ballot }) {
  const { words, isFar } = useSetting();
  const part = useTurning(isFar ? PARTS : 1, ballot.id);
  return (
    <section class="pair statement ballot" data-testid="ballot-open">
      <Side>
        <Label phase="ballot" word={words.kind.BALLOT}>
          <span class="label-text">
            {ballot.round > 1 ? words.round(ballot.round) : words.candidates(ballot.candidates.length)}
          </span>
        </Label>
        {board.current && board.current.title !== words.kind.BALLOT && (
          <Fit class="ballot-title" text={board.current.title} />
        )}
        {(!isFar || part === 0) && <HowTo />}
        {(!isFar || part === 1) && <Entrance address={board.entrance ?? `${location.origin}/enter`} />}
      </Side>
      <Side class="timed">
        <div class="timer ballot-panel" data-mood="running">
          {ballot.closesAt ? (
            <TimeLeft at={Date.parse(ballot.closesAt)} />
          ) : (
            <p class="timer-word" data-testid="timer-word">
              <Shape name="circle" />
              {words.ballotIsOpen}
            </p>
          )}
          <Turnout ballot={ballot} />
        </div>
      </Side>
    </section>
  );
}
