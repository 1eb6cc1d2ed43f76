import { socketAddress } from './address.js';
import { type Board, BoardChanges } from './board.query.js';
import { textOf } from './operation.js';
import { connect } from './rostrum.client.js';

/** All that the page has from the server. */
export interface Sight {
  /** The newest board; the last one there was, if the meeting is gone. */
  readonly board: Board | null;
  /** The code of the error to show instead of a board. */
  readonly refusal: string | null;
  /** Since when the page is without the server, by the monotonic clock; null while it hears it. */
  readonly lostAt: number | null;
  /** Server time when it was last heard, once it is lost. */
  readonly heardAt: number | null;
  /** The server's time at this moment; undefined until it is known. */
  now(): number | undefined;
}

interface Watch {
  readonly meetingId: string;
  readonly language: string;
  readonly show: (sight: Sight) => void;
}

export const nothingYet = (): Sight => ({
  board: null,
  refusal: null,
  lostAt: performance.now(),
  heardAt: null,
  now: () => undefined,
});

/** Follows a meeting's board until the returned function is called. */
export function watchBoard({ meetingId, language, show }: Watch): () => void {
  const server = connect({ url: socketAddress(location), language, connection });
  let sight: Sight = { ...nothingYet(), now: server.now };

  function see(change: Partial<Sight>): void {
    sight = { ...sight, ...change };
    show(sight);
  }

  /** A server that is there again is only heard once it has said what to show. */
  function connection(lostSince: number | null): void {
    if (lostSince === null || sight.lostAt !== null) return;
    const now = server.now();
    see({ lostAt: lostSince, heardAt: now === undefined ? null : now - (performance.now() - lostSince) });
  }

  server.board<Board>(meetingId, {
    query: textOf(BoardChanges),
    next: (board) => see({ board, refusal: null, lostAt: null }),
    refused({ extensions }) {
      const code = String(extensions?.code);
      if (code === 'NOT_FOUND' || !sight.board) see({ refusal: code, lostAt: null });
    },
  });
  return server.close;
}
