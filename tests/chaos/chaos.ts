import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../src/database/embedded.js';
import { Display } from '../support/display.js';
import { fixedPort, Instance } from '../support/instance.js';
import { post } from '../support/process.js';
import { type Reckoning, reckon } from '../support/reckoning.js';
import { Writers } from '../support/writers.js';

export interface Storm {
  seconds: number;
  /** Displays of each kind. */
  displays: number;
  /** Commands a second. */
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
  const displays: Display[] = [];
  try {
    await Promise.all(instances.map((instance) => instance.ready()));
    const meetingId = await aDraft(address());
    for (let n = 0; n < count; n++) {
      for (const field of ['journal', 'board'] as const) {
        displays.push(new Display(field, meetingId, address, `${field} ${n}`));
      }
    }
    const writers = new Writers({ meetingId, address, rate });
    const told = await unleash(faults, instances, folder, database.url);
    await Promise.all(instances.map((instance) => instance.ready()));
    await writers.finish();
    const reckoning = await reckon({ databaseUrl: database.url, url: address(), meetingId, displays, writers });
    return {
      faults: { ...reckoning.faults, 'servers that ended by themselves': total(instances, 'crashes') },
      facts: {
        ...reckoning.facts,
        ...told,
        kills: total(instances, 'kills'),
        'starts in vain': total(instances, 'failedStarts'),
      },
      reasons: [...reckoning.reasons, ...instances.flatMap(({ crashes }) => crashes)],
    };
  } finally {
    for (const display of displays) display.close();
    await Promise.all(instances.map((instance) => instance.stop()));
    await database.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const total = (instances: Instance[], what: 'kills' | 'failedStarts' | 'crashes') =>
  instances.reduce(
    (sum, instance) => sum + Number(Array.isArray(instance[what]) ? instance[what].length : instance[what]),
    0,
  );

async function aDraft(url: string): Promise<string> {
  const made = await post(url, 'mutation { made: createOrganization(input: { name: "Unit" }) { id } }');
  const input = {
    organizationId: made.data.made.id,
    title: 'Before the storm',
    period: '2021',
    startsAt: '2022-02-10T01:00:00Z',
    timeZone: 'UTC',
  };
  const create = 'mutation ($input: CreateMeetingInput!) { done: createMeeting(input: $input) { meetingId } }';
  return (await post(url, create, { input })).data.done.meetingId;
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
