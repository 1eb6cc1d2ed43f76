import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Pass } from '../access/pass.js';
import { common, opennessOf, type Sight, wordOf } from '../access/rights.rules.js';
import type { Context, Services } from '../context.js';
import type { Line } from '../live/line.js';
import type { Member } from '../live/member.js';
import { isStream } from '../live/stream.js';
import type { Plan } from './plans.js';
import type { ReportBug, Tongue } from './present.js';
import { createRender } from './render.js';

/** A subscription of one socket, about to begin. */
export interface Joining extends ExecutionArgs {
  plan: Plan;
  id: string;
  pass: Pass;
  line: Line;
  tongue: Tongue;
  contextValue: Context;
}

interface Settings {
  schema: GraphQLSchema;
  services: Services;
  reportBug: ReportBug;
}

/** Joins a subscription to those that get the same, under the sight of whoever asks. [L16] [F5] */
export function createJoin(settings: Settings): (args: Joining) => Promise<ExecutionResult | Member> {
  const { services } = settings;
  const renderOf = createRender(settings);
  // Clients make up ids of meetings, and how long they are. [G16]
  const known = new LRUCache<string, string>({ maxSize: 100_000, sizeCalculation: (text) => text.length + 1 });
  /** A text that thousands of displays keep, once for all of them. */
  const shared = (text: string): string => {
    const one = known.get(text) ?? text;
    known.set(text, one);
    return one;
  };

  return async (args: Joining) => {
    const stream = await createSourceEventStream(args);
    if (!isStream(stream)) return stream as ExecutionResult;
    const { plan, id, line, pass, contextValue } = args;
    const meetingId = stream.meetingId.toLowerCase();
    const [seen, standing] = [await contextValue.sight(meetingId), await contextValue.standing(meetingId)];
    // What has changed since that was read is noticed when the meeting is looked at.
    const following = pass.follow(
      shared(meetingId),
      shared(wordOf(seen)),
      shared(standing ? opennessOf(standing) : ''),
    );
    const sight = common(seen, plan.traits);
    try {
      return await services.live.join(stream, {
        key: keyOf(args, sight),
        line,
        id,
        render: renderOf({ ...args, meetingId, sight }),
        isVolatile: plan.traits.isVolatile,
        following,
      });
    } catch (error) {
      following.leave();
      // The field's resolver throws it, so that it is told like any other.
      return execute({ ...args, rootValue: error });
    }
  };
}

/** Equal keys get equal results: the same document, operation, variables and language, and the same sight. [F5] */
function keyOf({ plan, document, operationName, variableValues, tongue }: Joining, sight: Sight): string {
  const defined = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  const names = defined.map(({ variable }) => variable.name.value).filter((name) => !plan.traits.cursors.has(name));
  // A variable that is null differs from one that is left out, which may have a default.
  const values = names.map((name) => (Object.hasOwn(variableValues ?? {}, name) ? [variableValues![name]] : 0));
  return JSON.stringify([plan.id, operationName, values, tongue, wordOf(sight)]);
}
