import type { Turn } from '../shared/board.query.js';
import { duration } from '../shared/time.js';
import { type Timing, timingOf } from '../shared/turn.js';
import type { Words } from '../shared/words.js';
import { Digits } from './digits.js';
import { useServerTime, useSetting } from './setting.js';
import { Shape, type ShapeName } from './shape.js';

interface Face {
  /** Colour, word and shape of the timer follow this. */
  readonly mood: 'waiting' | 'running' | 'warning' | 'overtime' | 'paused' | 'ended';
  readonly shape: ShapeName;
  readonly said: readonly string[];
  readonly seconds: number | null;
  readonly share: number;
}

function faceOf(timing: Timing, words: Words): Face {
  const { phase, seconds, usedSeconds, share, isPaused, isEnded } = timing;
  const over = phase === 'OVERTIME' ? [words.overtime] : [];
  if (isEnded) {
    return { mood: 'ended', shape: 'square', said: [words.ended, words.timeUsed], seconds: usedSeconds, share };
  }
  if (isPaused) return { mood: 'paused', shape: 'pause', said: [words.paused, ...over], seconds, share };
  if (phase === 'OVERTIME') return { mood: 'overtime', shape: 'square', said: over, seconds, share };
  if (phase === 'WARNING') return { mood: 'warning', shape: 'triangle', said: [words.nearlyOver], seconds, share };
  return { mood: 'running', shape: 'circle', said: [words.timeLeft], seconds, share };
}

interface TimerProps {
  readonly turn: Turn | null;
  /** What the agenda plans, for a turn that has not begun. */
  readonly plannedSeconds: number | null;
}

export function Timer({ turn, plannedSeconds }: TimerProps) {
  const { words } = useSetting();
  const now = useServerTime((at) => (turn ? timingOf(turn, at).untilChange : null));
  const face: Face =
    turn && now !== undefined
      ? faceOf(timingOf(turn, now), words)
      : { mood: 'waiting', shape: 'ring', said: [words.waiting], seconds: plannedSeconds, share: 1 };
  const planned = turn ? turn.plannedSeconds : plannedSeconds;

  return (
    <div class="timer" role="timer" data-testid="timer" data-mood={face.mood}>
      <p class="timer-word" data-testid="timer-word">
        <Shape name={face.shape} />
        {face.said.join(' · ')}
      </p>
      <Digits class="timer-digits" text={face.seconds === null ? '--:--' : duration(face.seconds)} testid="digits" />
      <div class="timer-track">
        <div class="timer-share" style={{ transform: `scaleX(${face.share.toFixed(4)})` }} />
      </div>
      <p class="timer-plan">
        {turn && turn.number > 1 && (
          <>
            <span class="timer-turn" data-testid="turn">
              {words.turn(turn.number)}
            </span>
            <span data-testid="earlier">{words.earlier(duration(Math.floor(turn.earlierMilliseconds / 1000)))}</span>
          </>
        )}
        {planned !== null && <span>{words.plannedTime(minutesOf(planned))}</span>}
      </p>
    </div>
  );
}

function minutesOf(seconds: number): string {
  return seconds % 60 === 0 ? String(seconds / 60) : (seconds / 60).toFixed(1);
}
