/** What is known of a command by its answer. */
export type Outcome = 'DONE' | 'REFUSED' | 'ELSEWHERE' | 'UNCERTAIN';

interface Problem {
  readonly code: string;
}

/** Codes by which the server says that it failed; what it had done by then, nobody knows. */
const FAILED = ['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL', 'TOO_MANY_ATTEMPTS'];
/** Codes by which it says that it does not know whoever asks, or not any more. */
const SHUT = ['UNAUTHENTICATED', 'FORBIDDEN'];

/** An answer that did not come, or came from a server in trouble, leaves it open whether the command was done. [J6] */
export function outcomeOf(problem: Problem | null): Outcome {
  if (problem === null) return 'DONE';
  if (problem.code === 'CONFLICT') return 'ELSEWHERE';
  return FAILED.includes(problem.code) ? 'UNCERTAIN' : 'REFUSED';
}

/** The same when it is asked afterwards: whoever was signed out meanwhile is not told, and it may have been done. [J6] */
export const foundOf = (problem: Problem | null): Outcome | 'SHUT_OUT' =>
  problem && SHUT.includes(problem.code) ? 'SHUT_OUT' : outcomeOf(problem);
