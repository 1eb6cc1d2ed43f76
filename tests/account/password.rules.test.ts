import { describe, expect, it } from '@jest/globals';
import { createPasswords } from '../../src/account/password.js';

const matching = (hash: string | null, password: string) =>
  createPasswords().inTurn((matches) => matches(hash, password));

describe('passwords', () => {
  it('[N3] are kept as argon2id, with what OWASP asks for', async () => {
    const { hash } = createPasswords();
    const [one, other] = await Promise.all([hash('correct horse'), hash('correct horse')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await matching(one, 'correct horse')).toBe(true);
    expect(await matching(one, 'correct horses')).toBe(false);
  });

  it('[N2] are recognised however a keyboard spells them', async () => {
    const hash = await createPasswords().hash('école école');
    expect(await matching(hash, 'e\u0301cole ｅ\u0301cole')).toBe(true);
  });

  it('[N4] are compared with the hash of nobody’s where there is none, at the same cost, and never match', async () => {
    const { hash } = createPasswords();
    const cost = (text: string) => text.split('$').slice(0, 4);
    const source = await import('node:fs/promises').then(({ readFile }) => readFile('src/account/password.ts', 'utf8'));
    const [nobodys = ''] = /\$argon2id[^']*/.exec(source) ?? [];
    expect(cost(nobodys)).toEqual(cost(await hash('correct horse')));
    expect(await matching(null, 'correct horse')).toBe(false);
    expect(await matching(null, '')).toBe(false);
  });

  it('[N3] that come two hundred at once are reckoned two at a time, in the order in which they came', async () => {
    const { inTurn } = createPasswords();
    let busy = 0;
    let most = 0;
    const order: number[] = [];
    const turn = (number: number) =>
      inTurn(async () => {
        order.push(number);
        busy += 1;
        most = Math.max(most, busy);
        await new Promise(setImmediate);
        busy -= 1;
        // One that fails must not keep its place.
        if (number % 7 === 0) throw new Error('no');
      });
    const all = Array.from({ length: 200 }, (_, number) => number);
    const ends = await Promise.allSettled(all.map(turn));
    expect(most).toBe(2);
    expect(order).toEqual(all);
    expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(29);
    expect(await inTurn(async () => 'still there')).toBe('still there');
  });

  it('[N3] are refused while a thousand wait, and reckoned again when there is room', async () => {
    const { inTurn } = createPasswords();
    const ends = await Promise.allSettled(Array.from({ length: 1003 }, () => inTurn(async () => 'in')));
    const refused = ends.filter((end) => end.status === 'rejected').map(({ reason }) => reason);
    expect(refused).toEqual([expect.objectContaining({ code: 'TOO_MANY_ATTEMPTS', details: { seconds: 30 } })]);
    expect(await inTurn(async () => 'in')).toBe('in');
  });
});
