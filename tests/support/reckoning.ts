import pg from 'pg';
import type { Display } from './display.js';
import { post } from './process.js';
import type { Room } from './room.js';

/** What must be nothing, and what happened. */
export interface Reckoning {
  faults: Record<string, number>;
  facts: Record<string, number>;
  /** The first reasons of what was refused. */
  reasons: string[];
}

const BOARD =
  'query ($id: ID!) { board(meetingId: $id) { meetingId epoch seq state status title period venue attendance { expected signedIn present } } }';

/** Lets every display catch up, then compares what each was given with what the table holds. */
export async function reckon(room: Room, databaseUrl: string, url: string): Promise<Reckoning> {
  const { meetingId, displays, writers } = room;
  const { entries, receipts } = await readTable(databaseUrl, meetingId);
  const newest = entries.at(-1)?.seq ?? 0;
  const begun = performance.now();
  // Who doesn't come is counted below.
  await Promise.allSettled(displays.map((display) => display.reaches(newest)));
  const board = (await post(url, BOARD, { id: meetingId })).data.board;

  const journals = displays.filter(({ field }) => field === 'journal');
  const boards = displays.filter(({ field }) => field === 'board');
  const sum = (list: Display[], count: (display: Display) => number) =>
    list.reduce((total, display) => total + count(display), 0);
  const truth = new Map(entries.map(({ seq, type, at }) => [seq, `${meetingId} ${type} ${at.toISOString()}`]));
  const titles = new Map([...writers.acknowledged].map(([title, seq]) => [seq, title]));
  const untrue = (display: Display, known: Map<number, string>) =>
    [...display.seen].filter(([seq, said]) => known.has(seq) && known.get(seq) !== said).length;
  const acknowledged = [...writers.acknowledged];

  return {
    faults: {
      'entries lost': sum(journals, ({ faults, seq }) => faults.lost + Math.max(0, newest - seq)),
      'entries doubled': sum(journals, ({ faults }) => faults.doubled),
      'entries out of order': sum(journals, ({ faults }) => faults.disordered),
      'entries unlike the table’s': sum(journals, (display) => untrue(display, truth)),
      'entries not in the table': sum(journals, ({ seen }) => [...seen.keys()].filter((seq) => !truth.has(seq)).length),
      'boards doubled': sum(boards, ({ faults }) => faults.doubled),
      'boards out of order': sum(boards, ({ faults }) => faults.disordered),
      'boards unlike their seq': sum(boards, (display) => untrue(display, titles)),
      'final boards unlike the database’s': boards.filter(
        ({ newest: last }) => JSON.stringify(last) !== JSON.stringify(board),
      ).length,
      'holes in the table': entries.filter(({ seq }, index) => seq !== index + 1).length,
      'acknowledged and absent': acknowledged.filter(([key, seq]) => receipts.get(key) !== seq || !truth.has(seq))
        .length,
      'acknowledged twice under one seq': acknowledged.length - titles.size,
      'refused to displays': sum(displays, ({ faults }) => faults.refused),
      'refused to writers': writers.refused.length,
    },
    facts: {
      entries: newest,
      acknowledged: acknowledged.length,
      attempts: writers.attempts,
      ...Object.fromEntries(Object.entries(writers.failures).map(([code, count]) => [`attempts: ${code}`, count])),
      'entries delivered': sum(journals, ({ delivered }) => delivered),
      'boards delivered': sum(boards, ({ delivered }) => delivered),
      connections: sum(displays, ({ connections }) => connections),
      'ms to catch up': Math.round(performance.now() - begun),
    },
    reasons: [...new Set([...displays.flatMap(({ reasons }) => reasons), ...writers.refused])].slice(0, 10),
  };
}

export const addUp = (reckonings: Reckoning[]): Reckoning => ({
  faults: sums(reckonings.map(({ faults }) => faults)),
  facts: sums(reckonings.map(({ facts }) => facts)),
  reasons: reckonings.flatMap(({ reasons }) => reasons),
});

function sums(counts: Record<string, number>[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const [name, count] of counts.flatMap((one) => Object.entries(one))) total[name] = (total[name] ?? 0) + count;
  return total;
}

async function readTable(connectionString: string, meetingId: string) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const entries: { seq: number; type: string; at: Date }[] = (
      await client.query('SELECT seq, type, at FROM journal_entry WHERE meeting_id = $1 ORDER BY seq', [meetingId])
    ).rows;
    const { rows } = await client.query('SELECT idempotency_key AS key, seq FROM receipt WHERE meeting_id = $1', [
      meetingId,
    ]);
    return { entries, receipts: new Map<string, number>(rows.map(({ key, seq }) => [key, seq])) };
  } finally {
    await client.end();
  }
}
