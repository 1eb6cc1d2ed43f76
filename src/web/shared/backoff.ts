const FIRST = 100;
const LONGEST = 4_000;

/**
 * How long to wait before the given retry, counted from 0: the first comes at once, the later ones ever slower.
 * The random part keeps a hall full of boards from coming back in the same instant.
 */
export function backoff(retry: number, random: () => number = Math.random): number {
  const longest = retry === 0 ? 4 * FIRST : Math.min(LONGEST, 500 * 1.7 ** Math.min(retry, 10));
  return retry === 0 ? FIRST + random() * (longest - FIRST) : longest * (0.5 + random() / 2);
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
