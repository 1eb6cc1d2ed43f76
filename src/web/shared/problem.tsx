import { useEffect, useState } from 'preact/hooks';
import { Refused } from './http.js';
import { useSay } from './language.js';
import { toSignIn } from './onward.js';
import { pageWords } from './page.words.js';

/** What went wrong, as far as a page is concerned. */
export interface Problem {
  /** The refusal's code; UNREACHABLE: the server wasn't heard. */
  readonly code: string;
  /** The server's own sentence; empty where it wasn't heard. */
  readonly message: string;
  /** What else the server told. */
  readonly details: Readonly<Record<string, unknown>>;
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return { code: error.code, message: error.message, details: error.details };
  return { code: 'UNREACHABLE', message: '', details: {} };
}

interface TroubleProps {
  problem: Problem | null;
  /** What the page calls the fields that a refusal may name. */
  fields?: Readonly<Record<string, string>>;
}

/** What a refusal says of one of the fields that a form has, without the name by which the server calls it. [M16] */
export function errorOf(problem: Problem | null, field: string): string | undefined {
  if (!problem || fieldOf(problem) !== field) return undefined;
  return problem.message.startsWith(field)
    ? problem.message.slice(field.length).replace(/^[：:]\s*/, '')
    : problem.message;
}

/** The field that a refusal names, or the thing that it did not find. */
export const fieldOf = ({ details }: Problem): string => String(details.field ?? details.what ?? '');

/** Says what went wrong with something that was tried; the place is always there, so that it is read out. [Q12] */
export function Trouble({ problem, fields = {} }: TroubleProps) {
  const say = useSay(pageWords);
  const field = String(problem?.details.field ?? '');
  const told = problem?.message.startsWith(field)
    ? problem.message.replace(field, fields[field] ?? field)
    : problem?.message;
  // What the page found out by itself has no sentence of the server's.
  const message = problem?.code === 'UNREACHABLE' ? say.notSent : told || say.notDone;
  return (
    <div role="alert" class="trouble" data-testid="trouble" data-code={problem?.code}>
      {problem && <p>{message}</p>}
    </div>
  );
}

/** A page that is not for whoever is here. */
export function NotForYou({ reason, isSignedIn }: { reason: string; isSignedIn: boolean }) {
  const say = useSay(pageWords);
  return (
    <div class="note" data-testid="not-for-you">
      <p>{reason}</p>
      <p>
        <a href={toSignIn()}>{isSignedIn ? say.signInOther : say.signInAgain}</a>
      </p>
    </div>
  );
}

/** Why a page shows nothing, or nothing new; with the way to sign in, where that is why. */
export function Barred({ problem }: { problem: Problem | null }) {
  const say = useSay(pageWords);
  const isOut = problem?.code === 'UNAUTHENTICATED' || problem?.code === 'FORBIDDEN';
  return (
    <div role="alert" class="trouble" data-testid="barred" data-code={problem?.code}>
      {problem && problem.code !== 'UNREACHABLE' && (
        <>
          <p>{problem.message}</p>
          {isOut && (
            <p>
              <a href={toSignIn()}>{problem.code === 'FORBIDDEN' ? say.signInOther : say.signInAgain}</a>
            </p>
          )}
        </>
      )}
    </div>
  );
}

export function useIsOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const end = new AbortController();
    const look = (): void => setOnline(navigator.onLine);
    window.addEventListener('online', look, end);
    window.addEventListener('offline', look, end);
    return () => end.abort();
  }, []);
  return isOnline;
}

/** Says that the page is on its own, for as long as it is. [Q12] */
export function Lost({ isLost }: { isLost: boolean }) {
  const say = useSay(pageWords);
  const isOnline = useIsOnline();
  return (
    <div role="status" class="lost" data-testid="lost" data-lost={isLost || !isOnline}>
      {isOnline ? isLost && <p>{say.unreachable}</p> : <p>{say.offline}</p>}
    </div>
  );
}
