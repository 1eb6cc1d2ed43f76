import { LRUCache } from 'lru-cache';

/** Milliseconds for which a network waits after one of its sockets was sent away: coming back begins no new allowance at once. */
const PATIENCE = 2_000;

export interface Crowd {
  /** One more comes, unless its network has as many as it may; answers whether it may. */
  enter(network: string): boolean;
  leave(network: string): void;
  /** Notes that one of its sockets was sent away. */
  blame(network: string): void;
  /** Milliseconds until its next socket is let in. */
  wait(network: string): number;
}

/** How many sockets come from one network, those that are only on their way in among them. [G10] */
export function createCrowd(most: number): Crowd {
  const counts = new Map<string, number>();
  const blamed = new LRUCache<string, true>({ max: 10_000, ttl: PATIENCE });
  const count = (network: string, by: number) => {
    const now = (counts.get(network) ?? 0) + by;
    if (now > 0) counts.set(network, now);
    else counts.delete(network);
  };
  return {
    enter(network) {
      if ((counts.get(network) ?? 0) >= most) return false;
      count(network, 1);
      return true;
    },
    leave: (network) => count(network, -1),
    blame: (network) => void blamed.set(network, true),
    wait: (network) => (blamed.has(network) ? blamed.getRemainingTTL(network) : 0),
  };
}
