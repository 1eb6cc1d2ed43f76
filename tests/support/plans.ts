import { GraphQLError } from 'graphql';
import type { Plans } from '../../src/doors/plans.js';
import { presentError } from '../../src/doors/present.js';

/** What is wrong with a request, in the way in that is given. */
export const errorsOf = (plans: Plans, ...asked: Parameters<Plans>) => {
  const plan = plans(...asked);
  return plan instanceof GraphQLError ? [plan] : plan.errors;
};

/** What is told of the request: code and detail of each error. An error of ours fails the test. */
export const toldOf = (plans: Plans, ...asked: Parameters<Plans>) =>
  errorsOf(plans, ...asked).map((error) => {
    const { extensions } = presentError(error, (_, bug) => {
      throw bug;
    });
    return `${extensions!.code}${extensions!.code === 'TOO_COMPLEX' ? ` ${extensions!.detail}` : ''}`;
  });

/** One alias more than a document may have. */
export const ALIASES = `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: __typename`).join(' ')} }`;
