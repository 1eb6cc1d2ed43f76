import { useEffect } from 'preact/hooks';
import { CallItem } from '../console/command.query.js';
import { useConsole } from '../console/state.js';
import { useAnswer } from '../shared/answer.js';
import { keepOnly } from '../shared/kept.js';
import { useSay } from '../shared/language.js';
import { pageWords } from '../shared/page.words.js';
import { BallotsOf, type Round } from './ballot.query.js';
import { ballotWords } from './ballot.words.js';
import { Count, Sheets } from './count.js';
import { HoldAgainButton, RevealButton } from './deeds.js';
import { namesOf, newestOf, ROOM } from './kept.rules.js';
import { OpenForm } from './open.js';
import { Turnout } from './turnout.js';
import './ballot.css';
import { Button } from '../shared/button.js';

/** The ballot on paper: opened, counted by tellers, told as a whole. [V14] */
export function BallotPanel() {
  const say = useSay(ballotWords);
  const waiting = useSay(pageWords).loading;
  const { meeting, board } = useConsole();
  // Opening, closing and revealing are for those who run the meeting; what is counted, for tellers too.
  const { mayRun } = meeting;
  const { data, refresh } = useAnswer(BallotsOf, { id: meeting.id });
  useEffect(() => void refresh(), [board.epoch, board.seq]);

  const items = board.agenda.filter(({ kind }) => kind === 'BALLOT');
  // Whoever opened, revealed, skipped or held it again: what was typed for that is of no use any more.
  useEffect(() => {
    if (data) keepOnly(ROOM, namesOf(items, data.meeting.ballots));
  });
  if (!data) return <p class="dim">{waiting}</p>;
  if (items.length === 0) return <p class="lead">{say.none}</p>;
  const current = board.current?.kind === 'BALLOT' ? board.current : null;
  const rounds = data.meeting.ballots.map((round) => ({ ...round, asOf: data.meeting.seq }));
  const newest = newestOf(rounds);
  const first = current ? newest.find(({ item }) => item.id === current.id) : newest.at(-1);
  // What is still to be counted stays in sight, whatever else is called meanwhile.
  const shown = newest.filter((one) => one !== first && one.revealedAt === null);
  if (first) shown.unshift(first);
  return (
    <div class="ballot-panel">
      {!first && current && mayRun && <OpenForm key={current.id} item={current} />}
      {!first && !(current && mayRun) && <p class="lead">{mayRun ? say.callFirst : say.notYet}</p>}
      {shown.map((round) => (
        <Present key={round.id} round={round} isCurrent={current?.id === round.item.id} />
      ))}
      <Former rounds={rounds.filter((one) => !shown.includes(one))} />
    </div>
  );
}

/** One round as it is: open, void, counted or told. */
function Present({ round, isCurrent }: { round: Round; isCurrent: boolean }) {
  const say = useSay(ballotWords);
  return (
    <section aria-label={`${say.ballot}: ${round.item.title}`}>
      <h2>
        <bdi>{round.item.title}</bdi> · {say.round(round.round)}
      </h2>
      {round.closedAt === null ? (
        <Turnout round={round} />
      ) : round.isVoid ? (
        <Void round={round} isCurrent={isCurrent} />
      ) : (
        <>
          <Count round={round} />
          <Ending round={round} isCurrent={isCurrent} />
        </>
      )}
    </section>
  );
}

function Void({ round, isCurrent }: { round: Round; isCurrent: boolean }) {
  const say = useSay(ballotWords);
  const { mayRun } = useConsole().meeting;
  return (
    <>
      <p class="note" data-testid="void-round">
        {say.voidRound} {say.voidHow}
      </p>
      <Sheets round={round} />
      {mayRun && <div class="buttons">{isCurrent ? <HoldAgainButton /> : <BackButton itemId={round.item.id} />}</div>}
    </>
  );
}

/** When and how the room is told. */
function Ending({ round, isCurrent }: { round: Round; isCurrent: boolean }) {
  const say = useSay(ballotWords);
  const { mayRun } = useConsole().meeting;
  if (round.revealedAt !== null) return <p class="ballot-end">{say.revealed}</p>;
  if (round.reveal === 'SEALED') return <p class="ballot-end">{say.sealed}</p>;
  if (round.reveal === 'IMMEDIATE') return <p class="ballot-end">{say.immediate}</p>;
  if (!mayRun) return null;
  return (
    <div class="ballot-end buttons">
      {isCurrent ? <RevealButton round={round} /> : <BackButton itemId={round.item.id} />}
    </div>
  );
}

/** The meeting went on meanwhile: the ballot is called again. */
function BackButton({ itemId }: { itemId: string }) {
  const say = useSay(ballotWords);
  const { send, board, isBusy, isLost } = useConsole();
  const call = () => send({ said: say.callAgain, operation: CallItem, variables: { itemId }, expectedSeq: board.seq });
  return (
    <Button class="quiet-button" isOff={isBusy || isLost || board.status !== 'LIVE'} onClick={() => void call()}>
      {say.callAgain}
    </Button>
  );
}

/** Void rounds stay, and so do other ballots. */
function Former({ rounds }: { rounds: readonly Round[] }) {
  const say = useSay(ballotWords);
  if (rounds.length === 0) return null;
  return (
    <section class="ballot-former">
      <h3>{say.rounds}</h3>
      <ul>
        {rounds.map(({ id, round, item, issued, cast, valid, isVoid }) => (
          <li key={id}>
            <bdi>{item.title}</bdi> · {say.round(round)} ·{' '}
            {isVoid
              ? say.roundTold(issued, cast)
              : `${say.issued} ${issued}, ${say.cast} ${cast}, ${say.valid} ${valid ?? '–'}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
