import type { EntityManager } from 'typeorm';
import { traceparent } from '../telemetry/trace.js';

/** The name of the channel on which servers tell each other that a meeting has moved on. */
export const channel = 'rostrum_journal';

export interface Ring {
  meetingId: string;
  /** The meeting's newest seq; null: the meeting was deleted. */
  seq: number | null;
  /** The instant of the entry, in milliseconds since 1970. */
  at?: number;
  /** The W3C traceparent of the command that rang, if traces are collected. */
  trace?: string;
}

/** Rings at commit, and only then. The payload is a hint: ids and numbers, never content. */
export async function ring(manager: EntityManager, meetingId: string, seq: number | null, at: Date): Promise<void> {
  const payload = [meetingId, seq ?? '', traceparent() ?? '', at.getTime()].join(':');
  await manager.query('SELECT pg_notify($1, $2)', [channel, payload]);
}

export function readRing(payload: string): Ring {
  const [meetingId = '', seq = '', trace, at] = payload.split(':');
  return { meetingId, seq: seq === '' ? null : Number(seq), ...(trace && { trace }), ...(at && { at: Number(at) }) };
}
