import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../src/database/embedded.js';
import { letIn } from '../support/credentials.js';
import { fixedPort, Instance } from '../support/instance.js';
import { addUp, type Reckoning, reckon } from '../support/reckoning.js';
import { fill, type Room } from '../support/room.js';

export interface Storm {
  seconds: number;
  /** Displays of each kind in the first meeting; a tenth of them in the second. */
  displays: number;
  /** Commands a second, half of them in each meeting. */
  rate: number;
  /** Seconds between two faults of a kind. */
  killEvery: number;
  crashEvery: number;
  cutEvery: number;
  /** Ends the storm early; what happened is reckoned all the same. */
  signal?: AbortSignal;
}

export const storm: Storm = { seconds: 600, displays: 200, rate: 40, killEvery: 3, crashEvery: 10, cutEvery: 2.5 };

/** Two servers over one database, displays and writers on both, and everything that can die dies again and again. */
export async function rage(given: Partial<Storm> = {}): Promise<Reckoning> {
  const { displays: count, rate, ...faults } = { ...storm, ...given };
  const folder = await mkdtemp(join(tmpdir(), 'rostrum-chaos-'));
  const database = await startEmbedded(folder);
  const environment = { DATABASE_URL: database.url, DEMO: 'no', LOG_LEVEL: 'error', SHUTDOWN_SECONDS: '5' };
  const instances = [await fixedPort(), await fixedPort()].map((port) => new Instance(port, environment));
  const address = () => instances[Math.floor(Math.random() * instances.length)]!.url;
  const rooms: Room[] = [];
  try {
    await Promise.all(instances.map((instance) => instance.ready()));
    await letIn(database.url);
    for (const share of [1, 0.1]) rooms.push(await fill(address, Math.ceil(count * share), rate / 2));
    const told = await unleash(faults, instances, folder, database.url);
    await Promise.all(instances.map((instance) => instance.ready()));
    await Promise.all(rooms.map(({ writers }) => writers.finish()));
    const reckonings: Reckoning[] = [];
    for (const room of rooms) reckonings.push(await reckon(room, database.url, address()));
    const crashes = instances.flatMap((instance) => instance.crashes);
    const sum = (count: (instance: Instance) => number) => instances.reduce((all, one) => all + count(one), 0);
    return addUp([
      ...reckonings,
      {
        faults: { 'servers that ended by themselves': crashes.length },
        facts: { ...told, kills: sum(({ kills }) => kills), 'starts in vain': sum(({ failedStarts }) => failedStarts) },
        reasons: crashes,
      },
    ]);
  } finally {
    for (const { displays, writers } of rooms) {
      for (const display of displays) display.close();
      writers.stop();
    }
    await Promise.all(instances.map((instance) => instance.stop()));
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Faults = Pick<Storm, 'seconds' | 'killEvery' | 'crashEvery' | 'cutEvery' | 'signal'>;

/** Kills servers in turn, PostgreSQL as a crash does, and the doorbell's connections, until the time is over. */
async function unleash(
  { seconds, killEvery, crashEvery, cutEvery, signal }: Faults,
  instances: Instance[],
  folder: string,
  url: string,
) {
  const end = performance.now() + seconds * 1000;
  const told = { 'database crashes': 0, 'doorbells cut': 0 };
  const every = async (pause: number, strike: (time: number) => Promise<void> | void) => {
    for (let time = 0; !signal?.aborted && performance.now() + pause * 1000 < end; time++) {
      await delay(pause * 1000, undefined, { signal }).catch(() => undefined);
      await strike(time);
    }
  };
  const rest = delay(seconds * 1000, undefined, { signal }).catch(() => undefined);
  await Promise.all([
    rest,
    every(killEvery, (time) => instances[time % instances.length]!.kill()),
    every(crashEvery, async () => {
      process.kill(await postmasterOf(folder), 'SIGQUIT');
      told['database crashes'] += 1;
    }),
    every(cutEvery, async () => {
      told['doorbells cut'] += await cutDoorbells(url);
    }),
  ]);
  return told;
}

/** The first line of PostgreSQL's lock file. */
const postmasterOf = async (folder: string) =>
  Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

/** How many connections that listen were terminated; none while the database is away. */
async function cutDoorbells(connectionString: string): Promise<number> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  try {
    await client.connect();
    const sql = `SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity WHERE query LIKE 'LISTEN %'`;
    return (await client.query(sql)).rows[0].cut;
  } catch {
    return 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}
