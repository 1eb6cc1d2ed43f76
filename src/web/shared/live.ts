import type { Client } from 'graphql-ws';
import { backoff } from './backoff.js';
import { type Board, BoardChanges } from './board.query.js';
import type { Clock } from './clock.js';
import { syncClock } from './clock.sync.js';
import { textOf } from './operation.js';
import { openSocket } from './socket.js';

/** All that the page has from the server. */
export interface Sight {
  /** The newest board; the last one there was, if the meeting is gone. */
  readonly board: Board | null;
  /** The code of the error to show instead of a board. */
  readonly refusal: string | null;
  /** Since when the page is without the server, by the monotonic clock; null while it hears it. */
  readonly lostAt: number | null;
  /** Server time when it was last heard. */
  readonly heardAt: number | null;
}

interface Watch {
  readonly meetingId: string;
  readonly language: string;
  readonly clock: Clock;
  readonly show: (sight: Sight) => void;
}

const RESTARTED_AFTER = 2_000;
const SLOW_RETRY = 20_000;

/**
 * Whether `next` is to replace the board that is shown. A late one is dropped; but a meeting that was started again
 * counts from a lower seq, and that board was sent clearly later.
 */
function isNewer(shown: Board | null, next: Board): boolean {
  if (!shown || next.seq > shown.seq) return true;
  return next.seq < shown.seq && Date.parse(next.serverTime) - Date.parse(shown.serverTime) > RESTARTED_AFTER;
}

function codeOf(error: unknown): string | null {
  const [first] = Array.isArray(error) ? error : [];
  if (!first) return null;
  const code: unknown = first.extensions?.code;
  return typeof code === 'string' ? code : 'INTERNAL';
}

/** Follows a meeting's board until the returned function is called: reconnects, resubscribes, never ends by itself. */
export function watchBoard({ meetingId, language, clock, show }: Watch): () => void {
  let sight: Sight = { board: null, refusal: null, lostAt: performance.now(), heardAt: null };
  let isFirst = true;
  let retries = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let stopBoard = () => {};
  let stopClock = () => {};

  function see(change: Partial<Sight>): void {
    sight = { ...sight, ...change };
    show(sight);
  }

  const client: Client = openSocket(language, {
    connected() {
      isFirst = true;
      stopClock();
      stopClock = syncClock(client, clock);
    },
    // Only kept, not shown: it is needed once the server is lost, and would redraw the page at every pong.
    heard() {
      sight = { ...sight, heardAt: clock.now() ?? sight.heardAt };
    },
    lost(at) {
      stopClock();
      if (sight.lostAt === null) see({ lostAt: at });
    },
  });

  function take(board: Board): void {
    retries = 0;
    clock.anchor(Date.parse(board.serverTime));
    // The first board after (re)connecting is the truth of now, whatever was shown before.
    const isTaken = isFirst || isNewer(sight.board, board);
    isFirst = false;
    see({ board: isTaken ? board : sight.board, refusal: null, lostAt: null, heardAt: clock.now() ?? null });
  }

  function refused(code: string): void {
    if (code === 'NOT_FOUND' || !sight.board) see({ refusal: code, lostAt: null });
  }

  function again(isSlow: boolean): void {
    stopBoard();
    clearTimeout(retry);
    const wait = backoff(retries++);
    retry = setTimeout(follow, isSlow ? SLOW_RETRY + wait : wait);
  }

  function follow(): void {
    isFirst = true;
    stopBoard = client.subscribe<{ board: Board }>(
      { query: textOf(BoardChanges), variables: { meetingId } },
      {
        next({ data, errors }) {
          if (data?.board) take(data.board);
          else refused(codeOf(errors) ?? 'INTERNAL');
        },
        // Either the server's errors, or the close event of a socket that graphql-ws holds for lost for good.
        error(error) {
          const code = codeOf(error);
          if (code) refused(code);
          again(code === 'NOT_FOUND');
        },
        complete: () => again(false),
      },
    );
  }

  follow();
  return () => {
    clearTimeout(retry);
    stopClock();
    stopBoard();
    void client.dispose();
  };
}
