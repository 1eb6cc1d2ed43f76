import { ask } from '../shared/http.js';
import { ClaimDisplay, OwnSession, type Pairing, PairingState, RequestPairing } from './pairing.query.js';

/** What a screen that waits to be paired has to show. */
export interface Waiting {
  /** Six digits; null while there are none. */
  readonly code: string | null;
  readonly address: string;
  /** Whether an operator has done what there is to do; PAIRED: but the meeting is not to be seen yet. */
  readonly step: 'ASKING' | 'CONFIRMED' | 'PAIRED';
  /** Since when the server is away, by the monotonic clock; null while it answers. */
  readonly lostAt: number | null;
}

export const notYet = (): Waiting => ({ code: null, address: '', step: 'ASKING', lostAt: performance.now() });

interface Options {
  /** The meeting whose board the page would show; empty: a display that is signed in goes to its own. */
  readonly at: string;
  readonly show: (waiting: Waiting) => void;
  /** The browser is signed in as a display of this meeting. */
  readonly paired: (meetingId: string) => void;
}

const ASK_EVERY = 2_000;
/** The old code is good for as long as this after the new one is shown, for the operator who is typing it. */
const RENEW_BEFORE = 60_000;
const PATIENCE = 10_000;

interface Mine extends Pairing {
  /** When it runs out, by the monotonic clock. */
  until: number;
}

const jitter = (least: number): number => least * (1 + Math.random() / 2);

/** The code of a refusal; undefined where there was no answer, or the server can't give one now. */
function refusalOf(error: unknown): string | undefined {
  const { code, message } = error as { code?: unknown; message: string };
  const said = typeof code === 'string' ? code : message;
  return /^[A-Z_]+$/.test(said) && said !== 'UNAVAILABLE' && said !== 'INTERNAL' ? said : undefined;
}

/**
 * Waits until an operator has confirmed this screen. It asks again and again, whatever becomes of the server, and gets
 * a new code before the one it shows runs out; until that has, either can be confirmed. [Y6]
 */
export function waitToBePaired({ at, show, paired }: Options): () => void {
  const end = new AbortController();
  /** The newest first. */
  let mine: Mine[] = [];
  let mayRequestAt = 0;
  let isStranger = false;
  let lostAt: number | null = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const patiently = () => AbortSignal.any([end.signal, AbortSignal.timeout(PATIENCE)]);

  function tell(step: Waiting['step'] = 'ASKING'): void {
    if (end.signal.aborted) return;
    const [newest] = mine;
    show({ code: newest?.code ?? null, address: newest?.address ?? '', step, lostAt });
  }

  /** The meeting that the browser is signed in to as a display, if that is of use here. */
  async function ownMeeting(): Promise<string | null> {
    if (isStranger) return null;
    const { kind, meetingId } = (await ask(OwnSession, {}, patiently())).viewer;
    const own = kind === 'DISPLAY' && (at === '' || meetingId === at.toLowerCase()) ? meetingId : null;
    isStranger = own === null;
    return own;
  }

  const inSeconds = (seconds: number): number => performance.now() + seconds * 1000;

  async function confirmedMeeting(own: Mine): Promise<string | null> {
    const { token } = own;
    try {
      const { pairing } = await ask(PairingState, { token }, patiently());
      own.until = inSeconds(pairing.secondsLeft);
      if (!pairing.isConfirmed) return null;
      tell('CONFIRMED');
      await ask(ClaimDisplay, { token }, patiently());
      return pairing.meetingId;
    } catch (error) {
      if (!refusalOf(error)) throw error;
      mine = mine.filter((pairing) => pairing.token !== token);
      return null;
    }
  }

  async function renew(): Promise<void> {
    const now = performance.now();
    mine = mine.filter(({ until }) => until > now);
    if (now < mayRequestAt || (mine[0] && mine[0].until - now > RENEW_BEFORE)) return;
    try {
      const { requestPairing } = await ask(RequestPairing, {}, patiently());
      mine = [{ ...requestPairing, until: inSeconds(requestPairing.secondsLeft) }, ...mine];
    } catch (error) {
      if (!refusalOf(error)) throw error;
      mayRequestAt = now + jitter(20_000);
    }
  }

  /** Started again, or confirmed before the meeting may be seen, the screen needs no other code. [Y7] */
  async function look(): Promise<void> {
    let step: Waiting['step'] = 'ASKING';
    try {
      const own = await ownMeeting();
      let meetingId = at === '' ? own : null;
      for (const pairing of mine) meetingId ??= await confirmedMeeting(pairing);
      if (end.signal.aborted) return;
      if (meetingId) return paired(meetingId);
      if (own) step = 'PAIRED';
      else await renew();
      lostAt = null;
    } catch {
      lostAt ??= performance.now();
    }
    tell(step);
    if (!end.signal.aborted) timer = setTimeout(look, jitter(ASK_EVERY));
  }

  void look();
  return () => {
    end.abort();
    clearTimeout(timer);
  };
}
