import { describe, expect, it } from '@jest/globals';
import { createTurnstile } from '../../src/access/turnstile.js';

const turns = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

describe('the turnstile', () => {
  /** Ten visitors who stay until they are told to go. */
  const aLine = (places: number, longest: number) => {
    const turnstile = createTurnstile(places, longest);
    const inside = new Map<number, { leave: () => void; fall: (error: Error) => void }>();
    const visits = Array.from({ length: 10 }, (_, visitor) =>
      turnstile(
        () =>
          new Promise<number>((resolve, reject) =>
            inside.set(visitor, { leave: () => resolve(visitor), fall: reject }),
          ),
      ).finally(() => inside.delete(visitor)),
    );
    return { turnstile, inside, visits };
  };

  it('[K12] lets a few in at a time, in the order in which they came, whatever becomes of those before', async () => {
    const { inside, visits } = aLine(2, 100);
    const outcomes = Promise.allSettled(visits);
    const seen: number[][] = [];
    while (inside.size > 0) {
      seen.push([...inside.keys()]);
      const [visitor, { leave, fall }] = [...inside][0]!;
      if (visitor % 3 === 0) fall(new Error('fell'));
      else leave();
      await turns();
    }
    expect(seen).toEqual([...Array.from({ length: 9 }, (_, first) => [first, first + 1]), [9]]);
    expect((await outcomes).map(({ status }) => status === 'fulfilled')).toEqual(
      visits.map((_, visitor) => visitor % 3 !== 0),
    );
  });

  it('[K12] sends away whoever finds the line too long, and lets them in later', async () => {
    const { turnstile, inside, visits } = aLine(1, 4);
    const outcomes = await Promise.allSettled(visits.slice(5));
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual(
      outcomes.map(() => expect.objectContaining({ code: 'TOO_MANY_ATTEMPTS', details: { seconds: 30 } })),
    );
    while (inside.size > 0) {
      for (const { leave } of inside.values()) leave();
      await turns();
    }
    expect(await Promise.all(visits.slice(0, 5))).toEqual([0, 1, 2, 3, 4]);
    expect(await turnstile(async () => 'in')).toBe('in');
  });
});
