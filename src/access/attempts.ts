import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { Refusal } from '../errors.js';
import { networkOf } from './network.js';

/** What can be tried too often. PAIRING and PRESENCE count whatever is asked for; the others what failed. */
export type Attempt = 'PASSWORD' | 'CODE' | 'SCREEN' | 'PAIRING' | 'LINK' | 'PRESENCE';

/** Counts failed attempts, for all servers together. */
export interface Attempts {
  /** Refuses with TOO_MANY_ATTEMPTS while too many have failed. `name` is what was tried to sign in as. */
  check(kind: Attempt, address: string, name?: string): Promise<void>;
  /** One that failed. */
  failed(kind: Attempt, address: string, name?: string): Promise<void>;
  /** One that counts whatever comes of it: both in one, so that of many at once no more than the limit come through. */
  spend(kind: Attempt, address: string, name?: string): Promise<void>;
  /** One that went well wipes out what failed before it under this name and from this address. */
  succeeded(kind: Attempt, address: string, name?: string): Promise<void>;
}

/** So many in so many seconds, for each of what `by` says. */
interface Limit {
  points: number;
  seconds: number;
  by: 'NAME_AND_ADDRESS' | 'ADDRESS' | 'NAME';
}

const MINUTE = 60;

/**
 * There is no limit of passwords for a name alone: with one, whoever knows an operator's name could keep them out from
 * anywhere, in the middle of a meeting. Guessing is slowed where it comes from. [N9]
 *
 * The telephones of a hall share one address, so the codes of slips have a wide limit. There are 30^8 of them, and three
 * hundred that are valid: a thousand guesses in five minutes, all day long, find one with a chance of 1 to 7,600. There is
 * no limit for all addresses together, by which all meetings could be shut out from afar; the turnstile slows those.
 */
const LIMITS: Record<Attempt, Limit[]> = {
  PASSWORD: [
    { points: 10, seconds: 15 * MINUTE, by: 'NAME_AND_ADDRESS' },
    { points: 100, seconds: 15 * MINUTE, by: 'ADDRESS' },
  ],
  CODE: [{ points: 1000, seconds: 5 * MINUTE, by: 'ADDRESS' }],
  // Codes of screens, typed by somebody who is signed in: their own affair, whatever else comes from the hall's address.
  SCREEN: [{ points: 30, seconds: 10 * MINUTE, by: 'NAME' }],
  // A code is good for ten minutes: a wall of screens behind one address has enough, and it can't take most of the codes.
  PAIRING: [{ points: 100, seconds: 10 * MINUTE, by: 'ADDRESS' }],
  LINK: [{ points: 60, seconds: MINUTE, by: 'ADDRESS' }],
  // Each coming and going is told to everybody who follows the meeting.
  PRESENCE: [{ points: 10, seconds: 5 * MINUTE, by: 'NAME' }],
};

/** Names that were tried are nobody's business: a table that is looked at has only what they hash to. */
const keyOf = ({ by }: Limit, address: string, name: string): string => {
  const network = networkOf(address);
  if (by === 'ADDRESS') return network;
  const hash = createHash('sha256').update(name).digest('base64url');
  return by === 'NAME' ? hash : `${network} ${hash}`;
};

/** Refuses if any of these, in milliseconds, is still to be waited for. */
function refuseWaiting(waits: number[]): void {
  const longest = Math.max(...waits);
  if (longest > 0) throw new Refusal('TOO_MANY_ATTEMPTS', { seconds: Math.ceil(longest / 1000) });
}

export function createAttempts(database: DataSource): Attempts {
  const limiters = Object.entries(LIMITS).flatMap(([kind, limits]) =>
    limits.map((limit, number) => {
      const options = { keyPrefix: `${kind}${number}`, points: limit.points, duration: limit.seconds };
      // While the database is away, each server counts by itself.
      const insuranceLimiter = new RateLimiterMemory(options);
      const limiter = new RateLimiterPostgres({
        ...options,
        storeClient: database,
        storeType: 'typeorm',
        tableName: 'rate_limit',
        tableCreated: true,
        // Of all limiters one clears what has expired, every few minutes; its timer keeps no process alive.
        clearExpiredByTimeout: kind === 'PASSWORD' && number === 0,
        insuranceLimiter,
      });
      return { kind, limit, limiter };
    }),
  );
  const each = <T>(
    kind: Attempt,
    address: string,
    name: string,
    work: (limiter: RateLimiterPostgres, key: string, limit: Limit) => Promise<T>,
  ): Promise<T[]> =>
    Promise.all(
      limiters
        .filter((one) => one.kind === kind)
        .map(({ limiter, limit }) => work(limiter, keyOf(limit, address, name), limit)),
    );

  return {
    async check(kind, address, name = '') {
      const waits = await each(kind, address, name, async (limiter, key, { points }) => {
        const counted: RateLimiterRes | null = await limiter.get(key);
        return counted && counted.consumedPoints >= points ? counted.msBeforeNext : 0;
      });
      refuseWaiting(waits);
    },
    async spend(kind, address, name = '') {
      const waits = await each(kind, address, name, async (limiter, key, { points }) => {
        const counted = await limiter.penalty(key);
        return counted.consumedPoints > points ? counted.msBeforeNext : 0;
      });
      refuseWaiting(waits);
    },
    async failed(kind, address, name = '') {
      await each(kind, address, name, (limiter, key) => limiter.penalty(key));
    },
    // Not the address as a whole: one good account would let its owner try all others for ever.
    async succeeded(kind, address, name = '') {
      await each(kind, address, name, (limiter, key, { by }) =>
        by === 'NAME_AND_ADDRESS' ? limiter.delete(key) : Promise.resolve(false),
      );
    },
  };
}
