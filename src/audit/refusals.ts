import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { Refusal, type RefusalCode } from '../errors.js';

type Resolve = GraphQLFieldResolver<any, Context>;

/** Refusals that the trail knows: whoever hears of one more than once, on its way out, notes it once. */
const noted = new WeakSet<Refusal>();

/**
 * Notes that somebody was refused a field of the schema. `detail` may say more than the code does, such as the name that was
 * tried. [H3]
 */
export function noteRefusal(
  { audit, visit }: Pick<Context, 'audit' | 'visit'>,
  { fieldName }: { fieldName: string },
  args: Record<string, unknown>,
  refusal: Refusal,
  detail: Record<string, unknown> = {},
): void {
  if (noted.has(refusal)) return;
  noted.add(refusal);
  const { meetingId } = args;
  audit.note(visit, {
    action: fieldName,
    outcome: refusal.code,
    meetingId: typeof meetingId === 'string' ? meetingId : null,
    detail,
  });
}

/** Of what is only looked at, the trail knows who tried what they may not; not what was merely asked for wrongly. */
const TRIED: readonly RefusalCode[] = ['UNAUTHENTICATED', 'FORBIDDEN', 'WRONG_CODE', 'TOO_MANY_ATTEMPTS'];

/**
 * Listens at every root field of the schema and its guard: a refusal is noted, and goes on its way. Of a subscription only
 * the beginning is heard. [H3]
 */
export function audited(schema: GraphQLSchema): GraphQLSchema {
  const mutation = schema.getMutationType();
  for (const type of [schema.getQueryType(), mutation, schema.getSubscriptionType()]) {
    const heard =
      (behind: Resolve): Resolve =>
      async (source, args, context, info) => {
        try {
          return await behind(source, args, context, info);
        } catch (error) {
          const isRefusal = error instanceof Refusal && (type === mutation || TRIED.includes(error.code));
          if (isRefusal) noteRefusal(context, info, args, error);
          throw error;
        }
      };
    for (const field of Object.values(type?.getFields() ?? {})) {
      if (field.subscribe) field.subscribe = heard(field.subscribe);
      else field.resolve = heard(field.resolve ?? defaultFieldResolver);
    }
  }
  return schema;
}
