import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';

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

/** Listens at every mutation of the schema: a refusal is noted, and goes on its way. [H3] */
export function audited(schema: GraphQLSchema): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve = defaultFieldResolver } = field;
    field.resolve = async (source, args, context, info) => {
      try {
        return await resolve(source, args, context, info);
      } catch (error) {
        if (error instanceof Refusal) noteRefusal(context, info, args, error);
        throw error;
      }
    };
  }
  return schema;
}
