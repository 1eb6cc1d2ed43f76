import { callItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { postComment } from '../../src/appraisal/comment.rules.js';
import { endStatement } from '../../src/statement/statement.rules.js';
import type { Call } from './course.js';

/** Commands of a script, as they are mostly given. */

export const call = (item: number, seconds = 0): Call => [callItem, { itemId: `item-${item}` }, seconds];
export const skip = (item: number, seconds = 0): Call => [skipItem, { itemId: `item-${item}`, reason: 'ill' }, seconds];
export const end = (seconds = 0): Call => [endStatement, {}, seconds];
export const recall = (item: number, seconds = 0): Call => [recallSpeaker, { itemId: `item-${item}` }, seconds];
export const say = (statement: number, seconds = 0): Call => [
  postComment,
  { statementId: `statement-${statement}`, authorId: 'chair', body: 'Well done.' },
  seconds,
];
export const END = end();
