import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, useAnswer } from '../shared/answer.js';
import { useLanguage } from '../shared/language.js';
import { nothingYet, type Sight, watchBoardOf } from '../shared/live.js';
import { type Problem, useIsOnline } from '../shared/problem.js';
import { type Viewer, Viewing } from '../shared/viewer.query.js';
import { type Board, ConsoleBoard, ConsoleOf, type Meeting } from './console.query.js';
import { type Sending, useSending } from './send.js';

/** All that the parts of the console know and can do. */
export interface ConsoleState extends Sending {
  readonly meeting: Meeting;
  /** Pushed as it changes; newer than `meeting` for a moment. */
  readonly board: Board;
  readonly viewer: Viewer;
  /** The server isn't heard: what is shown may be old, and nothing can be done. */
  readonly isLost: boolean;
  /** The server's time; undefined until it is known. */
  readonly now: () => number | undefined;
  /** Asks for the meeting anew; when it is done, the answer is one that was asked for after this. */
  readonly refresh: () => Promise<void>;
}

const Context = createContext<ConsoleState | null>(null);

export function useConsole(): ConsoleState {
  const state = useContext(Context);
  if (!state) throw new Error('a part of the console stands outside of it');
  return state;
}

interface Loaded extends Omit<Answer<{ meeting: Meeting }>, 'data'> {
  readonly meeting: Meeting | null;
  readonly board: Board | null;
  readonly viewer: Viewer | null;
  readonly isLost: boolean;
  readonly now: () => number | undefined;
}

/** The meeting, its board and who looks at it, each as new as can be. */
export function useLoaded(meetingId: string): Loaded {
  const { language } = useLanguage();
  const [sight, show] = useState<Sight<Board>>(nothingYet);
  const { data: viewing, refresh: check } = useAnswer(Viewing, {});
  const { data, problem, refresh } = useAnswer(ConsoleOf, { id: meetingId });
  const isOnline = useIsOnline();
  const { board, refusal, lostAt, now } = sight;
  // Not anew in another language: what is shown, and what is being written beside it, stays.
  useEffect(() => watchBoardOf<Board>({ meetingId, language, query: ConsoleBoard, show }), [meetingId]);
  useEffect(() => {
    void refresh();
    // Whoever is signed out from elsewhere, or dismissed, is to see no more than they may.
    void check();
  }, [board?.epoch, board?.seq, refusal]);
  const isLost = !isOnline || lostAt !== null || problem?.code === 'UNREACHABLE';
  return { meeting: data?.meeting ?? null, board, viewer: viewing?.viewer ?? null, isLost, now, problem, refresh };
}

interface ProviderProps {
  loaded: Omit<ConsoleState, keyof Sending> & { problem: Problem | null };
  children: ComponentChildren;
}

export function ConsoleProvider({ loaded, children }: ProviderProps) {
  const { meeting, isLost, refresh } = loaded;
  const lost = useRef(isLost);
  lost.current = isLost;
  const sending = useSending({ meetingId: meeting.id, isLost: () => lost.current, refresh });
  // What was done here and is not shown yet: what stands on the buttons is of the past.
  const isBehind = loaded.board.seq < sending.doneSeq && meeting.epoch === loaded.board.epoch;
  const isBusy = sending.isBusy || isBehind;
  return <Context.Provider value={{ ...loaded, ...sending, isBusy }}>{children}</Context.Provider>;
}
