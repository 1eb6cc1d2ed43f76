import { Digits } from '../board/digits.js';
import { useServerTime, useSetting } from '../board/setting.js';
import { useSay } from '../shared/language.js';
import { clockTime, duration } from '../shared/time.js';
import { type Timing, timingOf } from '../shared/turn.js';
import type { Board } from './me.query.js';
import { meWords } from './me.words.js';
import type { Place } from './place.rules.js';

interface PlaceProps {
  board: Board;
  /** null: they make no statement. */
  place: Place | null;
}

/** When somebody is next, in large words; their time while they speak; and what is going on. [Q14] */
export function MyPlace({ board, place }: PlaceProps) {
  const say = useSay(meWords);
  const isSpeaking = place?.kind === 'SPEAKING';
  return (
    <>
      <section class="me-place" data-testid="place" data-kind={place?.kind ?? 'NONE'}>
        <p class="me-word" role="status">
          {wordOf(say, board, place)}
        </p>
        {place?.kind === 'SKIPPED' && <p>{say.skippedHint}</p>}
        {isSpeaking && board.statement?.turn && <MyTime turn={board.statement.turn} />}
      </section>
      {!isSpeaking && (
        <p class="me-now" data-testid="now">
          <span class="dim">{say.now}</span> <bdi>{presentOf(say, board)}</bdi>
        </p>
      )}
    </>
  );
}

type Words = (typeof meWords)['zh'];

function wordOf(say: Words, { status }: Board, place: Place | null): string {
  if (!place) return say.noStatement;
  if (place.kind !== 'TO_COME') return say.place[place.kind];
  if (status === 'DRAFT' || status === 'SCHEDULED') return say.youAre(place.before + 1);
  return place.before === 0 ? say.isNext : say.before(place.before);
}

/** Where the meeting is, in one line. */
function presentOf(say: Words, { status, state, current, statement, intermission, timeZone }: Board): string {
  if (status === 'DRAFT' || status === 'SCHEDULED') return say.notOpen;
  if (status === 'CLOSED' || status === 'ARCHIVED') return say.closed;
  if (state === 'INTERMISSION') {
    const until = intermission?.returnsAt ? say.returnsAt(clockTime(Date.parse(intermission.returnsAt), timeZone)) : '';
    return [intermission?.title || say.intermission, until].filter(Boolean).join(' · ');
  }
  if (!current) return say.agenda;
  if (statement && state === 'COMMENT') return say.comment(statement.speaker.name);
  if (statement) return say.statement(statement.speaker.name);
  return say.agendaOf(current.title);
}

interface Face {
  readonly mood: 'running' | 'warning' | 'overtime' | 'paused';
  readonly said: string;
}

function faceOf({ phase, isPaused }: Timing, words: ReturnType<typeof useSetting>['words']): Face {
  if (isPaused) return { mood: 'paused', said: words.paused };
  if (phase === 'OVERTIME') return { mood: 'overtime', said: words.overtime };
  if (phase === 'WARNING') return { mood: 'warning', said: words.nearlyOver };
  return { mood: 'running', said: words.timeLeft };
}

/** The digits that the room sees at the same moment, by the server's clock. [Q15] */
function MyTime({ turn }: { turn: NonNullable<NonNullable<Board['statement']>['turn']> }) {
  const say = useSay(meWords);
  const { words } = useSetting();
  const now = useServerTime((at) => timingOf(turn, at).untilChange);
  if (now === undefined) return null;
  const timing = timingOf(turn, now);
  const { mood, said } = faceOf(timing, words);
  return (
    <div class="me-time" role="timer" data-testid="timer" data-mood={mood}>
      <Digits class="me-digits" text={duration(timing.seconds)} testid="digits" />
      <p>
        {said}
        {turn.number > 1 && ` · ${say.turn(turn.number)}`}
      </p>
    </div>
  );
}
