import { type ExecutionArgs, execute, type GraphQLError, type GraphQLSchema } from 'graphql';
import type { Sight } from '../access/rights.rules.js';
import { createSharedContext, type Services } from '../context.js';
import { isUnavailable } from '../database/constraints.js';
import type { Rendering } from '../live/group.js';
import { causeOf, presentError, type ReportBug, type Tongue, translate } from './present.js';

interface Settings {
  schema: GraphQLSchema;
  services: Services;
  reportBug: ReportBug;
}

interface Operation extends Pick<ExecutionArgs, 'document' | 'operationName' | 'variableValues'> {
  tongue: Tongue;
  meetingId: string;
  sight: Sight;
}

/** Executes a subscription's document for what has happened: for all who follow the same at once, in a context that knows none of them. */
export function createRender({ schema, services, reportBug }: Settings): (operation: Operation) => Rendering['render'] {
  return ({ document, operationName, variableValues, tongue, meetingId, sight }) =>
    async (values) => {
      // One context, so that the fields of many entries are loaded together.
      const contextValue = createSharedContext(services, tongue, meetingId, sight);
      const results = values.map(async (rootValue) => {
        const { data, errors } = await execute({
          schema,
          document,
          operationName,
          variableValues,
          contextValue,
          rootValue,
        });
        if (!errors) return JSON.stringify({ data });
        if (!(rootValue instanceof Error)) refuseOutage(errors);
        return JSON.stringify({
          errors: errors.map((error) => translate(presentError(error, reportBug), tongue)),
          data,
        });
      });
      return Promise.all(results);
    };
}

/** What can't be read now can be read later: it is not told as something that went wrong. */
function refuseOutage(errors: readonly GraphQLError[]): void {
  const outage = errors.map(causeOf).find(isUnavailable);
  if (outage) throw outage;
}
