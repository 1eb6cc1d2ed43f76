import { useCallback, useRef, useState } from 'preact/hooks';
import { ask, Refused } from '../shared/http.js';
import type { Operation } from '../shared/operation.js';
import { type Problem, problemOf } from '../shared/problem.js';
import { newKey } from './key.js';
import { foundOf, outcomeOf } from './outcome.rules.js';

/** What every command of a meeting takes beside its own variables. */
interface Common {
  meetingId: string;
  expectedSeq?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}

/** All commands answer with how far the meeting is then, each under its own name. */
type Answered = Readonly<Record<string, { readonly seq: number }>>;

export interface Command<Variables> {
  /** What it does, in the words that stood on the button. */
  readonly said: string;
  readonly operation: Operation<Answered, Variables & Common>;
  readonly variables: Variables;
  /** Where the meeting was when the operator decided: it is done there, or not at all. */
  readonly expectedSeq?: number | undefined;
}

export interface Notice {
  readonly id: number;
  readonly said: string;
  /** LATE: it was done, though its answer was lost. */
  readonly outcome: 'REFUSED' | 'LATE';
  readonly problem: Problem | null;
}

export interface Sending {
  /** A command is under way: nothing else is sent, and nothing waits. */
  readonly isBusy: boolean;
  /** How far the meeting was by the last command that was done here, and in which journal. */
  readonly done: { readonly epoch: string; readonly seq: number };
  /** What it is still uncertain of whether it was done. */
  readonly uncertain: string | null;
  readonly notices: readonly Notice[];
  readonly dismiss: (id: number) => void;
  /** Answers whether it was done; if not, a notice says why, and stays. Undefined: something else was under way, and nothing was sent. */
  readonly send: <Variables>(command: Command<Variables>) => Promise<boolean | undefined>;
  /** The same for a dialog, which says by itself why not: throws what was refused. */
  readonly attempt: <Variables>(command: Command<Variables>) => Promise<void>;
}

const PATIENCE = 10_000;
const LOOK_AGAIN = 1_000;
/** No meeting is there: whatever comes with it and was not done before is refused. */
const NOWHERE = -1;

const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Setup {
  meetingId: string;
  /** The journal that the meeting's numbers are of now: a backup that is restored begins another one. */
  epoch: () => string;
  isLost: () => boolean;
  refresh: () => Promise<void>;
}

/**
 * Sends one command at a time, and nothing while the server is lost. A command whose answer was lost is never sent again to be
 * done: by its key the server is asked what became of it, until it says so. [J6]
 */
export function useSending({ meetingId, epoch, isLost, refresh }: Setup): Sending {
  const isRunning = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [uncertain, setUncertain] = useState<string | null>(null);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [done, setDone] = useState({ epoch: '', seq: 0 });
  const count = useRef(0);

  const tell = (said: string, outcome: Notice['outcome'], problem: Problem | null): void => {
    count.current++;
    const notice = { id: count.current, said, outcome, problem };
    // The newest are enough: whoever has five before them reads no sixth.
    setNotices((former) => [notice, ...former].slice(0, 5));
  };

  /** Whether it was done at all; asked until the server answers. */
  async function lookUp<Variables>(command: Command<Variables>, key: string): Promise<Problem | null> {
    setUncertain(command.said);
    try {
      for (let times = 0; ; ) {
        await later(LOOK_AGAIN);
        const problem = await request(command, key, NOWHERE);
        const outcome = foundOf(problem);
        if (outcome === 'DONE') return null;
        if (outcome === 'SHUT_OUT') return { code: 'UNKNOWN', message: '', details: {} };
        if (outcome === 'REFUSED') return problem;
        // Said twice: the first request itself may have been on its way still.
        if (outcome === 'ELSEWHERE' && ++times === 2) return { code: 'NOT_DONE', message: '', details: {} };
      }
    } finally {
      setUncertain(null);
    }
  }

  async function request<Variables>(
    { operation, variables }: Command<Variables>,
    idempotencyKey: string,
    expectedSeq: number | undefined,
  ): Promise<Problem | null> {
    const of = epoch();
    try {
      const common = { meetingId, idempotencyKey, expectedSeq: expectedSeq ?? null };
      const answer = await ask(operation, { ...variables, ...common }, undefined, PATIENCE);
      setDone({ epoch: of, seq: Object.values(answer)[0]?.seq ?? 0 });
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  async function carryOut<Variables>(command: Command<Variables>): Promise<Problem | null> {
    if (isLost()) return { code: 'OFFLINE', message: '', details: {} };
    const key = newKey();
    const problem = await request(command, key, command.expectedSeq);
    if (outcomeOf(problem) !== 'UNCERTAIN') return problem;
    const found = await lookUp(command, key);
    if (found === null) tell(command.said, 'LATE', null);
    return found;
  }

  /** Undefined: something else was under way, and nothing was done. */
  async function alone<Variables>(command: Command<Variables>): Promise<Problem | null | undefined> {
    if (isRunning.current) return undefined;
    isRunning.current = true;
    setBusy(true);
    try {
      const problem = await carryOut(command);
      // What was done is pushed; what was not is told beside the state as it is by then.
      if (problem) await refresh();
      else void refresh();
      return problem;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  }

  return {
    isBusy,
    done,
    uncertain,
    notices,
    dismiss: useCallback((id) => setNotices((all) => all.filter((notice) => notice.id !== id)), []),
    async send(command) {
      const problem = await alone(command);
      if (problem) tell(command.said, 'REFUSED', problem);
      return problem === undefined ? undefined : problem === null;
    },
    async attempt(command) {
      const problem = await alone(command);
      if (problem === undefined) throw new Refused('BUSY', '');
      // The dialog has gone with what its person may see no longer.
      if (problem?.code === 'UNKNOWN') tell(command.said, 'REFUSED', problem);
      if (problem) throw new Refused(problem.code, problem.message, problem.details);
    },
  };
}
