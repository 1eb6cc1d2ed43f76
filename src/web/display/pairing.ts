import { ask } from '../shared/http.js';
import { ClaimDisplay, OwnSession, type Pairing, PairingState, RequestPairing } from './pairing.query.js';

/** What a screen that waits to be paired has to show. */
export interface Waiting {
  /** Six digits; null while there are none. */
  readonly code: string | null;
  readonly address: string;
  readonly isConfirmed: boolean;
  /** Since when the server is away, by the monotonic clock; null while it answers. */
  readonly lostAt: number | null;
}

export const notYet = (): Waiting => ({ code: null, address: '', isConfirmed: false, lostAt: performance.now() });

interface Options {
  /** Whether a display that is signed in already is to go to its own meeting. */
  readonly isAtHome: boolean;
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
export function waitToBePaired({ isAtHome, show, paired }: Options): () => void {
  const end = new AbortController();
  /** The newest first. */
  let mine: Mine[] = [];
  let mayRequestAt = 0;
  let isUnknown = isAtHome;
  let lostAt: number | null = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const patiently = () => AbortSignal.any([end.signal, AbortSignal.timeout(PATIENCE)]);

  function tell(isConfirmed = false): void {
    if (end.signal.aborted) return;
    const [newest] = mine;
    show({ code: newest?.code ?? null, address: newest?.address ?? '', isConfirmed, lostAt });
  }

  /** Started again where it was paired before, the screen goes on by itself. [Y7] */
  async function ownMeeting(): Promise<string | null> {
    if (!isUnknown) return null;
    const { viewer } = await ask(OwnSession, {}, patiently()).catch((error) => {
      if (refusalOf(error)) return { viewer: null };
      throw error;
    });
    isUnknown = false;
    return viewer?.kind === 'DISPLAY' ? viewer.meetingId : null;
  }

  const inSeconds = (seconds: number): number => performance.now() + seconds * 1000;

  async function confirmedMeeting(own: Mine): Promise<string | null> {
    const { token } = own;
    try {
      const { pairing } = await ask(PairingState, { token }, patiently());
      own.until = inSeconds(pairing.secondsLeft);
      if (!pairing.isConfirmed) return null;
      tell(true);
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

  async function look(): Promise<void> {
    try {
      let meetingId = await ownMeeting();
      for (const pairing of mine) meetingId ??= await confirmedMeeting(pairing);
      if (end.signal.aborted) return;
      if (meetingId) return paired(meetingId);
      await renew();
      lostAt = null;
    } catch {
      lostAt ??= performance.now();
    }
    tell();
    if (!end.signal.aborted) timer = setTimeout(look, jitter(ASK_EVERY));
  }

  void look();
  return () => {
    end.abort();
    clearTimeout(timer);
  };
}
