import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inside } from '../../src/access/viewer.js';
import { createAudit } from '../../src/audit/audit.js';
import { recognise } from '../../src/database/incarnation.js';
import { type OpenDatabase, openDatabase } from '../../src/database/open.js';
import { createWrite } from '../../src/journal/write.js';
import { createMeeting } from '../../src/meeting/meeting.rules.js';
import { ask, cloneDatabase } from '../support/database.js';

const UNIT = '0190a000-0000-7000-8000-000000000001';

async function aMeeting({ database }: OpenDatabase): Promise<void> {
  await database.query("INSERT INTO organization (id, name) VALUES ($1, 'Unit') ON CONFLICT DO NOTHING", [UNIT]);
  await createWrite(
    database,
    createAudit(database),
  )(inside).create(createMeeting, {
    organizationId: UNIT,
    title: 'Review',
    period: '2021',
    startsAt: new Date('2022-02-10T01:00:00Z'),
    timeZone: 'UTC',
    venue: '',
    language: 'EN',
    format: 'ONE_BY_ONE',
    plannedSeconds: 480,
    warningSeconds: 60,
    visibility: 'ROOM',
  });
}

const epochs = async ({ database }: OpenDatabase): Promise<string[]> =>
  (await database.query('SELECT epoch FROM meeting ORDER BY id')).map(({ epoch }: { epoch: string }) => epoch);

/** Epochs of the meetings that are all different from each other and from all that were before. */
const expectNew = (now: string[], before: string[]) => {
  expect(now).toHaveLength(before.length);
  expect(new Set([...now, ...before]).size).toBe(2 * before.length);
};

describe('a database of a server elsewhere', () => {
  let url: string;
  const open = (options = '') => openDatabase({ DATABASE_URL: url + options, DATA_DIR: '' });
  const visit = async <T>(work: (open: OpenDatabase) => Promise<T>, options = ''): Promise<T> => {
    const opened = await open(options);
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  };
  const name = () => new URL(url).pathname.slice(1);

  beforeAll(async () => {
    ({ url } = await cloneDatabase());
    await visit(async (opened) => {
      await aMeeting(opened);
      await aMeeting(opened);
    });
  });
  afterAll(() => ask('postgres', `DROP DATABASE ${name()} WITH (FORCE)`));

  it('[L8] keeps its epochs as long as it goes on', async () => {
    const before = await visit(epochs);
    expect(new Set(before).size).toBe(2);
    expect(await visit(epochs)).toEqual(before);
  });

  it('[L8] has new epochs when a copy was put in its place', async () => {
    const before = await visit(epochs);
    const copy = `test_${randomBytes(6).toString('hex')}`;
    await ask('postgres', `CREATE DATABASE ${copy} TEMPLATE ${name()}`);
    await ask('postgres', `DROP DATABASE ${name()}`);
    await ask('postgres', `ALTER DATABASE ${copy} RENAME TO ${name()}`);
    const now = await visit(epochs);
    expectNew(now, before);
    expect(await visit(epochs)).toEqual(now);
  });

  it('[L8] gives them once, however many servers look at the same time', async () => {
    const before = await visit(epochs);
    await ask(name(), "UPDATE incarnation SET history = 'another'");
    const opened = await Promise.all(Array.from({ length: 4 }, () => open()));
    const now = await epochs(opened[0]!);
    expectNew(now, before);
    await Promise.all(opened.map(({ database }) => recognise(database)));
    expect(await epochs(opened[0]!)).toEqual(now);
    await Promise.all(opened.map(({ close }) => close()));
  });

  it('[L8] is recognised by an ordinary role, and left alone by one that may not ask', async () => {
    const role = `role_${randomBytes(6).toString('hex')}`;
    await ask(
      name(),
      `CREATE ROLE ${role}; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}; UPDATE incarnation SET history = 'another'`,
    );
    const before = await visit((opened) => opened.database.query('SELECT epoch FROM meeting ORDER BY id'));
    await ask(name(), "UPDATE incarnation SET history = 'another'");
    const options = `?options=-c%20role%3D${role}`;
    const now = await visit(epochs, options);
    expectNew(
      now,
      before.map(({ epoch }: { epoch: string }) => epoch),
    );
    await ask(
      name(),
      "REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC; UPDATE incarnation SET history = 'another'",
    );
    expect(await visit(epochs, options)).toEqual(now);
    await ask(name(), `DROP OWNED BY ${role}; DROP ROLE ${role}`);
  });
});

describe('our own database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-restored-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('[L8] has new epochs after a recovery from a backup, and the same after a restart', async () => {
    const visit = async <T>(work: (open: OpenDatabase) => Promise<T>): Promise<T> => {
      const opened = await openDatabase({ DATABASE_URL: '', DATA_DIR: folder });
      try {
        return await work(opened);
      } finally {
        await opened.close();
      }
    };
    await visit(aMeeting);
    const before = await visit(epochs);
    expect(await visit(epochs)).toEqual(before);
    // As every backup tool leaves it: the server recovers from its log, and goes on upon a new timeline.
    await appendFile(join(folder, 'postgres', 'postgresql.auto.conf'), "restore_command = 'false'\n");
    await writeFile(join(folder, 'postgres', 'recovery.signal'), '');
    expectNew(await visit(epochs), before);
  });
});
