import { useState } from 'preact/hooks';
import { useAnswer } from '../shared/answer.js';
import type { Problem } from '../shared/problem.js';
import { type MeetingPage, Meetings } from './meetings.query.js';

const STEP = 20;
const EVERY = 30_000;
const MOST = 100;

export interface MeetingList {
  readonly page: MeetingPage | null;
  readonly problem: Problem | null;
  /** Shows more meetings; undefined when all are shown. */
  readonly more: (() => void) | undefined;
}

/** The meetings, asked for again when the window gets the focus and now and then while it is seen. */
export function useMeetings(): MeetingList {
  const [first, setFirst] = useState(STEP);
  const { data, problem } = useAnswer(Meetings, { first }, EVERY);
  const page = data?.meetings ?? null;
  const hasMore = page?.pageInfo.hasNextPage && first < MOST;
  return { page, problem, more: hasMore ? () => setFirst(first + STEP) : undefined };
}
