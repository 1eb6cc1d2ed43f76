import type { Duplex } from 'node:stream';

export interface Crowd {
  /** Counts a stream until it closes, unless its network has as many as it may. */
  admits(network: string, stream: Duplex): boolean;
}

/** How many sockets come from one network, those that are only on their way in among them. [G10] */
export function createCrowd(most: number): Crowd {
  const counts = new Map<string, number>();
  const count = (network: string, by: number) => {
    const now = (counts.get(network) ?? 0) + by;
    if (now > 0) counts.set(network, now);
    else counts.delete(network);
  };
  return {
    admits(network, stream) {
      if ((counts.get(network) ?? 0) >= most) return false;
      count(network, 1);
      stream.once('close', () => count(network, -1));
      return true;
    },
  };
}
