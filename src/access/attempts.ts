import type { DataSource } from 'typeorm';

/** What can be tried too often. */
export type Attempt = 'PASSWORD' | 'CODE' | 'PAIRING' | 'LINK';

/** Counts failed attempts, for all servers together. */
export interface Attempts {
  /** Refuses with TOO_MANY_ATTEMPTS while too many have failed for one of these keys, such as an address. */
  check(kind: Attempt, ...keys: string[]): Promise<void>;
  /** One that failed. */
  failed(kind: Attempt, ...keys: string[]): Promise<void>;
  /** One that went well wipes out what failed before it. */
  succeeded(kind: Attempt, ...keys: string[]): Promise<void>;
}

export function createAttempts(_database: DataSource): Attempts {
  return { check: async () => undefined, failed: async () => undefined, succeeded: async () => undefined };
}
