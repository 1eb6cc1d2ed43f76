import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** The advisory lock, in database `postgres`, that every server process shares while it uses the cluster. */
const LEASE = 7_678_786;

/** A session in `postgres`. Its timeouts bound every wait here; a lost session must not end the process. */
export async function openSession(port: number, password: string, name: string): Promise<pg.Client> {
  const where = { host: '127.0.0.1', port, user: 'rostrum', password, database: 'postgres', ssl: false };
  const timeouts = { connectionTimeoutMillis: 5_000, query_timeout: 10_000 };
  const session = new pg.Client({ ...where, ...timeouts, application_name: name });
  session.on('error', () => undefined);
  await session.connect();
  return session;
}

/**
 * The session is kept open as a lease on the cluster, since a pool may have no connection at times.
 * The shared lock waits while another process is stopping PostgreSQL; this session then fails and
 * the start launches it anew.
 */
export async function takeLease(session: pg.Client): Promise<pg.Client> {
  try {
    await session.query(`SELECT pg_advisory_lock_shared(${LEASE})`);
    const { rowCount } = await session.query("SELECT FROM pg_database WHERE datname = 'rostrum'");
    if (rowCount === 0) await session.query('CREATE DATABASE rostrum').catch(ignoreExisting);
    return session;
  } catch (error) {
    await closeSession(session);
    throw error;
  }
}

function ignoreExisting(error: { code?: string }): void {
  // duplicate_database, or unique_violation when both created it in the same instant.
  if (error.code !== '42P04' && error.code !== '23505') throw error;
}

/** Waits for the server's side to close as well, but not for a server that is stuck. */
export async function closeSession(session: pg.Client): Promise<void> {
  await Promise.race([session.end().catch(() => undefined), delay(1_000, undefined, { ref: false })]);
}

/**
 * No other process holds a lease, and none can take one while this session keeps the lock. Whoever is
 * in `rostrum` without a lease (a psql, say) counts too, but sessions that are just ending are given
 * a moment.
 */
export async function isLast(session: pg.Client, name: string): Promise<boolean> {
  await session.query('SELECT pg_advisory_unlock_all()');
  const { rows } = await session.query(`SELECT pg_try_advisory_lock(${LEASE}) AS locked`);
  if (!rows[0].locked) return false;
  const others = "SELECT FROM pg_stat_activity WHERE datname = 'rostrum' AND application_name <> $1";
  const deadline = Date.now() + 500;
  for (;;) {
    const { rowCount } = await session.query(`${others} AND backend_type = 'client backend'`, [name]);
    if (rowCount === 0) return true;
    if (Date.now() > deadline) return false;
    await delay(20);
  }
}
