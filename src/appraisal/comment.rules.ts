import { refuseUnless } from '../errors.js';
import { text } from '../input.js';
import { type Course, find, type Now, put, type Rule, without } from '../meeting/course.js';
import { needStatus } from '../meeting/meeting.rules.js';
import type { CommentRow } from './comment.entity.js';
import type { Aspect, CommentInput, CorrectionInput, DraftInput } from './comment.type.js';

const words = (body: string) => text('body', body, { max: 5000 });

/** A comment, and who writes it down. */
type Written = CommentInput & { draftedBy?: string | null };

/** Comments are made by a participant with the duty COMMENTER, on a statement of the same meeting. [C1] */
function newDraft(course: Course, input: Written, { at, id }: Now): CommentRow {
  find(course, 'statements', input.statementId);
  const { duties } = find(course, 'participants', input.authorId);
  refuseUnless(duties.includes('COMMENTER'), 'MISSING_DUTY', { duty: 'COMMENTER' });
  return {
    id: id(),
    meetingId: course.meeting.id,
    statementId: input.statementId,
    authorId: input.authorId,
    aspect: input.aspect ?? null,
    body: words(input.body),
    status: 'DRAFT',
    draftedAt: at,
    draftedBy: input.draftedBy ?? null,
    postedAt: null,
    correctedAt: null,
    retractedAt: null,
    reason: null,
  };
}

/** A comment can be drafted at any time before the meeting is archived. A draft changes nothing the room sees. [C2] */
export const draftComment: Rule<Written> = (course, input, now) => {
  needDesk(course);
  const draft = newDraft(course, input, now);
  return { course: put(course, 'comments', draft), id: draft.id };
};

const needDesk = (course: Course) => needStatus(course, 'DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED');

function findDraft(course: Course, commentId: string): CommentRow {
  const comment = find(course, 'comments', commentId);
  refuseUnless(comment.status === 'DRAFT', 'NOT_A_DRAFT');
  return comment;
}

/** What a comment says, as far as whoever sends a command knows; without it they take it as it is. */
type Expecting = { commentId: string; expected?: DraftInput | null };

/**
 * Of two who write on one comment, the second is told: nothing is rewritten, corrected or posted that reads otherwise than
 * whoever does it has read. [C7]
 */
function expectText({ body, aspect }: CommentRow, { expected }: Expecting): void {
  if (!expected) return;
  const isAsExpected = body === expected.body.trim() && aspect === (expected.aspect ?? null);
  refuseUnless(isAsExpected, 'COMMENT_CHANGED');
}

/** A draft can be rewritten and discarded; a posted comment can't. [C3] */
export const editDraft: Rule<DraftInput & Expecting> = (course, { body, aspect, ...named }) => {
  needDesk(course);
  const before = findDraft(course, named.commentId);
  expectText(before, named);
  const draft = { ...before, body: words(body), aspect: aspect ?? null };
  return { course: put(course, 'comments', draft), id: draft.id };
};

export const discardDraft: Rule<{ commentId: string }> = (course, { commentId }) => {
  needDesk(course);
  findDraft(course, commentId);
  return { course: without(course, 'comments', commentId), id: commentId };
};

/** A comment is posted while the meeting is LIVE, once its statement was made. [C4] */
function posted(course: Course, draft: CommentRow, at: Date) {
  needStatus(course, 'LIVE');
  const { phase } = find(course, 'statements', draft.statementId);
  refuseUnless(phase !== 'HEARD', 'STATEMENTS_FIRST');
  refuseUnless(phase === 'COMMENT' || phase === 'DONE', 'WRONG_PHASE', { phase });
  return decide(course, { ...draft, status: 'POSTED', postedAt: at }, 'CommentPosted');
}

export const postComment: Rule<Written> = (course, input, now) => posted(course, newDraft(course, input, now), now.at);

export const postDraft: Rule<Expecting> = (course, named, { at }) => {
  const draft = findDraft(course, named.commentId);
  expectText(draft, named);
  return posted(course, draft, at);
};

function findPosted(course: Course, commentId: string): CommentRow {
  needStatus(course, 'LIVE', 'PAUSED', 'CLOSED');
  const comment = find(course, 'comments', commentId);
  refuseUnless(comment.status === 'POSTED' || comment.status === 'CORRECTED', 'NOT_POSTED');
  return comment;
}

/** A posted comment can be corrected, with a reason, until the meeting is archived; the board says so (更正). [C5] */
export const correctComment: Rule<CorrectionInput & Expecting> = (course, input, { at }) => {
  const comment = findPosted(course, input.commentId);
  expectText(comment, input);
  const reason = text('reason', input.reason, { max: 500 });
  const aspect: Aspect | null = input.aspect ?? null;
  const corrected = {
    ...comment,
    body: words(input.body),
    aspect,
    status: 'CORRECTED' as const,
    correctedAt: at,
    reason,
  };
  return decide(course, corrected, 'CommentCorrected');
};

/** A posted comment can be retracted, with a reason: its text leaves the row, and nothing public shows it again. [C6] */
export const retractComment: Rule<{ commentId: string; reason: string }> = (course, input, { at }) => {
  const comment = findPosted(course, input.commentId);
  const reason = text('reason', input.reason, { max: 500 });
  const retracted = { ...comment, body: null, aspect: null, status: 'RETRACTED' as const, retractedAt: at, reason };
  return decide(course, retracted, 'CommentRetracted');
};

function decide(course: Course, comment: CommentRow, type: 'CommentPosted' | 'CommentCorrected' | 'CommentRetracted') {
  const entry = { type, statementId: comment.statementId, commentId: comment.id };
  return { course: put(course, 'comments', comment), entry, id: comment.id };
}
