import { type GraphQLSchema, graphql } from 'graphql';
import { inside } from '../access/viewer.js';
import { createContext, type Services } from '../context.js';
import { ReceiptRow } from '../journal/receipt.entity.js';
import { MeetingRow } from '../meeting/meeting.entity.js';
import type { DemoLanguage } from './founding.texts.js';
import { type Ask, prepare } from './prepare.js';

/**
 * Puts the founding meeting into an empty database and answers with the id of the meeting to show first. A server that was
 * killed while doing so goes on at its next start; of several servers that start at once, one does it.
 */
export async function seed(schema: GraphQLSchema, services: Services, language: DemoLanguage): Promise<string | null> {
  const run = `founding ${language}`;
  const { manager } = services.database;
  const runner = services.database.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock(hashtextextended('rostrum seed', 0))");
    const isBegun = await manager.existsBy(ReceiptRow, { idempotencyKey: `${run}/create` });
    const isDone = await manager.existsBy(ReceiptRow, { idempotencyKey: `${run}/schedule` });
    const isEmpty = !(await manager.exists(MeetingRow));
    if (isBegun ? !isDone : isEmpty) return await prepare(askInside(schema, services), language, run);
    const [newest] = await manager.find(MeetingRow, { order: { startsAt: 'DESC', id: 'DESC' }, take: 1 });
    return newest?.id ?? null;
  } finally {
    await runner.query("SELECT pg_advisory_unlock(hashtextextended('rostrum seed', 0))").catch(() => undefined);
    await runner.release();
  }
}

/** The founding meeting itself, and none that somebody has made since; null: there is none. */
export async function foundingMeeting({ database }: Services, language: DemoLanguage): Promise<string | null> {
  const [found] = await database.query(
    'SELECT meeting.id FROM receipt JOIN meeting ON meeting.id = meeting_id WHERE idempotency_key = $1',
    [`founding ${language}/create`],
  );
  return found?.id ?? null;
}

/** The API without the network. */
const askInside =
  (schema: GraphQLSchema, services: Services): Ask =>
  async (source, variableValues) => {
    const contextValue = createContext(services, 'en', inside);
    const { data, errors } = await graphql({ schema, source, variableValues, contextValue });
    if (errors?.[0]) throw errors[0];
    return data ?? {};
  };
