import { elapsedMilliseconds, type TurnTimes } from '../../statement/turn.rules.js';

export interface TimedTurn extends TurnTimes {
  readonly warningSeconds: number;
}

export type TurnPhase = 'RUNNING' | 'WARNING' | 'OVERTIME';

export interface Timing {
  readonly phase: TurnPhase;
  readonly isPaused: boolean;
  readonly isEnded: boolean;
  /** The seconds to show: what is left, or in OVERTIME what is over. */
  readonly seconds: number;
  readonly usedSeconds: number;
  /** What is left of the planned time, from 1 down to 0. */
  readonly share: number;
  /** Milliseconds until `seconds` changes; null while time stands still. */
  readonly untilChange: number | null;
}

/** All that the room sees of a turn at one moment, by the server's clock. */
export function timingOf(turn: TimedTurn, now: number): Timing {
  const elapsed = elapsedMilliseconds(turn, now);
  const usedSeconds = Math.floor(elapsed / 1000);
  const isEnded = Boolean(turn.endedAt);
  const isPaused = !isEnded && Boolean(turn.pausedAt);
  const untilChange = isEnded || isPaused ? null : 1000 - (elapsed % 1000);
  const rest = { isPaused, isEnded, usedSeconds, untilChange };

  // Whole seconds used and whole seconds left always add up to the plan, so both change at the same moment.
  const left = turn.plannedSeconds - usedSeconds;
  if (elapsed >= turn.plannedSeconds * 1000) return { phase: 'OVERTIME', seconds: -left, share: 0, ...rest };
  const share = left / turn.plannedSeconds;
  return { phase: left <= turn.warningSeconds ? 'WARNING' : 'RUNNING', seconds: left, share, ...rest };
}
