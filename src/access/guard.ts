import {
  defaultFieldResolver,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  isNonNullType,
} from 'graphql';
import type { Context } from '../context.js';
import { Refusal } from '../errors.js';
import { hiddenFields, hiddenRows } from './hidden.js';
import { isOwn } from './own.js';
import { isSeen, rolesAt, rolesOf, type Standing } from './rights.rules.js';
import type { Sentence } from './sentence.js';
import { allowing } from './table.js';
import { holderOf } from './viewer.js';

type Args = Record<string, any>;
type Resolve = GraphQLFieldResolver<any, Context>;

/**
 * Puts the table before every root field, whichever door the operation comes through: what no sentence allows is refused
 * before anything is read or done for it. A field without a sentence stops the start. [F1]
 */
export function guard(schema: GraphQLSchema): void {
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type!.getFields())) {
      const name = `${type!.name}.${field.name}`;
      const sentences = allowing.get(name);
      if (!sentences) throw new Error(`no sentence of access/table.ts says who may use ${name}`);
      const saysWhere = field.args.some((arg) => arg.name === 'meetingId') || name === 'Query.meeting';
      if (sentences.some(needsMeeting) && !saysWhere) throw new Error(`${name} does not say at which meeting`);
      const guarded =
        (behind: Resolve): Resolve =>
        async (root, args, context, info) => {
          await allow(sentences, args, context);
          return behind(root, args, context, info);
        };
      // What is delivered to a subscription is checked by passes.ts, for each event.
      if (field.subscribe) field.subscribe = guarded(field.subscribe);
      else field.resolve = guarded(field.resolve ?? defaultFieldResolver);
    }
  }
  hide(schema);
}

/** Puts what is not for everybody's eyes behind the sight of whoever looks. [F4] */
function hide(schema: GraphQLSchema): void {
  const fieldOf = (name: string) => {
    const [type = '', field = ''] = name.split('.');
    const found = (schema.getType(type) as GraphQLObjectType | undefined)?.getFields()[field];
    if (!found) throw new Error(`access/hidden.ts speaks of ${name}, which is not there`);
    return found;
  };
  for (const [name, { sees }] of byField(hiddenFields)) {
    const field = fieldOf(name);
    if (isNonNullType(field.type)) throw new Error(`${name} may be hidden, so it must be nullable`);
    const behind = field.resolve ?? defaultFieldResolver;
    field.resolve = async (row, args, context: Context, info) =>
      sees(await context.sight(meetingOf(row)), row, row) ? behind(row, args, context, info) : null;
  }
  for (const [name, { sees }] of byField(hiddenRows)) {
    const field = fieldOf(name);
    const behind = field.resolve ?? defaultFieldResolver;
    field.resolve = async (row, args, context: Context, info) => {
      const [found, sight] = await Promise.all([behind(row, args, context, info), context.sight(meetingOf(row))]);
      if (Array.isArray(found)) return found.filter((one) => sees(sight, one, row));
      return found && sees(sight, found, row) ? found : null;
    };
  }
}

const byField = <T extends { fields: readonly string[] }>(list: readonly T[]) =>
  list.flatMap((one) => one.fields.map((field) => [field, one] as const));

/** A meeting's own id, or that of the meeting that a row belongs to. */
const meetingOf = (row: { id: string; meetingId?: string }): string => row.meetingId ?? row.id;

/** Refuses unless a sentence allows it: with UNAUTHENTICATED, where signing in may help. */
async function allow(sentences: readonly Sentence[], args: Args, context: Context): Promise<void> {
  const { viewer } = context.visit;
  const meetingId = args.meetingId ?? args.id;
  const isAboutMeeting = sentences.some(needsMeeting);
  if (viewer.kind === 'SYSTEM') return;
  const standing = isAboutMeeting ? await context.standing(String(meetingId)) : null;
  if (isAboutMeeting && standing === null) {
    // An administrator may repeat a command of a meeting that is deleted: who is behind says so.
    if (viewer.isAdministrator) return;
    throw new Refusal('NOT_FOUND', { what: 'meeting', id: String(meetingId) });
  }
  for (const sentence of sentences) if (await holds(sentence, standing, args, context)) return;
  throw new Refusal(viewer.kind === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}

const everywhere = ['PUBLIC', 'ACCOUNT', 'ADMINISTRATOR'];
const needsMeeting = ({ who, seen, own, itself }: Sentence) =>
  !itself && (Boolean(seen || own) || who.some((role) => !everywhere.includes(role)));

async function holds(
  { who, seen, own, itself }: Sentence,
  standing: Standing | null,
  args: Args,
  { visit: { viewer }, database }: Context,
): Promise<boolean> {
  if (itself) return viewer.kind === itself;
  const roles = standing ? rolesAt(viewer, String(args.meetingId ?? args.id), standing) : rolesOf(viewer);
  if (!who.some((role) => roles.includes(role))) return false;
  if (seen && !(standing && isSeen(roles, standing))) return false;
  if (!own) return true;
  return isOwn[own](database.manager, args, {
    participantId: standing?.participantId ?? null,
    holder: holderOf(viewer),
  });
}
