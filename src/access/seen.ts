import type { DataSource } from 'typeorm';

/** Keeps in the table which sessions have a socket open, for all servers together. */
export interface Seen {
  /** The first socket of a session was opened on this server. */
  arrived(sessionId: string): void;
  /** The last socket of a session was closed on this server. */
  left(sessionId: string): void;
  /** Writes what there is to write, and nothing any more. */
  stop(): Promise<void>;
}

interface Settings {
  database: DataSource;
  /** The sessions that have a socket open on this server. */
  open: () => Iterable<string>;
  report: (message: string, error?: unknown) => void;
}

const EVERY = 10_000;
/** So that a hall that comes back at once is written together. */
const SOON = 200;
/** Two looks at an open socket, and some time for a busy database. */
const FRESH = 25_000;

/**
 * Whoever comes or goes is written within a second, and who is here every ten seconds. A server that dies can't say who
 * has left with it: after 25 seconds without a word nobody is believed to be connected. [Y4]
 */
export const isConnected = (connectedAt: Date | null, now: number): boolean =>
  connectedAt !== null && now - connectedAt.getTime() < FRESH;

export function createSeen({ database, open, report }: Settings): Seen {
  const changed = new Set<string>();
  let soon: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  /** A row that somebody else is writing is left to the next time: nobody waits here, so nobody can wait in a ring. */
  const put = async (ids: readonly string[], connectedAt: 'clock_timestamp()' | 'NULL') => {
    if (ids.length === 0) return;
    await database.query(
      `UPDATE session SET seen_at = clock_timestamp(), connected_at = ${connectedAt}
       WHERE id IN (SELECT id FROM session WHERE id = ANY($1) FOR NO KEY UPDATE SKIP LOCKED)`,
      [ids],
    );
  };

  /** What is open is asked when it is written: a socket that was opened meanwhile counts, whatever was told before. */
  const write = (which: (here: ReadonlySet<string>) => Iterable<string>): Promise<void> => {
    writing = writing.then(async () => {
      const here = new Set(open());
      const ids = [...which(here)];
      try {
        await put(
          ids.filter((id) => !here.has(id)),
          'NULL',
        );
        await put(
          ids.filter((id) => here.has(id)),
          'clock_timestamp()',
        );
      } catch (error) {
        report('could not write who is connected', error);
      }
    });
    return writing;
  };

  const flush = () => {
    clearTimeout(soon);
    soon = undefined;
    const ids = [...changed];
    changed.clear();
    return write(() => ids);
  };
  const note = (sessionId: string) => {
    changed.add(sessionId);
    soon ??= setTimeout(flush, SOON);
  };
  const timer = setInterval(() => void write((here) => here), EVERY).unref();

  return {
    arrived: note,
    left: note,
    stop: () => {
      clearInterval(timer);
      return flush();
    },
  };
}
