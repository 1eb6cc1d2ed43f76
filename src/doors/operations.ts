import type { GraphQLError } from 'graphql';
import { type Excess, tooComplex } from './limits.js';

const MOST_AT_ONCE = 50;
/** What all operations of a socket may cost together: each event executes those that follow it once more. */
const MOST_COST = 100_000;

interface Operation {
  readonly id: string;
  readonly cost: number;
  isStarting: boolean;
}

const NONE: readonly never[] = [];

/** The operations of one socket, and what they cost. [G9] */
export class Operations {
  private all: readonly Operation[] = NONE;

  /** Whether one of this id is being started: graphql-ws would let another one have it, once the first was completed. */
  isStarting(id: string): boolean {
    return this.all.some((one) => one.id === id && one.isStarting);
  }

  /** Why there is no place for one more; null if there is. `present` has the ids that graphql-ws holds, the new one's among them. */
  excess(id: string, cost: number, present: object): GraphQLError | null {
    this.all = this.all.filter((one) => one.isStarting || (one.id in present && one.id !== id));
    const sum = this.all.reduce((all, one) => all + one.cost, cost);
    const [name, limit]: [Excess, number] =
      this.all.length >= MOST_AT_ONCE ? ['tooManyAtOnce', MOST_AT_ONCE] : ['tooCostlyTogether', MOST_COST];
    return name === 'tooManyAtOnce' || sum > MOST_COST ? tooComplex(name, limit) : null;
  }

  start(id: string, cost: number): void {
    this.all = this.all.concat({ id, cost, isStarting: true });
  }

  started(id: string): void {
    for (const one of this.all) if (one.id === id) one.isStarting = false;
  }
}
