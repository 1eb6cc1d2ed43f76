/** What a teller types for one candidate: a field for each level, and one for the abstentions. */

/** A number as it is typed: digits only, in whatever width; null while it is none. */
export function numberOf(typed: string): number | null {
  const digits = typed.normalize('NFKC').trim();
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}

/** The numbers of a row; null until every field has one. */
export function numbersOf(typed: readonly string[]): number[] | null {
  const numbers = typed.map(numberOf);
  return numbers.every((one) => one !== null) ? (numbers as number[]) : null;
}

/** What is typed so far adds up to this. */
export const sumOf = (typed: readonly string[]): number => typed.reduce((sum, one) => sum + (numberOf(one) ?? 0), 0);

export type RowState = 'EMPTY' | 'TYPING' | 'FITS' | 'MISFITS';

/** Whether a row can be saved: all of it is typed, and it adds up to the valid sheets. [V14] */
export function stateOf(typed: readonly string[], valid: number): RowState {
  if (typed.every((one) => one.trim() === '')) return 'EMPTY';
  if (sumOf(typed) > valid) return 'MISFITS';
  if (numbersOf(typed) === null) return 'TYPING';
  return sumOf(typed) === valid ? 'FITS' : 'MISFITS';
}
