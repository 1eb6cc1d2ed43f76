import { describe, expect, it } from '@jest/globals';
import { endItem, recallSpeaker } from '../../src/agenda/call.rules.js';
import {
  correctComment,
  discardDraft,
  draftComment,
  editDraft,
  postComment,
  postDraft,
} from '../../src/appraisal/comment.rules.js';
import { type Course, withMeeting } from '../../src/meeting/course.js';
import { skipComment, startComment } from '../../src/statement/statement.rules.js';
import { call, END } from '../support/calls.js';
import { continued, corrected, drafted, heard, INPUT, only, posted } from '../support/comments.js';
import { aMeeting, at, type Call, decide, play, refusal, refused, touched } from '../support/course.js';

const DRAFT = {
  meetingId: 'meeting',
  statementId: 'statement-1',
  authorId: 'chair',
  aspect: 'PROBLEM',
  body: 'Too long.',
  status: 'DRAFT',
  draftedAt: at(10).at,
  draftedBy: null,
  postedAt: null,
  correctedAt: null,
  retractedAt: null,
  reason: null,
};
const bodies: [string, object][] = [
  [' \n', { problem: 'empty' }],
  ['x'.repeat(5001), { problem: 'tooLong', limit: 5000 }],
  ['a\0', { problem: 'notText' }],
];

describe('who comments on what', () => {
  it.each([
    ['draftComment', draftComment],
    ['postComment', postComment],
  ])('[C1] is checked by %s: a COMMENTER of the meeting, a statement of the meeting', (_, rule) => {
    const told = (change: object) => refused(() => decide(heard(), rule, { ...INPUT, ...change }));
    expect(told({ authorId: 'guest' })).toEqual({ code: 'MISSING_DUTY', duty: 'COMMENTER' });
    expect(told({ authorId: 'speaker-1' })).toEqual({ code: 'MISSING_DUTY', duty: 'COMMENTER' });
    expect(told({ authorId: 'nobody' })).toEqual({ code: 'NOT_FOUND', what: 'participant', id: 'nobody' });
    expect(told({ statementId: 'item-2' })).toEqual({ code: 'NOT_FOUND', what: 'statement', id: 'item-2' });
  });

  it.each(bodies)('[C1] needs a text of 1 to 5000 characters', (body, problem) => {
    const told = { code: 'INVALID_INPUT', field: 'body', ...problem };
    expect(refused(() => decide(heard(), draftComment, { ...INPUT, body }))).toEqual(told);
    expect(refused(() => decide(heard(), postComment, { ...INPUT, body }))).toEqual(told);
    expect(refused(() => continued(drafted(), editDraft, { body }))).toEqual(told);
    expect(refused(() => continued(posted(), correctComment, { body, reason: 'x' }))).toEqual(told);
  });
});

describe('a draft', () => {
  it('[C2] is kept without an entry: the room sees no change', () => {
    const course = heard();
    const { course: next, entry, id } = decide(course, draftComment, INPUT, 10);
    expect(next).toEqual({ ...course, comments: [{ ...DRAFT, id }] });
    expect(entry).toBeUndefined();
  });

  it('[C2] can be written long before its statement is made, with or without an aspect', () => {
    const course = drafted(aMeeting({ meeting: { status: 'DRAFT', openedAt: null } }));
    expect(only(course).status).toBe('DRAFT');
    expect(only(play(heard(), [draftComment, { ...INPUT, aspect: null }])).aspect).toBeNull();
    expect(only(play(heard(), [draftComment, { ...INPUT, aspect: undefined }])).aspect).toBeNull();
  });

  it('[C3] can be rewritten, again without an entry', () => {
    const course = drafted();
    const before = only(course);
    const edited = decide(course, editDraft, { commentId: before.id, body: ' Short. ', aspect: 'STRENGTH' }, 30);
    expect(edited.course!.comments).toEqual([{ ...before, body: 'Short.', aspect: 'STRENGTH' }]);
    expect(edited.entry).toBeUndefined();
    expect(edited.id).toBe(before.id);
    expect(only(play(course, [editDraft, { commentId: before.id, body: 'Short.' }])).aspect).toBeNull();
  });

  it('[C3] can be discarded, again without an entry', () => {
    const course = drafted();
    const { id } = only(course);
    expect(decide(course, discardDraft, { commentId: id })).toEqual({ course: { ...course, comments: [] }, id });
  });

  it.each([
    ['posted', posted],
    ['corrected', corrected],
  ])('[C3] that was %s is none any more: it can’t be rewritten, discarded or posted', (_, world) => {
    const course = world();
    const { id: commentId } = only(course);
    expect(refusal(course, editDraft, { commentId, body: 'x' })).toBe('NOT_A_DRAFT');
    expect(refusal(course, discardDraft, { commentId })).toBe('NOT_A_DRAFT');
    expect(refusal(course, postDraft, { commentId })).toBe('NOT_A_DRAFT');
  });
});

describe('posting', () => {
  it('[C4] shows a comment to the room, at once', () => {
    const course = heard();
    const { course: next, entry, id } = decide(course, postComment, INPUT, 20);
    expect(next).toEqual({
      ...course,
      comments: [{ ...DRAFT, id, status: 'POSTED', draftedAt: at(20).at, postedAt: at(20).at }],
    });
    expect(entry).toEqual({ type: 'CommentPosted', statementId: 'statement-1', commentId: id });
  });

  it('[C4] shows a draft as it was written', () => {
    const course = drafted();
    const draft = only(course);
    const { course: next, entry } = decide(course, postDraft, { commentId: draft.id }, 20);
    expect(next!.comments).toEqual([{ ...draft, status: 'POSTED', postedAt: at(20).at }]);
    expect(touched(course, next!)).toEqual([`comments ${draft.id}`]);
    expect(entry).toEqual({ type: 'CommentPosted', statementId: 'statement-1', commentId: draft.id });
  });

  it('[C4] can be done more than once, also after the statement is done with or its comment was skipped', () => {
    const twice = play(posted(), [postComment, INPUT], [endItem, {}], [postComment, INPUT]);
    expect(twice.comments.map(({ status }) => status)).toEqual(['POSTED', 'POSTED', 'POSTED']);
    const skipped = heard([skipComment, { statementId: 'statement-1', reason: 'time' }]);
    expect(only(play(skipped, [postComment, INPUT])).status).toBe('POSTED');
  });

  it('[C4] is refused before the statement was made', () => {
    const draft = drafted(aMeeting());
    const tell = (course: Course) => [
      refused(() => decide(course, postComment, INPUT)),
      refused(() => decide(course, postDraft, { commentId: only(course).id })),
    ];
    const waiting = { code: 'WRONG_PHASE', phase: 'WAITING' };
    expect(tell(draft)).toEqual([waiting, waiting]);
    const speaking = { code: 'WRONG_PHASE', phase: 'STATEMENT' };
    expect(tell(play(draft, call(2)))).toEqual([speaking, speaking]);
    const again = play(posted(), [endItem, {}], [recallSpeaker, { itemId: 'item-2' }]);
    expect(refused(() => decide(again, postComment, INPUT))).toEqual(speaking);
  });

  it('[C4] waits in the BLOCK format until the statement is put up for its comment', () => {
    const block = withMeeting(aMeeting(), { format: 'BLOCK' });
    const course = play(block, call(2), END, call(3), END);
    expect(refused(() => decide(course, postComment, INPUT))).toEqual({ code: 'STATEMENTS_FIRST' });
    const started = play(course, [startComment, { statementId: 'statement-1' }]);
    expect(only(play(started, [postComment, INPUT])).status).toBe('POSTED');
  });

  it('[C4] of written statements goes on while their item is current, and after it', () => {
    const course = play(aMeeting({ agenda: ['WRITTEN_STATEMENTS'], written: 1 }), call(1), [postComment, INPUT]);
    expect(play(course, [endItem, {}], [postComment, INPUT]).comments).toHaveLength(2);
  });
});

describe('two who write on one comment', () => {
  const SAYS = { body: 'Too long.', aspect: 'PROBLEM' } as const;
  const NEW = { body: 'Short.', aspect: null };
  const tries: [string, () => Course, Call[0], object][] = [
    ['rewritten', drafted, editDraft, NEW],
    ['posted', drafted, postDraft, {}],
    ['corrected', posted, correctComment, { ...NEW, reason: 'slip' }],
  ];

  it.each(tries)('[C7] it is %s only if it reads as whoever does it has read', (_, world, rule, input) => {
    const course = world();
    const { id: commentId } = only(course);
    const told = (expected: object | null) => refusal(course, rule, { ...input, commentId, expected });
    expect(told({ ...SAYS, body: 'Too long' })).toBe('COMMENT_CHANGED');
    expect(told({ ...SAYS, aspect: 'STRENGTH' })).toBe('COMMENT_CHANGED');
    expect(told({ body: SAYS.body })).toBe('COMMENT_CHANGED');
    for (const expected of [SAYS, { ...SAYS, body: ' Too long.\n' }, null, undefined])
      expect(decide(course, rule, { ...input, commentId, expected }).id).toBe(commentId);
  });

  it('[C7] a draft without an aspect is expected without one', () => {
    const course = continued(drafted(), editDraft, NEW);
    const { id: commentId } = only(course);
    expect(continued(course, editDraft, { body: 'x', expected: { body: 'Short.' } }).comments[0]!.body).toBe('x');
    expect(refusal(course, editDraft, { commentId, body: 'x', expected: SAYS })).toBe('COMMENT_CHANGED');
  });
});
