import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashToken } from '../../src/access/secret.js';
import { aDraft, attempt, command, UNKNOWN } from '../support/builders.js';
import { aScreen, confirm, REQUEST, stateOf } from '../support/pairing.js';
import { startServer, type TestServer } from '../support/server.js';
import { anAccount } from '../support/visitor.js';

describe('a screen that is paired', () => {
  let server: TestServer;
  let meetingId: string;
  beforeAll(async () => {
    server = await startServer();
    ({ meetingId } = await aDraft(server));
  });
  afterAll(() => server.stop());

  const preview = (code: string, id = meetingId) =>
    server.ask(
      `query ($id: ID!, $code: String!) { pairingOf(meetingId: $id, code: $code) { address userAgent requestedAt expiresAt } }`,
      { id, code },
    );
  const claim = (token: string, keep = 'TOKEN') =>
    server.ask(
      'mutation ($token: String!, $keep: Keep!) { claimDisplay(token: $token, keep: $keep) { token expiresAt } }',
      { token, keep },
    );
  const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) => errors?.[0]?.extensions.code;

  it('[Y1] gets six digits that are good for ten minutes, and a token that only it knows', async () => {
    const screens = await Promise.all(Array.from({ length: 20 }, () => aScreen(server)));
    for (const { code, secondsLeft } of screens) {
      expect(code).toMatch(/^\d{6}$/);
      expect(secondsLeft).toBeGreaterThan(590);
      expect(secondsLeft).toBeLessThanOrEqual(600);
    }
    expect(new Set(screens.map(({ code }) => code)).size).toBe(20);
    const kept = JSON.stringify(await server.sql('SELECT * FROM pairing'));
    for (const { token } of screens) {
      expect(kept).toContain(hashToken(token));
      expect(kept).not.toContain(token);
      expect(await stateOf(server, token)).toMatchObject({ isConfirmed: false, meetingId: null, meetingTitle: null });
    }
  });

  it('[Y1] has nothing once the ten minutes are over, and what was not used is thrown away', async () => {
    const late = await aScreen(server);
    await server.sql(
      "UPDATE pairing SET expires_at = clock_timestamp() - interval '1 millisecond' WHERE code = $1",
      late.code,
    );
    expect(await stateOf(server, late.token)).toBe('WRONG_CODE');
    expect(await confirm(server, meetingId, late.code)).toBe('WRONG_CODE');
    expect(codeOf(await preview(late.code))).toBe('WRONG_CODE');
    await aScreen(server);
    expect(await server.sql('SELECT FROM pairing WHERE code = $1', late.code)).toEqual([]);
  });

  it('[Y1] is refused a code while a thousand others wait', async () => {
    await server.sql(
      `INSERT INTO pairing (id, code, token_hash, requested_at, expires_at, address, user_agent)
       SELECT gen_random_uuid(), 'x' || n, 'x' || n, now(), now() + interval '10 minutes', 'x', '' FROM generate_series(1, 1000) n`,
    );
    const { errors } = await server.ask(REQUEST);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', seconds: 60 });
    // Those that were confirmed have no code any more, and wait for nothing.
    await server.sql("UPDATE pairing SET code = NULL WHERE address = 'x'");
    expect((await aScreen(server)).code).toMatch(/^\d{6}$/);
    await server.sql("DELETE FROM pairing WHERE address = 'x'");
    expect((await aScreen(server)).code).toMatch(/^\d{6}$/);
  });

  it('[Y2] is shown to the operator first, who then confirms it under a name; the code is used up', async () => {
    const { code, token, address } = await aScreen(server);
    const before = await server.dump();
    const { data } = await preview(` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect(data.pairingOf.address).toBe(address);
    expect(Date.parse(data.pairingOf.expiresAt) - Date.parse(data.pairingOf.requestedAt)).toBe(600_000);
    expect(codeOf(await preview(code, UNKNOWN))).toBe('NOT_FOUND');
    expect(await server.dump()).toEqual(before);
    const wide = [...code].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join('');
    const display = await confirm(server, meetingId, wide, ' Hall, left ');
    expect(display).toMatchObject({ name: 'Hall, left', isConnected: false, address });
    expect(await stateOf(server, token)).toMatchObject({ isConfirmed: true, meetingId, meetingTitle: 'Review' });
    expect(await confirm(server, meetingId, code)).toBe('WRONG_CODE');
    expect(codeOf(await preview(code))).toBe('WRONG_CODE');
  });

  it('[Y2] belongs to one of two operators who type its code at once', async () => {
    const other = (await aDraft(server)).meetingId;
    for (let round = 0; round < 5; round++) {
      const { code, token } = await aScreen(server);
      const done = await Promise.all([meetingId, other].map((id) => confirm(server, id, code)));
      expect(done.filter((answer) => answer === 'WRONG_CODE')).toHaveLength(1);
      const winner = done[0] === 'WRONG_CODE' ? other : meetingId;
      expect(await stateOf(server, token)).toMatchObject({ isConfirmed: true, meetingId: winner });
    }
  });

  it('[Y2] stays as it is when what the operator sends is wrong', async () => {
    const { code, token } = await aScreen(server);
    const archived = (await aDraft(server)).meetingId;
    await server.sql("UPDATE meeting SET status = 'ARCHIVED' WHERE id = $1", archived);
    const before = await server.dump();
    expect(await confirm(server, UNKNOWN, code)).toBe('NOT_FOUND');
    expect(await confirm(server, 'nothing', code)).toBe('NOT_FOUND');
    expect(await confirm(server, archived, code)).toBe('WRONG_STATUS');
    expect(await confirm(server, meetingId, code, ' ')).toBe('INVALID_INPUT');
    expect(await confirm(server, meetingId, code, 'x'.repeat(101))).toBe('INVALID_INPUT');
    expect(await confirm(server, meetingId, '000 00')).toBe('WRONG_CODE');
    expect(await server.dump()).toEqual(before);
    expect(await stateOf(server, token)).toMatchObject({ isConfirmed: false });
  });

  it('[Y3] has its own token as the display’s once it is confirmed, however often it asks', async () => {
    const { code, token } = await aScreen(server);
    expect(codeOf(await claim(token))).toBe('WRONG_CODE');
    await confirm(server, meetingId, code);
    const first = await claim(token);
    expect(first.data.claimDisplay.token).toBe(token);
    expect(Date.parse(first.data.claimDisplay.expiresAt) - Date.now()).toBeGreaterThan(29 * 24 * 3600_000);
    expect(await claim(token)).toEqual(first);
    expect(codeOf(await claim(`${token}x`))).toBe('WRONG_CODE');
    const kept = JSON.stringify(await server.dump());
    expect(kept).toContain(hashToken(token));
    expect(kept).not.toContain(token);
  });

  it('[Y3] claims nothing once its session has a newer token, is revoked, or its meeting is gone', async () => {
    const renewed = await aScreen(server);
    await confirm(server, meetingId, renewed.code);
    await server.sql(
      "UPDATE session SET previous_hash = token_hash, token_hash = 'new', confirmed_at = now() - interval '1 hour' WHERE token_hash = $1",
      hashToken(renewed.token),
    );
    expect(codeOf(await claim(renewed.token))).toBe('WRONG_CODE');

    const revoked = await aScreen(server);
    const display = await confirm(server, meetingId, revoked.code);
    expect((await attempt(server, 'revokeDisplay', { meetingId, displayId: display.id })).done).toBe(true);
    expect(codeOf(await claim(revoked.token))).toBe('WRONG_CODE');
    expect(await stateOf(server, revoked.token)).toBe('WRONG_CODE');

    const gone = await aScreen(server);
    const deleted = (await aDraft(server)).meetingId;
    await confirm(server, deleted, gone.code);
    expect((await command(server, deleted, 'deleteMeeting')).errors).toBeUndefined();
    expect(codeOf(await claim(gone.token))).toBe('WRONG_CODE');
    expect(await stateOf(server, gone.token)).toBe('WRONG_CODE');
  });

  it('[N9] is counted for whoever types wrong codes, and for nobody else at the same address', async () => {
    const { id, ask } = await anAccount(server, 'clumsy');
    await server.data(
      'mutation ($meetingId: ID!, $id: ID!) { appoint(meetingId: $meetingId, accountId: $id, duty: TELLER) { duty } }',
      { meetingId, id },
    );
    const look = (code: string) =>
      ask('query ($id: ID!, $code: String!) { pairingOf(meetingId: $id, code: $code) { address } }', {
        id: meetingId,
        code,
      });
    for (let time = 0; time < 30; time++) expect((await look('none')).code).toBe('WRONG_CODE');
    const { code } = await aScreen(server);
    expect((await look(code)).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await preview(code)).errors).toBeUndefined();
  });

  it('[Y1] is refused when its address has asked for many', async () => {
    const ask = () => server.ask(REQUEST);
    let answer = await ask();
    for (let asked = 1; !answer.errors && asked < 200; asked++) answer = await ask();
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', seconds: expect.any(Number) });
    const before = await server.sql('SELECT id FROM pairing ORDER BY id');
    expect(codeOf(await ask())).toBe('TOO_MANY_ATTEMPTS');
    expect(await server.sql('SELECT id FROM pairing ORDER BY id')).toEqual(before);
  });
});
