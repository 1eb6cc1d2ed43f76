import type { EntityManager } from 'typeorm';

/** The name of the channel on which servers tell each other that a meeting has moved on. */
export const channel = 'rostrum_journal';

export interface Ring {
  meetingId: string;
  /** The meeting's newest seq; null: the meeting was deleted. */
  seq: number | null;
}

/** Rings at commit, and only then. The payload is a hint: ids and numbers, never content. */
export async function ring(manager: EntityManager, meetingId: string, seq: number | null): Promise<void> {
  await manager.query('SELECT pg_notify($1, $2)', [channel, `${meetingId}:${seq ?? ''}`]);
}

export function readRing(payload: string): Ring {
  const [meetingId = '', seq = ''] = payload.split(':');
  return { meetingId, seq: seq === '' ? null : Number(seq) };
}
