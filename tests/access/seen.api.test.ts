import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { aCast, type Cast } from '../support/cast.js';
import { codeOf, httpDoor } from '../support/door.js';
import { startServer, type TestServer } from '../support/server.js';

const visibilities = ['PUBLIC', 'ROOM', 'PRIVATE'];
const statuses = ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED', 'ARCHIVED'];
const openness = visibilities.flatMap((visibility) => statuses.map((status) => ({ visibility, status })));

const LIST = '{ meetings(first: 100) { totalCount edges { node { id } } } }';
const ONE = 'query ($id: ID!) { meeting(id: $id) { id } }';

describe('the meetings', () => {
  let server: TestServer;
  let cast: Cast;
  beforeAll(async () => {
    server = await startServer();
    cast = await aCast(server);
    // More meetings, as nobody there but that the list has several: rows, not commands.
    await server.sql(
      `INSERT INTO meeting SELECT (jsonb_populate_record(m, jsonb_build_object('id', new.id))).* FROM meeting m, unnest($2::uuid[]) AS new(id) WHERE m.id = $1`,
      cast.there.meetingId,
      [uuid(), uuid(), uuid()],
    );
  });
  afterAll(() => server.stop());

  it('[F2] has the meetings that are shown one by one and no others, for everybody, at every status and visibility', async () => {
    const all: string[] = (await server.sql('SELECT id FROM meeting')).map((row: { id: string }) => row.id);
    const doors = await Promise.all(
      cast.actors.map(async (actor) => ({ part: actor.part, door: httpDoor(server.url, await cast.tokenOf(actor)) })),
    );
    const shown = new Map<string, Set<string>>();
    for (const { visibility, status } of openness) {
      await server.sql('UPDATE meeting SET visibility = $1, status = $2', visibility, status);
      for (const { part, door } of doors) {
        const [{ data }, ...each] = await Promise.all([door.ask(LIST), ...all.map((id) => door.ask(ONE, { id }))]);
        const listed: string[] = data.meetings.edges.map(({ node }: { node: { id: string } }) => node.id);
        const seen = all.filter((_, index) => codeOf(each[index]!) === 'OK');
        const where = `${part}, ${visibility}, ${status}`;
        expect([where, listed.toSorted()]).toEqual([where, seen.toSorted()]);
        expect([where, data.meetings.totalCount]).toEqual([where, seen.length]);
        const known = shown.get(part) ?? new Set();
        shown.set(part, known);
        known.add(`${seen.includes(cast.here.meetingId)} ${seen.includes(cast.there.meetingId)}`);
      }
    }
    // Whoever belongs here has seen it in some case without the other; nobody else has.
    const partial = [...shown].filter(([, known]) => known.has('true false')).map(([part]) => part);
    expect(partial).toEqual(
      cast.actors.map(({ part }) => part).filter((part) => !/^(administrator|account|public)$/.test(part)),
    );
  }, 120_000);

  it('[J10] say to everybody whether they run them', async () => {
    const { manager } = server.services.database;
    await manager.query("UPDATE meeting SET visibility = 'PUBLIC', status = 'LIVE'");
    const runners = await Promise.all(
      cast.actors.map(async (actor) => {
        const door = httpDoor(server.url, await cast.tokenOf(actor));
        const { data } = await door.ask('query ($id: ID!) { meeting(id: $id) { mayRun } }', {
          id: cast.here.meetingId,
        });
        return data.meeting.mayRun ? [actor.part] : [];
      }),
    );
    expect(runners.flat()).toEqual(['administrator', 'appointed HOST', 'appointed RECORDER', 'HOST', 'RECORDER']);
  });
});
