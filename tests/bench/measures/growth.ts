import { copyMeeting, fillJournal } from '../copies.js';
import { request, subscriptions } from '../documents.js';
import { Hall } from '../load/hall.js';
import type { Measurement, Measuring } from '../options.js';
import { startRostrum } from '../world.js';
import { events } from './events.js';

const DISPLAYS = 100;

/** What an event costs must not depend on how much there was before, nor on what goes on elsewhere. */
export const growth: Measurement = async (measuring) => {
  await withJournals(measuring);
  await withMeetings(measuring);
};

/** Meetings with short and long journals take turns, each before as many displays, half of them readers of the journal. */
async function withJournals({ world, figures, options: { isQuick }, tell }: Measuring): Promise<void> {
  const { writer, databaseUrl } = world;
  const lengths = isQuick ? [10, 1000] : [10, 1000, 100_000];
  const ids = await copyMeeting(writer, world.meetingId, lengths.length);
  for (const [index, id] of ids.entries()) await fillJournal(writer, id, lengths[index]!);
  const server = await startRostrum(databaseUrl);
  try {
    const halls = ids.map((id, index) => {
      const board = [request('board', subscriptions.board, { id })];
      const entry = [request('entry', subscriptions.entry, { id, after: lengths[index]! - 1 })];
      return new Hall(server.port, (display) => (display % 2 === 0 ? board : entry));
    });
    for (const hall of halls) await hall.enter(DISPLAYS);
    const series = (index: number, turns: number) =>
      events(server, { hall: halls[index]!, turns, emit: (count) => writer.write(ids[index]!, count) });
    for (const index of ids.keys()) await series(index, 50);
    for (const [index, length] of lengths.entries()) {
      tell(`growth: ${length} entries`);
      const { 'CPU µs per event': cost } = await series(index, 200);
      figures.add('entries', 'rostrum', length, { 'CPU µs per event': cost });
    }
    for (const hall of halls) hall.leave();
  } finally {
    await server.end();
  }
}

/** So many meetings at once, a display before each; the events go round. */
async function withMeetings({ world, figures, options: { isQuick }, tell }: Measuring): Promise<void> {
  const { writer, databaseUrl } = world;
  const counts = isQuick ? [1, 100] : [1, 100, 1000];
  const turns = isQuick ? 200 : 1000;
  const ids = await copyMeeting(writer, world.meetingId, Math.max(...counts));
  for (const count of counts) {
    tell(`growth: ${count} meetings`);
    const server = await startRostrum(databaseUrl);
    try {
      const hall = new Hall(server.port, (display) => [request('board', subscriptions.board, { id: ids[display] })]);
      await hall.enter(count);
      const go = async (from: number, to: number) => {
        for (let turn = from; turn < to; turn += 1) {
          const shown = hall.expect(1, [hall.displays[turn % count]!]);
          await Promise.all([shown, writer.write(ids[turn % count]!, 1)]);
        }
      };
      await go(0, turns / 2);
      const cpu = server.cpu();
      await go(turns / 2, turns * 1.5);
      figures.add('meetings', 'rostrum', count, { 'CPU µs per event': (server.cpu() - cpu) / turns });
      hall.leave();
    } finally {
      await server.end();
    }
  }
}
