import { Digits } from '../board/digits.js';
import { untilNextSecond, useServerTime } from '../board/setting.js';
import { useLanguage, useSay } from '../shared/language.js';
import { duration, exactTime } from '../shared/time.js';
import { type Timing, timingOf } from '../shared/turn.js';
import { words as commonWords, type Words } from '../shared/words.js';
import { presentOf } from './present.js';
import { useConsole } from './state.js';

interface Face {
  readonly mood: 'running' | 'warning' | 'overtime' | 'paused' | 'ended';
  readonly said: string;
  readonly seconds: number;
}

function faceOf({ phase, seconds, usedSeconds, isPaused, isEnded }: Timing, say: Words): Face {
  if (isEnded) return { mood: 'ended', said: say.timeUsed, seconds: usedSeconds };
  const over = phase === 'OVERTIME' ? say.overtime : null;
  if (isPaused) return { mood: 'paused', said: [say.paused, over].filter(Boolean).join(' · '), seconds };
  if (over) return { mood: 'overtime', said: over, seconds };
  if (phase === 'WARNING') return { mood: 'warning', said: say.nearlyOver, seconds };
  return { mood: 'running', said: say.timeLeft, seconds };
}

/** Where the meeting is, and the digits that the room sees at the same moment. */
export function Present() {
  const say = useSay(commonWords);
  const { language } = useLanguage();
  const { board } = useConsole();
  const { statement, intermission, state } = board;
  const turn = statement?.turn ?? null;
  const returnsAt = intermission?.returnsAt ? Date.parse(intermission.returnsAt) : null;
  const now = useServerTime((at) => {
    if (returnsAt !== null) return untilNextSecond(at - returnsAt);
    return turn ? timingOf(turn, at).untilChange : null;
  });
  const face = turn && now !== undefined && state !== 'INTERMISSION' ? faceOf(timingOf(turn, now), say) : null;
  const untilReturn = returnsAt !== null && now !== undefined ? Math.max(0, Math.ceil((returnsAt - now) / 1000)) : null;
  return (
    <div class="present" data-testid="present" data-mood={face?.mood} data-time={face !== null || untilReturn !== null}>
      <p class="present-said" data-testid="present-said">
        {presentOf(board, language)}
      </p>
      {face && (
        <p class="present-time" role="timer">
          <Digits class="present-digits" text={duration(face.seconds)} testid="digits" />
          <span class="present-word">{face.said}</span>
        </p>
      )}
      {!face && untilReturn !== null && (
        <p class="present-time" role="timer">
          <Digits class="present-digits" text={duration(untilReturn)} testid="digits" />
          <span class="present-word">{say.resumesIn}</span>
        </p>
      )}
    </div>
  );
}

/** The server's time, in the meeting's zone. */
export function WallClock() {
  const say = useSay(commonWords);
  const { meeting } = useConsole();
  const now = useServerTime(untilNextSecond);
  return (
    <span class="wall-clock">
      <span class="unseen">{say.time} </span>
      {now === undefined ? '--:--:--' : exactTime(now, meeting.timeZone)}
    </span>
  );
}
