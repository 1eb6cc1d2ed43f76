import { useEffect, useRef } from 'preact/hooks';

/** What a paired display tells about itself. */
export interface Report {
  readonly epoch: string;
  readonly seq: number;
  /** How far this computer's clock is ahead of the server's, in milliseconds. */
  readonly clockOffset: number;
  readonly width: number;
  readonly height: number;
}

const AT_MOST_EVERY = 1_000;
const AT_LEAST_EVERY = 20_000;

/** Milliseconds until the next report: at once for a new board, but at most one a second. */
export const untilReport = (toldAt: number, now: number): number => Math.max(0, toldAt + AT_MOST_EVERY - now);

interface Shown {
  readonly epoch: string;
  readonly seq: number;
}

interface Options {
  readonly displayId: string | null;
  readonly board: Shown | null;
  now(): number | undefined;
  send(report: Report): Promise<unknown>;
}

/** A paired display says what it shows and how far its clock is off: at each board, and every 20 seconds. [Z6] */
export function useReports({ displayId, board, now, send }: Options): void {
  const toldAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (displayId === null || !board) return;
    const { epoch, seq } = board;
    const tell = (): void => {
      const serverTime = now();
      timer = setTimeout(tell, serverTime === undefined ? AT_MOST_EVERY : AT_LEAST_EVERY);
      if (serverTime === undefined) return;
      toldAt.current = performance.now();
      const clockOffset = Date.now() - serverTime;
      // What is not heard now is told again soon.
      send({ epoch, seq, clockOffset, width: innerWidth, height: innerHeight }).catch(() => undefined);
    };
    let timer = setTimeout(tell, untilReport(toldAt.current, performance.now()));
    return () => clearTimeout(timer);
  }, [displayId, board, now, send]);
}
