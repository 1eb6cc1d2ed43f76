import { socketAddress } from './address.js';
import { type Board, BoardChanges } from './board.query.js';
import { type Operation, textOf } from './operation.js';
import { connect, type Version } from './rostrum.client.js';

/** All that the page has from the server. */
export interface Sight<Shown = Board> {
  /** The newest board; the last one there was, if the meeting is gone. */
  readonly board: Shown | null;
  /** The code of the error to show instead of a board. */
  readonly refusal: string | null;
  /** Since when the page is without the server, by the monotonic clock; null while it hears it. */
  readonly lostAt: number | null;
  /** Server time when it was last heard, once it is lost. */
  readonly heardAt: number | null;
  /** The server's time at this moment; undefined until it is known. */
  now(): number | undefined;
}

interface Watch<Shown> {
  readonly meetingId: string;
  readonly language: string;
  /** What is to be known of the board. */
  readonly query: Operation<{ board: Shown }, { meetingId: string }>;
  readonly show: (sight: Sight<Shown>) => void;
}

export const nothingYet = <Shown = Board>(): Sight<Shown> => ({
  board: null,
  refusal: null,
  lostAt: performance.now(),
  heardAt: null,
  now: () => undefined,
});

/** Whose viewer may not see it, or may no longer. */
const HIDDEN = ['UNAUTHENTICATED', 'FORBIDDEN'];
/** The code of a close by which the server says that the session has ended. */
const ENDED = 4401;
const LOOK_AGAIN = 5_000;

export const isHidden = ({ refusal }: Pick<Sight, 'refusal'>): boolean => refusal !== null && HIDDEN.includes(refusal);

/** Follows a meeting's board, as the screens in the room show it, until the returned function is called. */
export const watchBoard = (watch: Omit<Watch<Board>, 'query'>): (() => void) =>
  watchBoardOf<Board>({ ...watch, query: BoardChanges as unknown as Watch<Board>['query'] });

/** The same for a page that wants to know more, or less, of the board. */
export function watchBoardOf<Shown extends Version>({ meetingId, language, query, show }: Watch<Shown>): () => void {
  let sight = nothingYet<Shown>();
  let again: ReturnType<typeof setTimeout> | undefined;
  let server = open();

  function see(change: Partial<Sight<Shown>>): void {
    sight = { ...sight, ...change };
    show(sight);
  }

  /** A server that is there again is only heard once it has said what to show. */
  function connection(lostSince: number | null): void {
    if (lostSince === null || sight.lostAt !== null) return;
    const now = server.now();
    see({ lostAt: lostSince, heardAt: now === undefined ? null : now - (performance.now() - lostSince) });
  }

  /** Covers the board at once: what was on it is nobody's to see any more. [Y8] */
  function hide(refusal: string): void {
    see({ board: null, refusal, lostAt: null });
    server.close();
  }

  function open() {
    const opened = connect({
      url: socketAddress(location),
      language,
      connection,
      closed: (code) => code === ENDED && !isHidden(sight) && hide('UNAUTHENTICATED'),
    });
    opened.board<Shown>(meetingId, {
      query: textOf(query),
      next: (board) => see({ board, refusal: null, lostAt: null, now: opened.now }),
      refused({ extensions }) {
        const code = String(extensions?.code);
        if (HIDDEN.includes(code)) {
          hide(code);
          // Over another socket, which carries the cookie as it is by then: somebody may have signed in, or the meeting been opened.
          again = setTimeout(
            () => {
              server = open();
            },
            LOOK_AGAIN * (1 + Math.random()),
          );
        } else if (code === 'NOT_FOUND' || !sight.board) see({ refusal: code, lostAt: null });
      },
    });
    return opened;
  }

  return () => {
    clearTimeout(again);
    server.close();
  };
}
