import type { sentences } from './errors.sentences.js';

/** The closed list of reasons why a request is refused. `extensions.code` of every error is one of these. */
export type RefusalCode = keyof typeof sentences;

export type RefusalDetails = Readonly<Record<string, string | number>>;

/**
 * A request that the product refuses, for a reason the user can be told. Whoever throws it has changed nothing.
 * `details` fill the sentence of the code and stand beside the code in the error's extensions.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}

/** Throws a Refusal unless the condition holds. */
export function refuseUnless(condition: boolean, code: RefusalCode, details: RefusalDetails = {}): asserts condition {
  if (!condition) throw new Refusal(code, details);
}
