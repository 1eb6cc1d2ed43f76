import { expect } from '@jest/globals';
import { correctComment, draftComment, postComment } from '../../src/appraisal/comment.rules.js';
import type { CommentInput } from '../../src/appraisal/comment.type.js';
import type { Course } from '../../src/meeting/course.js';
import { call, END } from './calls.js';
import { aMeeting, type Call, play } from './course.js';

export const INPUT: CommentInput = {
  statementId: 'statement-1',
  authorId: 'chair',
  aspect: 'PROBLEM',
  body: ' Too long. ',
};
/** A course whose first statement was made. */
export const heard = (...calls: Call[]) => play(aMeeting(), call(2), END, ...calls);
/** The only comment of a course. */
export const only = ({ comments }: Course) => {
  expect(comments).toHaveLength(1);
  return comments[0]!;
};
export const drafted = (course = heard()) => play(course, [draftComment, INPUT, 10]);
export const posted = () => play(heard(), [postComment, INPUT, 20]);
/** The course after one more command, on its only comment. */
export const continued = (course: Course, rule: Call[0], input: object, seconds = 0) =>
  play(course, [rule, { ...input, commentId: only(course).id }, seconds]);
export const corrected = () => continued(posted(), correctComment, { body: 'x', reason: 'slip' }, 30);
