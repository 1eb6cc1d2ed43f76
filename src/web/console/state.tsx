import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { type Answer, useAnswer } from '../shared/answer.js';
import { useLanguage } from '../shared/language.js';
import { nothingYet, type Sight, watchBoardOf } from '../shared/live.js';
import { useIsOnline } from '../shared/problem.js';
import { type Viewer, Viewing } from '../shared/viewer.query.js';
import { type Board, ConsoleBoard, ConsoleOf, type Meeting } from './console.query.js';
import { type Sending, useSending } from './send.js';

/** All that the parts of the console know and can do. */
export interface ConsoleState extends Omit<Sending, 'done'> {
  readonly meeting: Meeting;
  /** Pushed as it changes; newer than `meeting` for a moment. */
  readonly board: Board;
  readonly viewer: Viewer;
  /** The server isn't heard: what is shown may be old, and nothing can be done. */
  readonly isLost: boolean;
  /** The server's time; undefined until it is known. */
  readonly now: () => number | undefined;
  /** How far the meeting was by the last command that was done here; 0: none was in the journal that is shown. */
  readonly doneSeq: number;
  /** Asks for the meeting anew; when it is done, the answer is one that was asked for after this. */
  readonly refresh: () => Promise<void>;
}

const Context = createContext<ConsoleState | null>(null);

export function useConsole(): ConsoleState {
  const state = useContext(Context);
  if (!state) throw new Error('a part of the console stands outside of it');
  return state;
}

interface Loaded extends Omit<Answer<{ meeting: Meeting }>, 'data'>, Sending {
  readonly meeting: Meeting | null;
  readonly board: Board | null;
  readonly viewer: Viewer | null;
  readonly isLost: boolean;
  readonly now: () => number | undefined;
}

/** The meeting, its board and who looks at it, each as new as can be; and the way to command it. */
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
  const present = useRef({ isLost, epoch: '' });
  present.current = { isLost, epoch: board?.epoch ?? '' };
  // Here, not in what is shown of the meeting: what became of a command is told also to whoever may see no more of it.
  const sending = useSending({
    meetingId,
    epoch: () => present.current.epoch,
    isLost: () => present.current.isLost,
    refresh,
  });
  const meeting = data?.meeting ?? null;
  return { meeting, board, viewer: viewing?.viewer ?? null, isLost, now, problem, refresh, ...sending };
}

interface ProviderProps {
  loaded: Loaded & Pick<ConsoleState, 'meeting' | 'board' | 'viewer'>;
  children: ComponentChildren;
}

export function ConsoleProvider({ loaded: { done, ...loaded }, children }: ProviderProps) {
  const { board, meeting } = loaded;
  // Numbers of another journal, such as before a backup was restored, say nothing of this one.
  const doneSeq = done.epoch === board.epoch ? done.seq : 0;
  // What was done here and is not shown yet: what stands on the buttons is of the past.
  const isBusy = loaded.isBusy || Math.min(board.seq, meeting.seq) < doneSeq;
  return <Context.Provider value={{ ...loaded, doneSeq, isBusy }}>{children}</Context.Provider>;
}
