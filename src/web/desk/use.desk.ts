import { useEffect, useMemo, useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAnswer } from '../shared/answer.js';
import type { Problem } from '../shared/problem.js';
import { DeskOf, type Meeting, type Participant } from './desk.query.js';
import { type Drafts, draftsAt } from './drafts.js';

/** How often it is looked for what other consoles have drafted: drafts move no seq, so nobody is told of them. */
const LOOK_EVERY = 4_000;

export interface DeskState {
  readonly meeting: Meeting;
  readonly drafts: Drafts;
  /** What the server has was looked at once. */
  readonly hasLooked: boolean;
  /** In whose name whoever is here may draft. */
  readonly authors: readonly Participant[];
  readonly isOperator: boolean;
  /** The participant that whoever is here is. */
  readonly ownId: string | null;
}

/** The meeting as the desk knows it, asked for again at each change; null until it is known. */
export function useDesk(): { desk: DeskState | null; problem: Problem | null } {
  const { meeting: running, board, viewer, isLost } = useConsole();
  const { data, problem, refresh } = useAnswer(DeskOf, { id: running.id });
  const drafts = useMemo(() => draftsAt(running.id), [running.id]);
  const [hasLooked, setLooked] = useState(false);

  useEffect(() => {
    const end = new AbortController();
    const look = (): void => {
      if (document.visibilityState === 'visible') void drafts.look();
    };
    void drafts.look().then(() => setLooked(true));
    const timer = setInterval(look, LOOK_EVERY);
    window.addEventListener('focus', look, end);
    document.addEventListener('visibilitychange', look, end);
    return () => {
      end.abort();
      clearInterval(timer);
    };
  }, [drafts]);
  useEffect(() => {
    void refresh();
    void drafts.look();
  }, [board.epoch, board.seq, isLost]);

  const meeting = data?.meeting;
  if (!meeting) return { desk: null, problem };
  // An account that is one of the participants knows of itself alone whether it is there.
  const known = running.participants.filter(({ presence }) => presence !== null);
  const isOperator = running.mayRun;
  // Tellers know it of everybody as well, and are none of them by that.
  const ownId = viewer.participantId ?? (!isOperator && known.length === 1 ? (known[0]?.id ?? null) : null);
  const commenters = meeting.participants.filter(({ duties }) => duties.includes('COMMENTER'));
  const authors = isOperator || ownId === null ? commenters : commenters.filter(({ id }) => id === ownId);
  return { desk: { meeting, drafts, hasLooked, authors, isOperator, ownId }, problem };
}

/** Draws again whenever a draft has changed. */
export function useDrafts(drafts: Drafts) {
  const [list, setList] = useState(drafts.list);
  useEffect(() => {
    const show = (): void => setList(drafts.list());
    show();
    return drafts.follow(show);
  }, [drafts]);
  return list;
}
