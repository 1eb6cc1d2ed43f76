import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Visit } from '../access/viewer.js';
import { isUnavailable } from '../database/constraints.js';
import type { RefusalCode } from '../errors.js';
import { append } from './append.js';
import { said } from './chain.js';
import { createGathering, type Gathered } from './gathering.js';

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
  /** Within the transaction that does it: both are stored, or neither. [H2] */
  record(manager: EntityManager, visit: Visit, fact: Fact): Promise<void>;
  /** What changed nothing, such as a refusal: written soon, by itself; equal ones are gathered. Never throws. [H3] */
  note(visit: Visit, fact: Fact): void;
  /** Writes what was noted, and takes no more. */
  close(): Promise<void>;
}

/** Milliseconds of rest for each line written: a flood of refusals grows the trail by a hundred lines a second, not more. */
const REST_PER_LINE = 10;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;
/** How often what the database refuses, though it is there, is tried. */
const MOST_TRIES = 3;

export function createAudit(
  database: DataSource,
  report: (message: string, error?: unknown) => void = () => undefined,
): Audit {
  const gathering = createGathering();
  const closing = new AbortController();
  let writing: Promise<void> | null = null;

  /** Ends at once when the trail is closed. */
  const rest = (milliseconds: number) =>
    delay(milliseconds, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);

  const write = (lines: Gathered[]) =>
    database.transaction((manager) =>
      append(
        manager,
        lines.map(({ visit, fact, times, since }) => {
          // The entry's time is that of its writing, which may have had to wait for the database.
          const secondsAgo = Math.round((performance.now() - since) / 1000);
          return said(visit, { ...fact, detail: { ...fact.detail, ...(secondsAgo > 1 && { secondsAgo }) } }, times);
        }),
      ),
    );

  /** While the database is away it waits; what came meanwhile is gathered. */
  const writeSurely = async (lines: Gathered[]) => {
    for (let tries = 1, pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
      try {
        return await write(lines);
      } catch (error) {
        if (closing.signal.aborted || (!isUnavailable(error) && tries++ === MOST_TRIES)) {
          return report(`${lines.length} lines were lost to the audit trail`, error);
        }
        await rest(pause);
      }
    }
  };

  const writeAll = async () => {
    while (!gathering.isEmpty) {
      const lines = gathering.take();
      await writeSurely(lines);
      await rest(lines.length * REST_PER_LINE);
    }
    writing = null;
  };

  return {
    record: (manager, visit, fact) => append(manager, [said(visit, fact)]),
    note(visit, fact) {
      if (closing.signal.aborted) return;
      try {
        gathering.add(visit, fact, performance.now());
        writing ??= writeAll();
      } catch (error) {
        report('a line was lost to the audit trail', error);
      }
    },
    async close() {
      closing.abort();
      await writing;
    },
  };
}
