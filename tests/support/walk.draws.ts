import type { Course } from '../../src/meeting/course.js';
import { Duty } from '../../src/people/participant.type.js';
import type { Command } from './commands.js';
import type { Dice } from './dice.js';

/** Words that stand nowhere else, so that they can be looked for. */
let said = 0;
export const words = () => `word-${++said}.`;

/** A command with an input drawn by lot. */
export type Drawn = [Command, object];
export type Random = (course: Course, random: Dice) => Drawn;
const anyOf = ({ one, next }: Dice, rows: { id: string }[]) =>
  rows.length === 0 || next() < 0.02 ? 'unknown' : one(rows).id;
export const item = (course: Course, random: Dice) => ({ itemId: anyOf(random, course.items) });
export const statement = (course: Course, random: Dice) => ({ statementId: anyOf(random, course.statements) });
export const comment = (course: Course, random: Dice) => ({ commentId: anyOf(random, course.comments) });
export const requirement = (course: Course, random: Dice) => ({ requirementId: anyOf(random, course.requirements) });
export const participant = (course: Course, random: Dice) => anyOf(random, course.participants);
export const reason = ({ next }: Dice) => ({ reason: next() < 0.05 ? ' ' : words() });
export const person = ({ below }: Dice) => `0190a000-0000-7000-8000-0000000000${below(90) + 10}`;
export const duties = ({ one, below }: Dice) =>
  Array.from({ length: below(4) }, () => one(Object.keys(Duty) as Duty[]));
export const said5 = (course: Course, random: Dice) => ({
  ...statement(course, random),
  authorId: random.next() < 0.8 ? 'chair' : participant(course, random),
  body: words(),
});
/** The item after the last one called, mostly. */
export const nextItem = (course: Course, random: Dice) => {
  const waiting = course.items.find(({ status }) => status === 'PENDING');
  return waiting && random.next() < 0.7 ? { itemId: waiting.id } : item(course, random);
};
/** The statement that is dealt with, mostly. */
export const shown = (course: Course, random: Dice) => {
  const current = course.statements.find(({ itemId }) => itemId === course.meeting.currentItemId);
  return current && random.next() < 0.8 ? { statementId: current.id } : statement(course, random);
};
