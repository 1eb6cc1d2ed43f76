import type { Aspect } from '../shared/board.query.js';

/** What a draft says. */
export interface Text {
  readonly body: string;
  readonly aspect: Aspect | null;
}

/** Why the server has refused something. */
interface Problem {
  readonly code: string;
  readonly message: string;
}

/** A text on its way to the server. */
interface Sending {
  readonly text: Text;
  /** What the server's draft is thought to say; null: there is none yet. */
  readonly expected: Text | null;
  /** However often it is sent, it is done once. */
  readonly key: string;
  /** Nobody knows whether it has arrived: before anything newer it is sent again, as it was. */
  readonly isUnanswered: boolean;
}

/** What keeps a draft from being saved until somebody decides. */
type Trouble =
  /** It was rewritten elsewhere; what it says there, once that is known. */
  | { readonly kind: 'CHANGED'; readonly theirs: Text | null }
  /** It was posted or discarded elsewhere. */
  | { readonly kind: 'GONE' }
  | { readonly kind: 'REFUSED'; readonly problem: Problem };

/** A draft as it stands in this page, and what is known of the server's. */
export interface Draft {
  /** Its name in this page. */
  readonly id: string;
  readonly statementId: string;
  readonly authorId: string;
  /** Its id on the server; null until it is there. */
  readonly commentId: string | null;
  readonly text: Text;
  /** What the server is known to have; null: nothing. */
  readonly saved: Text | null;
  readonly sending: Sending | null;
  readonly trouble: Trouble | null;
  /** Grows whenever something was sent or answered: what was asked for before may be older than what was saved since. */
  readonly turn: number;
}

export type Happening =
  | { readonly kind: 'TYPED'; readonly text: Text }
  | { readonly kind: 'SENT'; readonly key: string }
  | { readonly kind: 'SENT_AGAIN' }
  | { readonly kind: 'ANSWERED'; readonly commentId: string }
  | { readonly kind: 'UNANSWERED' }
  | { readonly kind: 'REFUSED'; readonly problem: Problem }
  /** What the server's draft says, asked for when the draft was at this turn; null: it is there no more. */
  | { readonly kind: 'SEEN'; readonly text: Text | null; readonly turn: number }
  /** The text of this page in place of the other one, the other one in place of this, or both: this one as a new draft. */
  | { readonly kind: 'CHOSEN'; readonly choice: 'MINE' | 'THEIRS' | 'BOTH' };

export const isBlank = ({ body }: Text): boolean => body.trim() === '';

/** Texts are kept without the blanks around them. */
export const isSame = (one: Text | null, other: Text | null): boolean =>
  one === null || other === null ? one === other : one.body.trim() === other.body.trim() && one.aspect === other.aspect;

/** Whether leaving the page would lose something. */
export const isUnsaved = (draft: Draft): boolean => !isBlank(draft.text) && !isSame(draft.text, draft.saved);

/** Whether there is something to send, and nothing in the way: one request at a time. */
export const mustSend = (draft: Draft): boolean => isUnsaved(draft) && draft.sending === null && draft.trouble === null;

export type DraftState = 'BLANK' | 'SAVED' | 'TYPING' | 'SAVING' | 'OFFLINE' | NonNullable<Trouble>['kind'];

/** The one word on how a draft stands: it is "saved" only if the server has said so of this very text. [C8] */
export function stateOf(draft: Draft): DraftState {
  if (draft.trouble) return draft.trouble.kind;
  if (draft.sending) return draft.sending.isUnanswered ? 'OFFLINE' : 'SAVING';
  if (isBlank(draft.text)) return 'BLANK';
  return isUnsaved(draft) ? 'TYPING' : 'SAVED';
}

/** What becomes of a draft; null: it leaves the page, and nothing is lost by it. [C8] */
export function become(draft: Draft, happening: Happening): Draft | null {
  const { sending, turn } = draft;
  switch (happening.kind) {
    case 'TYPED':
      // A text that was refused, such as one too long, may pass once it is another one.
      return {
        ...draft,
        text: happening.text,
        trouble: draft.trouble?.kind === 'REFUSED' ? null : draft.trouble,
      };
    case 'SENT': {
      if (!mustSend(draft)) return draft;
      const { text, saved } = draft;
      return {
        ...draft,
        sending: { text, expected: saved, key: happening.key, isUnanswered: false },
        turn: turn + 1,
      };
    }
    case 'SENT_AGAIN':
      return sending ? { ...draft, sending: { ...sending, isUnanswered: false } } : draft;
    case 'ANSWERED':
      if (!sending) return draft;
      return { ...draft, commentId: happening.commentId, saved: sending.text, sending: null, turn: turn + 1 };
    case 'UNANSWERED':
      return sending ? { ...draft, sending: { ...sending, isUnanswered: true } } : draft;
    case 'REFUSED':
      return { ...draft, sending: null, trouble: troubleOf(happening.problem), turn: turn + 1 };
    case 'SEEN':
      return happening.turn === turn && sending === null ? seen(draft, happening.text) : draft;
    case 'CHOSEN':
      return chosen(draft, happening.choice);
  }
}

function troubleOf(problem: Problem): Trouble {
  if (problem.code === 'COMMENT_CHANGED') return { kind: 'CHANGED', theirs: null };
  if (problem.code === 'NOT_FOUND' || problem.code === 'NOT_A_DRAFT') return { kind: 'GONE' };
  return { kind: 'REFUSED', problem };
}

/** What another console has written shows here at once, unless something here would be lost by it: then somebody decides. */
function seen(draft: Draft, theirs: Text | null): Draft | null {
  if (draft.commentId === null) return draft;
  if (theirs === null) return isUnsaved(draft) ? { ...draft, trouble: { kind: 'GONE' } } : null;
  if (isSame(draft.text, theirs)) return { ...draft, saved: theirs, trouble: null };
  const isNews = !isSame(draft.saved, theirs) || draft.trouble?.kind === 'CHANGED';
  if (!isNews) return draft;
  if (isUnsaved(draft)) return { ...draft, trouble: { kind: 'CHANGED', theirs } };
  return { ...draft, text: theirs, saved: theirs, trouble: null };
}

function chosen(draft: Draft, choice: 'MINE' | 'THEIRS' | 'BOTH'): Draft | null {
  const { trouble } = draft;
  const theirs = trouble?.kind === 'CHANGED' ? trouble.theirs : null;
  if (choice === 'BOTH') return { ...draft, commentId: null, saved: null, trouble: null, turn: draft.turn + 1 };
  if (theirs === null) return choice === 'THEIRS' && trouble?.kind === 'GONE' ? null : draft;
  return { ...draft, text: choice === 'MINE' ? draft.text : theirs, saved: theirs, trouble: null };
}
