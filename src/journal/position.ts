import { Refusal } from '../errors.js';
import { integer } from '../input.js';
import type { MeetingStatus, Visibility } from '../meeting/meeting.type.js';

/** How far a meeting's journal has come, and also a follower's cursor in it. The epoch says which journal is numbered. */
export interface Position {
  epoch: string;
  seq: number;
}

/** Where a meeting is, as the table has it. */
export interface Standing extends Position {
  /** Whether it is CLOSED or ARCHIVED: from then on renames are not told to it. */
  isOver: boolean;
  visibility: Visibility;
  status: MeetingStatus;
}

/** The cursor that a follower names; what it leaves out is as it stands now. */
export interface Cursor {
  after?: number | null;
  epoch?: string | null;
}

/**
 * Where a follower goes on. A cursor of another epoch, or one that the meeting has not reached, is that of a past which
 * a restored backup or the archive has ended: the follower must load the present state and go on from there. [L8]
 */
export function resume(at: Position, { after, epoch }: Cursor): Position {
  const seq = integer('after', after ?? at.seq, 0, Number.POSITIVE_INFINITY);
  if (seq > at.seq || (epoch ?? at.epoch).toLowerCase() !== at.epoch) throw resync(at);
  return { epoch: at.epoch, seq };
}

export const resync = ({ epoch, seq }: Position): Refusal => new Refusal('RESYNC', { epoch, seq });

/** What is known of a followed meeting. */
export interface Known {
  /** null: it was not read yet, or is deleted. */
  at: Position | null;
  /** The highest seq that was rung since the table was last asked. */
  rung: number;
}

export const unheard: Known = { at: null, rung: -1 };

/** The doorbell is a hint: it can say that a meeting has moved on, and nothing else. */
export const rang = ({ at, rung }: Known, seq: number): Known => ({
  at: at && seq > at.seq ? { ...at, seq } : at,
  rung: Math.max(rung, seq),
});

/** The table is about to be asked: what was rung before, it holds. */
export const asking = ({ at }: Known): Known => ({ at, rung: -1 });

/**
 * The table's word is the truth, also where it is lower than what was believed or of another epoch; but what was rung
 * while it was asked may be newer than its answer. A false ring is so corrected by the next question. [L2]
 */
export const answered = ({ rung }: Known, at: Position | null): Known => ({
  at: at && rung > at.seq ? { ...at, seq: rung } : at,
  rung,
});
