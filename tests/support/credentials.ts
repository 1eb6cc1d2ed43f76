import { createHash } from 'node:crypto';
import pg from 'pg';

/** The token of an administrator who is signed in to every database of the tests. */
export const TOKEN = 'the-administrator-of-the-tests-0000000000000';
export const ADMINISTRATOR = '0190a000-0000-7000-8000-00000000ad01';
const SESSION = '0190a000-0000-7000-8000-00000000ad02';

export const authorization = { authorization: `Bearer ${TOKEN}` };

/** How that administrator begins on a socket. */
export const GREETING = JSON.stringify({ type: 'connection_init', payload: { token: TOKEN } });

/** Signs that administrator in to a database. */
export async function letIn(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO account (id, name, display_name, is_administrator, is_suspended, created_at)
       VALUES ($1, 'tester', 'Tester', true, false, now()) ON CONFLICT DO NOTHING`,
      [ADMINISTRATOR],
    );
    await client.query(
      `INSERT INTO session (id, token_hash, rotated_at, account_id, created_at, expires_at, changed_at, seen_at, address, user_agent)
       SELECT $1, $2, at, $3, at, at + interval '1 day', at, at, '', '' FROM (SELECT now() AS at) now ON CONFLICT DO NOTHING`,
      [SESSION, createHash('sha256').update(TOKEN).digest('base64url'), ADMINISTRATOR],
    );
  } finally {
    await client.end();
  }
}
