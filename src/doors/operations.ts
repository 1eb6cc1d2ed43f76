import type { GraphQLError } from 'graphql';
import { type Excess, tooComplex } from './limits.js';

const MOST_AT_ONCE = 50;
/** What all operations of a socket may cost together: each event executes those that follow it once more. */
const MOST_COST = 100_000;

/** The operations of one socket, and what they cost. [G9] */
export class Operations {
  private readonly costs = new Map<string, number>();
  /** Ids of operations that are being started: graphql-ws would let another one have them, once they were completed. */
  private readonly starting = new Set<string>();

  isStarting(id: string): boolean {
    return this.starting.has(id);
  }

  /** Why there is no place for one more; null if there is. `present` has the ids that graphql-ws holds, the new one's among them. */
  excess(cost: number, present: object): GraphQLError | null {
    for (const id of this.costs.keys()) if (!(id in present) && !this.starting.has(id)) this.costs.delete(id);
    const sum = [...this.costs.values()].reduce((all, one) => all + one, cost);
    const [name, limit]: [Excess, number] =
      this.costs.size >= MOST_AT_ONCE ? ['tooManyAtOnce', MOST_AT_ONCE] : ['tooCostlyTogether', MOST_COST];
    return name === 'tooManyAtOnce' || sum > MOST_COST ? tooComplex(name, limit) : null;
  }

  start(id: string, cost: number): void {
    this.starting.add(id);
    this.costs.set(id, cost);
  }

  started(id: string): void {
    this.starting.delete(id);
  }
}
