import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Balancer, startBalancer } from '../support/balancer.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { extent } from '../support/extent.js';
import { fixedPort } from '../support/instance.js';
import { type ServerProcess, spawnServer } from '../support/process.js';
import { reckon } from '../support/reckoning.js';
import { fill, type Room } from '../support/room.js';

const DISPLAYS = extent(1_000, 400);

let database: TestDatabase;
const servers: ServerProcess[] = [];
let balancer: Balancer | undefined;
let room: Room | undefined;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(async () => {
  for (const display of room?.displays ?? []) display.close();
  room?.writers.stop();
  balancer?.close();
  await Promise.all(servers.map((server) => server.end('SIGTERM')));
  await database.drop();
});

it(`[L14] three servers are restarted one after the other under ${DISPLAYS} displays, which lose nothing`, async () => {
  const ports = [await fixedPort(), await fixedPort(), await fixedPort()];
  const start = (port: number) => spawnServer({ DATABASE_URL: database.url, PORT: String(port), DEMO: 'no' });
  servers.push(...(await Promise.all(ports.map(start))));
  balancer = await startBalancer(ports);
  const { url } = balancer;
  room = await fill(() => url, DISPLAYS / 2, 3);
  const { displays, writers } = room;
  /** Every display has what stands now, so it was connected since. */
  const allHave = async (seq: number) => {
    for (const display of displays) await display.reaches(seq);
  };
  const newest = () => Math.max(0, ...writers.acknowledged.values());
  await allHave(1);

  const codes: (number | null)[] = [];
  const outputs: string[] = [];
  for (const [index, port] of ports.entries()) {
    const before = newest();
    codes.push(await servers[index]!.end('SIGTERM'));
    outputs.push(servers[index]!.output());
    servers[index] = await start(port);
    await allHave(before + 1);
  }
  await writers.finish();
  await allHave(newest());
  const { faults, facts, reasons } = await reckon(room, database.url, url);
  expect(reasons).toEqual([]);
  expect(Object.entries(faults).filter(([, count]) => count > 0)).toEqual([]);
  expect(codes).toEqual([0, 0, 0]);
  expect(outputs.filter((output) => output.includes('an error that is ours'))).toEqual([]);
  // Each server took its share with it when it went.
  expect(facts.connections).toBeGreaterThan(2 * DISPLAYS * 0.9);
}, 600_000);
