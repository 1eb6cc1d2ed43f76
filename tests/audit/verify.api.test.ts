import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { damages, trailEnd } from '../support/trail.js';

const OTHER = `'0190a000-0000-7000-8000-00000000abcd'`;
const REHASH = `
  DO $$ DECLARE row record; before text := (SELECT hash FROM audit_entry WHERE seq = 4); BEGIN
    FOR row IN SELECT * FROM audit_entry WHERE seq > 4 ORDER BY seq LOOP
      before := encode(sha256(convert_to(format('["%s","%s","%s",', before, row.seq,
        to_char(row.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) ||
        substr(replace(json_build_array(row.actor_kind, row.actor_id, row.actor_name, row.session_id, row.address, row.action,
          row.outcome, row.meeting_id, row.meeting_seq, row.subject_id, row.detail::text, row.times)::text, ', ', ','), 2),
        'UTF8')), 'hex');
      UPDATE audit_entry SET hash = before WHERE seq = row.seq;
    END LOOP;
    UPDATE audit_head SET hash = before, (seq, at) = (SELECT max(seq), max(at) FROM audit_entry);
  END $$`;

describe('npm run audit', () => {
  let server: TestServer;
  let last: number;
  beforeAll(async () => {
    server = await startServer();
    await aDraft(server);
    last = Number(await trailEnd(server));
    await server.sql('DROP TRIGGER audit_entry_stays ON audit_entry');
    await server.sql('CREATE TABLE kept AS SELECT * FROM audit_entry');
    await server.sql('CREATE TABLE kept_head AS SELECT * FROM audit_head');
  });
  afterAll(() => server.stop());

  /** Does it, says what is found, and puts all back. */
  const harm = async (...statements: string[]): Promise<string[]> => {
    const { database } = server.services;
    for (const statement of statements) await database.query(statement);
    const [noted] = await database.query('SELECT seq, hash FROM kept_head');
    const found = await damages(server, statements.includes(REHASH) ? noted : null);
    await database.query(
      'TRUNCATE audit_entry, audit_head; INSERT INTO audit_entry SELECT * FROM kept; INSERT INTO audit_head SELECT * FROM kept_head',
    );
    expect(await damages(server, noted)).toEqual([]);
    return found;
  };

  it.each([
    `at = at + interval '1 microsecond'`,
    `actor_kind = 'DISPLAY'`,
    `actor_id = ${OTHER}`,
    `actor_name = actor_name || ' '`,
    `session_id = ${OTHER}`,
    `address = '10.0.0.1'`,
    `action = 'skipItem'`,
    `outcome = 'FORBIDDEN'`,
    `meeting_id = ${OTHER}`,
    'meeting_seq = 99',
    `subject_id = ${OTHER}`,
    `detail = '{ }'`,
    'times = times + 1',
    `hash = 'x'`,
  ])('[H5] finds which row was changed: %s', async (change) => {
    const row = (seq: number) => `row ${seq} is not as it was written`;
    for (const seq of [1, 3, last - 1]) {
      expect(await harm(`UPDATE audit_entry SET ${change} WHERE seq = ${seq}`)).toEqual([row(seq)]);
    }
    expect(await harm(`UPDATE audit_entry SET ${change} WHERE seq = ${last}`)).toContain(row(last));
  });

  it('[H5] has tried every column there is', async () => {
    const [{ count }] = await server.sql(
      `SELECT count(*)::int FROM information_schema.columns WHERE table_name = 'audit_entry'`,
    );
    expect(count).toBe(15);
  });

  it('[H5] finds which rows are missing', async () => {
    expect(await harm('DELETE FROM audit_entry WHERE seq = 1')).toEqual(['row 1 is missing']);
    expect(await harm('DELETE FROM audit_entry WHERE seq IN (3, 4)')).toEqual(['rows 3 to 4 are missing']);
    expect(await harm(`DELETE FROM audit_entry WHERE seq = ${last}`)).toEqual([`row ${last} is missing`]);
    expect(await harm('DELETE FROM audit_entry')).toEqual([`rows 1 to ${last} are missing`]);
  });

  it('[H5] finds rows that were swapped, put in or numbered anew, and a head that was set back', async () => {
    const swap = ['seq = -2 WHERE seq = 2', 'seq = 2 WHERE seq = 4', 'seq = 4 WHERE seq = -2'];
    expect(await harm(...swap.map((one) => `UPDATE audit_entry SET ${one}`))).toEqual(
      [2, 3, 4, 5].map((seq) => `row ${seq} is not as it was written`),
    );
    const copy = (seq: string) =>
      `INSERT INTO audit_entry SELECT ${seq}, at, actor_kind, actor_id, actor_name, session_id, address, action, outcome,
         meeting_id, meeting_seq, subject_id, detail, times, hash FROM kept WHERE seq = 3`;
    expect(await harm(copy(String(last + 1)))).toEqual([
      `row ${last + 1} is not as it was written`,
      `row ${last + 1} is beyond the head: written past Rostrum, or the head was set back`,
    ]);
    expect(await harm(copy('0'))).toEqual(['row 0 is not as it was written']);
    const shift = 'UPDATE audit_entry SET seq = seq + 1000 WHERE seq > 3';
    const back = 'UPDATE audit_entry SET seq = seq - 999 WHERE seq > 1000';
    expect(await harm(shift, back, copy('4'))).toEqual(
      expect.arrayContaining([4, 5].map((seq) => `row ${seq} is not as it was written`)),
    );
    expect(await harm('UPDATE audit_head SET seq = seq - 1')).toEqual([
      `row ${last} is beyond the head: written past Rostrum, or the head was set back`,
    ]);
    expect(await harm('UPDATE audit_head SET hash = (SELECT hash FROM kept WHERE seq = 3)')).toEqual([
      `the head is not that of row ${last}`,
    ]);
    expect(await harm('DELETE FROM audit_head')).toEqual([`the head is not that of row ${last}`]);
  });

  it('[H5] finds a trail that was written anew or cut, by the head that was written down', async () => {
    expect(await harm(`UPDATE audit_entry SET actor_name = 'x' WHERE seq = 6`, REHASH)).toEqual([
      `the trail up to row ${last} is not the one whose head was written down`,
    ]);
    expect(await harm(`DELETE FROM audit_entry WHERE seq > ${last - 2}`, REHASH)).toEqual([
      `the trail ends at row ${last - 2}, and had ${last} when its head was written down`,
    ]);
    expect(await harm(REHASH)).toEqual([]);
  });

  const command = async (...given: string[]) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: server.databaseUrl };
    const run = promisify(execFile)(process.execPath, ['dist/src/audit/verify.js', ...given], { env });
    return run.then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({ code, stdout, stderr }),
    );
  };

  it('[H5] says so in a line, and by its exit code', async () => {
    const { database } = server.services;
    const [{ hash }] = await database.query('SELECT hash FROM audit_head');
    const line = (state: string) => `audit trail: ${last} entries, head ${hash}@${last}, ${state}\n`;
    expect(await command()).toEqual({ code: 0, stdout: line('intact'), stderr: '' });
    expect(await command('--head', `${hash}@${last}`)).toMatchObject({ code: 0, stdout: line('intact') });
    await database.query(`UPDATE audit_entry SET actor_name = 'x' WHERE seq IN (2, 5)`);
    const changed = 'row 2 is not as it was written\nrow 5 is not as it was written\n';
    expect(await command()).toMatchObject({ code: 1, stdout: `${changed}${line('DAMAGED in 2 places')}` });
    const anchored = await command('--head', `${'0'.repeat(64)}@3`);
    expect(anchored.stdout).toContain('the trail up to row 3 is not the one whose head was written down');
    const faulty = await command('--head', 'x');
    expect(faulty).toMatchObject({ code: 1, stdout: '' });
    expect(faulty.stderr).toContain('--head wants <hash>@<seq>');
    await database.query(`UPDATE audit_entry a SET actor_name = kept.actor_name FROM kept WHERE kept.seq = a.seq`);
  });
});
