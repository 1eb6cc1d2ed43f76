import { validate as isUuid } from 'uuid';
import { Refusal } from './errors.js';

/** Checks of what a user sends. Each names the field; each gives back the value as it is stored. */

interface Lengths {
  /** Longest text, in characters (code points). */
  max: number;
  /** Whether the text may be empty. Default: no. */
  empty?: boolean;
}

const refuse = (field: string, problem: string, limit?: number): never => {
  throw new Refusal('INVALID_INPUT', limit === undefined ? { field, problem } : { field, problem, limit });
};

/**
 * A text without surrounding white space. PostgreSQL can't hold NUL, and JSON can't hold half a surrogate pair. [I1]
 */
export function text(field: string, value: string, { max, empty = false }: Lengths): string {
  const said = value.trim();
  if (said === '' && !empty) refuse(field, 'empty');
  if (/[\0\p{Surrogate}]/u.test(said)) refuse(field, 'notText');
  if ([...said].length > max) refuse(field, 'tooLong', max);
  return said;
}

/** A number within its bounds. [I2] */
export function integer(field: string, value: number, min: number, max: number): number {
  if (value < min) refuse(field, 'tooSmall', min);
  if (value > max) refuse(field, 'tooLarge', max);
  return value;
}

/** The name of a time zone, so that DST is known. [I3] */
export function timeZone(field: string, value: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    refuse(field, 'notATimeZone');
  }
  // Offsets such as +08:00 are understood too, but they know nothing of DST.
  if (/^[+-]/.test(value)) refuse(field, 'notATimeZone');
  return value;
}

/** A time that PostgreSQL can hold. [I4] */
export function instant(field: string, value: Date): Date {
  const year = value.getUTCFullYear();
  if (!(year >= 1900 && year <= 9999)) refuse(field, 'notADate');
  return value;
}

/**
 * An id that could be one, spelt as PostgreSQL spells it. Whether there is such a thing is for the database to say. [I5]
 */
export function id(what: string, value: string): string {
  if (!isUuid(value)) throw new Refusal('NOT_FOUND', { what, id: value });
  return value.toLowerCase();
}
