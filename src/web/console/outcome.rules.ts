/** What is known of a command by its answer. */
export type Outcome = 'DONE' | 'REFUSED' | 'ELSEWHERE' | 'UNCERTAIN';

/** Codes by which the server says that it failed; what it had done by then, nobody knows. */
const FAILED = ['UNREACHABLE', 'UNAVAILABLE', 'INTERNAL', 'TOO_MANY_ATTEMPTS'];

/** An answer that did not come, or came from a server in trouble, leaves it open whether the command was done. [J6] */
export function outcomeOf(problem: { readonly code: string } | null): Outcome {
  if (problem === null) return 'DONE';
  if (problem.code === 'CONFLICT') return 'ELSEWHERE';
  return FAILED.includes(problem.code) ? 'UNCERTAIN' : 'REFUSED';
}
