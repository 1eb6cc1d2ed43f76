import { refuseUnless } from '../errors.js';
import type { TurnRow } from './turn.entity.js';

/**
 * A turn's time. The screens use the same functions, so a server and a board with the same clock show the same digits.
 * Instants come as Date (rows) or ISO 8601 text (the API).
 */
export interface TurnTimes {
  plannedSeconds: number;
  startedAt: Date | string;
  endedAt?: Date | string | null;
  pausedAt?: Date | string | null;
  pausedMilliseconds: number;
}

const ms = (instant: Date | string): number => new Date(instant).getTime();

/**
 * Elapsed is from the start to now, or to the end, or to where it was paused, less the pauses that are over. It is a
 * difference of instants: midnight, DST and restarts don't touch it, and it is never negative. [T1]
 */
export function elapsedMilliseconds(turn: TurnTimes, now: number): number {
  const until = turn.endedAt ? ms(turn.endedAt) : turn.pausedAt ? ms(turn.pausedAt) : now;
  return Math.max(0, until - ms(turn.startedAt) - turn.pausedMilliseconds);
}

/** What is left of the planned time; negative is overtime (超时). [T2] */
export function remainingMilliseconds(turn: TurnTimes, now: number): number {
  return turn.plannedSeconds * 1000 - elapsedMilliseconds(turn, now);
}

/** A pause stops the clock where it is. [T3] */
export function pause(turn: TurnRow, at: Date): TurnRow {
  refuseUnless(turn.endedAt === null, 'NO_TURN_RUNNING');
  refuseUnless(turn.pausedAt === null, 'TURN_PAUSED');
  return { ...turn, pausedAt: at };
}

/** Resuming lets the clock go on from where it stopped. [T4] */
export function resume(turn: TurnRow, at: Date): TurnRow {
  refuseUnless(turn.pausedAt !== null, 'TURN_NOT_PAUSED');
  return { ...turn, pausedAt: null, pausedMilliseconds: pausedUntil(turn, at) };
}

/** Ending freezes the time; a turn that ends while paused ends where it was paused. [T5] */
export function end(turn: TurnRow, at: Date): TurnRow {
  refuseUnless(turn.endedAt === null, 'NO_TURN_RUNNING');
  return { ...turn, pausedAt: null, pausedMilliseconds: pausedUntil(turn, at), endedAt: at };
}

const pausedUntil = (turn: TurnRow, at: Date): number =>
  turn.pausedMilliseconds + (turn.pausedAt ? Math.max(0, at.getTime() - turn.pausedAt.getTime()) : 0);
