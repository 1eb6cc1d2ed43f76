import { describe, expect, it } from '@jest/globals';
import {
  correctComment,
  discardDraft,
  editDraft,
  postDraft,
  retractComment,
} from '../../src/appraisal/comment.rules.js';
import { continued, corrected, drafted, only, posted } from '../support/comments.js';
import { at, decide, refusal, refused } from '../support/course.js';

describe('correcting', () => {
  it('[C5] puts new words in place of the old, with the time and the reason', () => {
    const course = posted();
    const before = only(course);
    const input = { commentId: before.id, body: ' Rather long. ', aspect: 'SUGGESTION' as const, reason: ' slip ' };
    const { course: next, entry } = decide(course, correctComment, input, 30);
    expect(next).toEqual({
      ...course,
      comments: [
        {
          ...before,
          body: 'Rather long.',
          aspect: 'SUGGESTION',
          status: 'CORRECTED',
          correctedAt: at(30).at,
          reason: 'slip',
        },
      ],
    });
    expect(entry).toEqual({ type: 'CommentCorrected', statementId: 'statement-1', commentId: before.id });
  });

  it('[C5] can be done again, and keeps when it was posted', () => {
    const course = corrected();
    const again = continued(course, correctComment, { body: 'y', reason: 'again' }, 40);
    expect(only(again)).toMatchObject({ body: 'y', postedAt: at(20).at, correctedAt: at(40).at, reason: 'again' });
  });

  it.each(['', 'x'.repeat(501)])('[C5] [C6] needs a reason of 1 to 500 characters', (reason) => {
    const course = posted();
    const { id: commentId } = only(course);
    expect(refusal(course, correctComment, { commentId, body: 'x', reason })).toBe('INVALID_INPUT');
    expect(refusal(course, retractComment, { commentId, reason })).toBe('INVALID_INPUT');
  });
});

describe('retracting', () => {
  it.each([
    ['posted', posted],
    ['corrected', corrected],
  ])('[C6] takes the text of a %s comment out of its row; when and why stay', (_, world) => {
    const course = world();
    const before = only(course);
    const { course: next, entry } = decide(course, retractComment, { commentId: before.id, reason: ' wrong ' }, 50);
    expect(next).toEqual({
      ...course,
      comments: [{ ...before, body: null, aspect: null, status: 'RETRACTED', retractedAt: at(50).at, reason: 'wrong' }],
    });
    expect(entry).toEqual({ type: 'CommentRetracted', statementId: 'statement-1', commentId: before.id });
  });

  it('[C5] [C6] a draft is neither corrected nor retracted, and a retracted comment never comes back', () => {
    const draft = drafted();
    const gone = continued(posted(), retractComment, { reason: 'x' });
    for (const course of [draft, gone]) {
      const { id: commentId } = only(course);
      expect(refused(() => decide(course, correctComment, { commentId, body: 'x', reason: 'x' }))).toEqual({
        code: 'NOT_POSTED',
      });
      expect(refused(() => decide(course, retractComment, { commentId, reason: 'x' }))).toEqual({ code: 'NOT_POSTED' });
    }
    const { id: commentId } = only(gone);
    expect(refusal(gone, postDraft, { commentId })).toBe('NOT_A_DRAFT');
    expect(refusal(gone, editDraft, { commentId, body: 'x' })).toBe('NOT_A_DRAFT');
    expect(refusal(gone, discardDraft, { commentId })).toBe('NOT_A_DRAFT');
  });
});
