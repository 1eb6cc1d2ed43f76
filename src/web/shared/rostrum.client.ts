import { createClient, type FormattedExecutionResult, type SubscribePayload, TerminatedCloseEvent } from 'graphql-ws';

/** How far a meeting is: `seq` counts its entries; another `epoch` is another history, as after a restored backup. */
export type Version = { epoch: string; seq: number };
export type Refused = NonNullable<FormattedExecutionResult['errors']>[number];

interface Reader<Value> {
  /** A subscription with the variables named below, which asks for `epoch`, `seq` and whatever you want to have. */
  query: string;
  next(value: Value): void;
  /** Only for telling people: what was refused is asked for again by itself. */
  refused?(error: Refused): void;
}

interface JournalReader<Entry> extends Reader<Entry> {
  /** What you have already, such as a board; without it the journal comes from its beginning. */
  from?: Version;
  /** What you have is of another history: load the present state. The entries after it will follow. */
  resync(present: Version): void;
}

interface Options {
  url: string;
  /** Of the sentences that refusals come with, as in Accept-Language. */
  language?: string;
  /** The session's token as it is at the moment, if no cookie carries it. */
  token?(): string | undefined;
  /** Since when the server is lost, by performance.now(); null when it is there again. */
  connection?(lostSince: number | null): void;
  /** Why a socket was closed, such as 4401: the session is over; 4403: what you may see has changed. It is opened again. */
  closed?(code: number): void;
  /** Node before 22 needs the one of `ws`. */
  webSocketImpl?: unknown;
}

type Timer = ReturnType<typeof setTimeout> | undefined;

/** Mostly random: a hall full of screens must not come back in the same instant. */
const jitter = (longest: number): number => longest * (0.2 + 0.8 * Math.random());

/** The server's clock, from round trips, read off the monotonic clock here: setting the other one does nothing. */
function createClock() {
  let best = { offset: Number.NaN, error: Number.POSITIVE_INFINITY, at: 0 };
  return {
    now: (): number | undefined => (best.at ? performance.now() + best.offset : undefined),
    learn(askedAt: number, serverTime: string): void {
      const at = performance.now();
      const sample = { offset: Date.parse(serverTime) - (askedAt + at) / 2, error: (at - askedAt) / 2, at };
      // Two quartz clocks part by up to 0.1 ms a second. Where samples contradict each other, a clock was set.
      const error = best.error + (at - best.at) / 10_000;
      const isContradiction = Math.abs(sample.offset - best.offset) > sample.error + error + 1;
      if (sample.error <= error || isContradiction) best = sample;
    },
  };
}

/** Follows meetings over one socket. It never gives up, misses nothing and tells nothing twice, whatever dies. [L10] */
export function connect({ url, language, token, connection, closed, webSocketImpl = WebSocket }: Options) {
  const clock = createClock();
  const stops = new Set<() => void>();
  let heardAt = performance.now();
  let lostSince: number | null = null;
  let deadline: Timer;
  let clockCheck: Timer;
  let checkAfter = 150;

  const client = createClient({
    url,
    connectionParams: () => ({ language, token: token?.() }),
    // A socket of ws that is given up while it connects emits an error, which ends the process if nobody hears it.
    webSocketImpl: class extends (webSocketImpl as typeof WebSocket) {
      hearsErrors = this.addEventListener('error', () => {});
    },
    keepAlive: 5_000, // and 4.5 s for an answer: a socket that only looks open is found within 10 s
    connectionAckWaitTimeout: 4_500,
    lazy: false, // the socket stays, also between two tries of follow()
    onNonLazyError() {},
    retryAttempts: 0, // follow() comes back by itself, from where it is by then
    on: {
      connecting: expectWord,
      ping: (isReceived) => isReceived || expectWord(),
      pong: (isReceived) => isReceived && clearTimeout(deadline),
      message() {
        heardAt = performance.now();
      },
      connected() {
        clearTimeout(deadline);
        lostSince = null;
        connection?.(lostSince);
        checkClock();
      },
      closed(event) {
        clearTimeout(deadline);
        clearTimeout(clockCheck);
        closed?.((event as CloseEvent).code);
        if (lostSince !== null || stops.size === 0) return;
        lostSince = event instanceof TerminatedCloseEvent ? heardAt : performance.now();
        connection?.(lostSince);
      },
    },
  });

  function expectWord(): void {
    clearTimeout(deadline);
    deadline = setTimeout(() => client.terminate(), 4_500);
  }

  function checkClock(): void {
    const askedAt = performance.now();
    const next = ({ data }: FormattedExecutionResult<{ serverTime: string }>) =>
      data && clock.learn(askedAt, data.serverTime);
    client.subscribe({ query: '{ serverTime }' }, { next, error() {}, complete() {} });
    clockCheck = setTimeout(checkClock, jitter(checkAfter));
    checkAfter = Math.min(30_000, 2 * checkAfter);
  }

  /** Whatever ends the answers, even an error in `take`: the same is asked again, until it is stopped. */
  function follow<Data>(request: SubscribePayload, take: (data: Data) => void, refused?: (error: Refused) => void) {
    let leave = () => {};

    async function ask(tries: number): Promise<void> {
      const answers = client.iterate<Data>(request);
      leave = () => void answers.return?.();
      let error: Refused | undefined;
      let isOver = false;
      try {
        for await (const { data, errors } of answers) {
          if (!stops.has(stop)) return;
          if (errors || !data) throw errors;
          take(data);
          tries = 0;
        }
      } catch (reason) {
        isOver = (reason as { code?: number }).code === 4401;
        if (Array.isArray(reason)) [error] = reason;
        else if (reason instanceof Error && !(reason instanceof TerminatedCloseEvent)) console.error(reason);
      }
      if (!stops.has(stop)) return;
      const isPatient = isOver || error?.extensions?.code === 'NOT_FOUND';
      const longest = isPatient ? 20_000 : Math.min(4_000, 500 * 2 ** tries);
      const retry = setTimeout(() => ask(tries + 1), jitter(longest));
      leave = () => clearTimeout(retry);
      if (error) refused?.(error);
    }

    function stop(): void {
      stops.delete(stop);
      leave();
    }
    stops.add(stop);
    void ask(0);
    return stop;
  }

  return {
    /** The server's time in milliseconds since 1970; undefined until it is known. */
    now: clock.now,

    /** The whole board at once, then the newest whenever it has changed. Variable: `$meetingId: ID!` */
    board<Board extends Version>(meetingId: string, { query, next, refused }: Reader<Board>) {
      let shown: Version | undefined;
      const take = ({ board }: { board: Board }): void => {
        if (board.epoch === shown?.epoch && board.seq < shown.seq) return;
        shown = board;
        next(board);
      };
      return follow({ query, variables: { meetingId } }, take, refused);
    },

    /** Every entry, once and in order. Variables: `$meetingId: ID!, $after: Int!, $epoch: ID` */
    journal<Entry extends Version>(meetingId: string, { query, next, refused, from, resync }: JournalReader<Entry>) {
      const cursor = { meetingId, epoch: from?.epoch, after: from?.seq ?? 0 };
      const goOn = ({ epoch, seq }: Version): void => void Object.assign(cursor, { epoch, after: seq });
      const take = ({ journal: entry }: { journal: Entry }): void => {
        if (entry.seq <= cursor.after) return;
        if (entry.seq > cursor.after + 1) throw new Error(`no entry ${cursor.after + 1} before ${entry.seq}`);
        goOn(entry);
        next(entry);
      };
      return follow({ query, variables: cursor }, take, (error) => {
        if (error.extensions?.code !== 'RESYNC') return refused?.(error);
        const present = error.extensions as unknown as Version;
        goOn(present);
        resync(present);
      });
    },

    close(): void {
      for (const stop of stops) stop();
      client.terminate();
    },
  };
}
