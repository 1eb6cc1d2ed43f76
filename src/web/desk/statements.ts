import type { Shown } from '../preview/message.js';
import type { Comment, Person } from '../shared/board.query.js';
import { type Draft, isBlank } from './autosave.js';
import type { Meeting, Posted, Statement } from './desk.query.js';

interface Named {
  readonly person: { readonly name: string; readonly post: string; readonly organization: { readonly name: string } };
}

const personOf = ({ person: { name, post, organization } }: Named): Person => ({
  name,
  post,
  organization: organization.name,
});

/** All statements as the board counts them: in the order of the agenda, on-site and written apart. */
export function inOrder({ agenda, statements }: Meeting): (Statement & { number: number; total: number })[] {
  const position = ({ item }: Statement): number => agenda.find(({ id }) => id === item.id)?.position ?? 0;
  const sorted = statements.toSorted((a, b) => position(a) - position(b) || (a.id < b.id ? -1 : 1));
  return sorted.map((statement) => {
    const alike = sorted.filter(({ mode }) => mode === statement.mode);
    return { ...statement, number: alike.indexOf(statement) + 1, total: alike.length };
  });
}

export type Counted = ReturnType<typeof inOrder>[number];

/** What says at which statement the room is. */
interface Present {
  readonly state: string;
  readonly statement: { readonly id: string } | null;
  readonly written: readonly { readonly id: string }[];
  readonly comments: readonly { readonly statementId: string }[];
}

/** The statement that the room is at, if it is at one. */
export function presentOf({ statement, state, comments, written }: Present): string | null {
  if (statement) return statement.id;
  if (state !== 'WRITTEN_STATEMENTS') return null;
  return comments.at(-1)?.statementId ?? written[0]?.id ?? null;
}

export const shownOf = ({ id, mode, item, number, total, speaker }: Counted): Shown => ({
  id,
  mode,
  itemId: item.id,
  number,
  total,
  speaker: personOf(speaker),
});

/** The comments on a statement as the board shows them, and last the draft that may be posted. */
export function commentsWith(statement: Counted, draft: Draft | undefined, author: Named | undefined): Comment[] {
  const posted = statement.comments.flatMap((comment) => boardComment(statement.id, comment) ?? []);
  // For a moment what was just posted still stands here as a draft.
  const isPosted = posted.some(({ id }) => id === draft?.commentId);
  if (!draft || !author || isPosted || isBlank(draft.text)) return posted;
  const { body, aspect } = draft.text;
  const postedAt = new Date(8_640_000_000_000_000).toISOString();
  const rest = { statementId: statement.id, isCorrected: false, postedAt, author: personOf(author) };
  return [...posted, { id: draft.id, body: body.trim(), aspect, ...rest }];
}

function boardComment(statementId: string, comment: Posted): Comment | null {
  const { id, body, aspect, status, postedAt, author } = comment;
  if (body === null || postedAt === null) return null;
  return { id, statementId, body, aspect, isCorrected: status === 'CORRECTED', postedAt, author: personOf(author) };
}
