import { LRUCache } from 'lru-cache';
import type { EntryRow } from './journal.load.js';

/** The newest entries of the meetings that are followed, read once per server. */
export interface Tail {
  /**
   * Entries after a cursor, contiguous: from memory where it has the next one, else a page of the table. They bear the
   * table's epoch, which may be another one than the cursor's. None: the table had none when it was asked.
   */
  after(meetingId: string, epoch: string, seq: number, first: number): Promise<EntryRow[]>;
}

interface Settings {
  load: (meetingId: string, after: number, first: number) => Promise<EntryRow[]>;
  /** Entries kept of one meeting, entries kept of all, and milliseconds that they are kept after the newest was read. */
  keep?: { ofOne: number; ofAll: number; for: number };
}

const KEEP = { ofOne: 500, ofAll: 100_000, for: 5 * 60_000 };

/** Ids only stand in entries, so what is kept here can't show a text that was retracted. */
export function createTail({ load, keep = KEEP }: Settings): Tail {
  const kept = new LRUCache<string, EntryRow[]>({
    maxSize: keep.ofAll,
    ttl: keep.for,
    sizeCalculation: (entries) => entries.length,
  });
  const underWay = new Map<string, Promise<EntryRow[]>>();

  const read = async (meetingId: string, seq: number, first: number): Promise<EntryRow[]> => {
    const page = await load(meetingId, seq, first);
    const next = joined(kept.get(meetingId) ?? [], page, seq);
    if (next) kept.set(meetingId, next.slice(-keep.ofOne));
    return page;
  };

  /** Who asks for the same page shares one read. One that began before may lack the newest: then it is read once more. */
  const share = async (meetingId: string, seq: number, first: number): Promise<EntryRow[]> => {
    const key = `${meetingId}:${seq}:${first}`;
    const older = underWay.get(key);
    if (older) {
      const page = await older.catch(() => []);
      if (page.length > 0) return page;
    }
    const begun = underWay.get(key) ?? read(meetingId, seq, first).finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  };

  return {
    async after(meetingId, epoch, seq, first) {
      const entries = kept.get(meetingId) ?? [];
      const from = entries[0]?.seq ?? 0;
      const next =
        entries[0]?.epoch === epoch && seq + 1 >= from ? entries.slice(seq + 1 - from, seq + 1 - from + first) : [];
      return next.length > 0 ? next : share(meetingId, seq, first);
    },
  };
}

/** What is kept with a page that was read after a seq; null: as it is. There is never a hole in it. */
function joined(entries: EntryRow[], page: EntryRow[], after: number): EntryRow[] | null {
  const [first, last] = [page[0], page.at(-1)];
  if (!first || last?.seq !== after + page.length) return null;
  const newest = entries.at(-1);
  // Another epoch, or further on than what is kept: that is dropped.
  if (!newest || newest.epoch !== first.epoch || first.seq > newest.seq + 1) return page;
  return last.seq > newest.seq ? [...entries, ...page.slice(newest.seq - after)] : null;
}
