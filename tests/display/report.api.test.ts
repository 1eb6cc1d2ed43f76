import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, perform } from '../support/builders.js';
import { codeOf, httpDoor, socketDoor } from '../support/door.js';
import { aScreen, confirm } from '../support/pairing.js';
import { startServer, type TestServer } from '../support/server.js';
import { trail, trailEnd } from '../support/trail.js';

const REPORT = `mutation ($epoch: ID!, $seq: Int!, $clockOffset: Float!, $width: Int!, $height: Int!) {
  told: reportDisplay(epoch: $epoch, seq: $seq, clockOffset: $clockOffset, width: $width, height: $height) }`;

describe('what a display says about itself', () => {
  let server: TestServer;
  let meetingId: string;
  beforeAll(async () => {
    server = await startServer();
    ({ meetingId } = await aDraft(server));
  });
  afterAll(() => server.stop());

  const aDisplay = async () => {
    const { code, token } = await aScreen(server);
    return { id: (await confirm(server, meetingId, code)).id as string, token };
  };
  const position = async () => (await server.sql('SELECT epoch, seq FROM meeting WHERE id = $1', meetingId))[0];
  const report = async (more: object = {}) => ({
    ...(await position()),
    clockOffset: -90_250.5,
    width: 1920,
    height: 1080,
    ...more,
  });
  const shown = async (displayId: string) => {
    const { meeting } = await server.data(
      `query ($id: ID!) { meeting(id: $id) { displays { id shownSeq shownEpoch clockOffset width height reportedAt } } }`,
      { id: meetingId },
    );
    return meeting.displays.find(({ id }: { id: string }) => id === displayId);
  };
  const rest = (id: string) =>
    server.sql("UPDATE display SET reported_at = reported_at - interval '1 second' WHERE id = $1", id);

  it('[Y11] is kept in one place, at both doors, and stands neither in the journal nor in the trail', async () => {
    const { id, token } = await aDisplay();
    const nothing = {
      shownSeq: null,
      shownEpoch: null,
      clockOffset: null,
      width: null,
      height: null,
      reportedAt: null,
    };
    expect(await shown(id)).toEqual({ id, ...nothing });
    const [before, end] = [await position(), await trailEnd(server)];
    for (const door of [httpDoor(server.url, token), socketDoor(server.url, token)]) {
      expect((await door.ask(REPORT, await report())).data).toEqual({ told: true });
      const { reportedAt, ...said } = await shown(id);
      expect(said).toEqual({
        id,
        shownSeq: before.seq,
        shownEpoch: before.epoch,
        clockOffset: -90_250.5,
        width: 1920,
        height: 1080,
      });
      expect(Math.abs(Date.parse(reportedAt) - Date.now())).toBeLessThan(60_000);
      await rest(id);
      await door.close();
    }
    expect(await position()).toEqual(before);
    expect(await trail(server, end)).toEqual([]);
  });

  it('[Y11] is kept no more often than boards can be read', async () => {
    const { id, token } = await aDisplay();
    const door = httpDoor(server.url, token);
    const many = await Promise.all(Array.from({ length: 20 }, async () => door.ask(REPORT, await report())));
    expect(many.filter(({ data }) => data?.told).length).toBeLessThan(20);
    await door.ask(REPORT, await report());
    expect((await door.ask(REPORT, await report({ width: 5 }))).data).toEqual({ told: false });
    expect((await shown(id)).width).toBe(1920);
    await rest(id);
    expect((await door.ask(REPORT, await report({ width: 5 }))).data).toEqual({ told: true });
  });

  it('[Y12] is refused where it can’t be, and changes nothing', async () => {
    const { id, token } = await aDisplay();
    const door = httpDoor(server.url, token);
    const { seq } = await position();
    const nonsense: [object, string][] = [
      [{ seq: -1 }, 'INVALID_INPUT'],
      [{ seq: seq + 1 }, 'INVALID_INPUT'],
      [{ epoch: 'yesterday' }, 'NOT_FOUND'],
      [{ clockOffset: 1e13 }, 'INVALID_INPUT'],
      [{ clockOffset: -1e13 }, 'INVALID_INPUT'],
      [{ width: 0 }, 'INVALID_INPUT'],
      [{ height: 100_001 }, 'INVALID_INPUT'],
    ];
    for (const [more, code] of nonsense)
      expect([more, codeOf(await door.ask(REPORT, await report(more)))]).toEqual([more, code]);
    expect((await shown(id)).reportedAt).toBeNull();
    // Of a journal that has ended, any number may have been shown.
    const former = '0190a000-0000-7000-8000-0000000000ee';
    expect((await door.ask(REPORT, await report({ epoch: former, seq: seq + 100 }))).data).toEqual({ told: true });
    expect((await shown(id)).shownEpoch).toBe(former);
  });

  it('[Y11] is said by nobody else, nor by a display that was revoked', async () => {
    const { id, token } = await aDisplay();
    for (const [other, code] of [
      [null, 'UNAUTHENTICATED'],
      ['no token', 'UNAUTHENTICATED'],
    ] as const)
      expect(codeOf(await httpDoor(server.url, other).ask(REPORT, await report()))).toBe(code);
    const operator = await server.ask(REPORT, await report());
    expect(operator.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await perform(server, 'revokeDisplay', { meetingId, displayId: id });
    expect(codeOf(await httpDoor(server.url, token).ask(REPORT, await report()))).toBe('UNAUTHENTICATED');
    expect((await server.sql('SELECT reported_at FROM display WHERE id = $1', id))[0].reported_at).toBeNull();
  });
});
