import type { DataSource, EntityManager } from 'typeorm';
import type { Visit } from '../access/viewer.js';
import type { RefusalCode } from '../errors.js';

/** What somebody did, or was refused. Ids, names and numbers only; never a text of a meeting, and no secret. */
export interface Fact {
  /** Name of the command as the schema spells it, or SIGN_IN, SIGN_OUT and the like. */
  action: string;
  /** DONE where it is left out. */
  outcome?: 'DONE' | RefusalCode;
  meetingId?: string | null;
  /** Seq of the entry that it wrote into the meeting's journal. */
  meetingSeq?: number | null;
  subjectId?: string | null;
  detail?: Record<string, unknown>;
}

/** The audit trail: every command, sign-in, refusal and export. */
export interface Audit {
  /** Within the transaction that does it: both are stored, or neither. To be called last: it holds the trail's lock until the commit. */
  record(manager: EntityManager, visit: Visit, fact: Fact): Promise<void>;
  /** What changed nothing, such as a refusal: written soon, by itself; equal ones are gathered. Never throws. */
  note(visit: Visit, fact: Fact): void;
  /** Writes what was noted, and takes no more. */
  close(): Promise<void>;
}

export function createAudit(_database: DataSource): Audit {
  return { record: async () => undefined, note: () => undefined, close: async () => undefined };
}
