import type { EntityManager } from 'typeorm';
import { traceparent } from '../telemetry/trace.js';

/** The name of the channel on which servers tell each other that a meeting has moved on. */
export const channel = 'rostrum_journal';

export interface Ring {
  meetingId: string;
  /** The meeting's newest seq; null: it was deleted, ask the table. */
  seq: number | null;
  /** The instant of the entry, in milliseconds since 1970. */
  at?: number;
  /** The W3C traceparent of the command that rang, if traces are collected. */
  trace?: string;
}

/** How servers tell each other. Whatever it loses or makes up, the table puts right. [L9] */
export interface Doorbell {
  /** Hears until stopped. `onListening` follows each connection: what was rung before it was not heard. */
  listen(hear: (ring: Ring) => void, onListening: () => Promise<void>): void;
  stop(): Promise<void>;
}

/** Notes a ring in the writer's transaction; the server's doorbell rings when that is committed, and only then. */
export function ring(manager: EntityManager, rung: Ring): void {
  const data = manager.queryRunner!.data as { rings?: Ring[] };
  data.rings = [...(data.rings ?? []), { ...rung, trace: traceparent() }];
}

/** What was noted in a transaction, to be rung once. */
export function takeRings(manager: EntityManager): string[] {
  const data = manager.queryRunner!.data as { rings?: Ring[] };
  const rings = data.rings ?? [];
  data.rings = [];
  return rings.map(writeRing);
}

/** `meetingId:seq:trace:at`, the last two perhaps empty: ids and numbers, never content. */
const writeRing = ({ meetingId, seq, trace, at }: Ring): string =>
  [meetingId, seq ?? '', trace ?? '', at ?? ''].join(':');

export function readRing(payload: string): Ring {
  const [meetingId = '', seq = '', trace, at] = payload.split(':');
  return {
    meetingId,
    seq: /^\d+$/.test(seq) ? Number(seq) : null,
    ...(trace && { trace }),
    ...(at && /^\d{1,15}$/.test(at) && { at: Number(at) }),
  };
}
