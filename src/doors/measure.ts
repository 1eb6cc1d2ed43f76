import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { pageOf, usualLength } from './lengths.js';

/** What a selection asks for, with every fragment in its place. */
interface Sum {
  depth: number;
  fields: number;
  aliases: number;
  repeats: number;
  directives: number;
  cost: number;
  /** Lists in it, as Type.field. */
  lists: Set<string>;
  /** How often each name is asked for on this level. */
  names: Map<string, number>;
}

const nothing = (): Sum => ({
  depth: 0,
  fields: 0,
  aliases: 0,
  repeats: 0,
  directives: 0,
  cost: 0,
  lists: new Set(),
  names: new Map(),
});

/** Adds a part of a level to the level. */
function add(level: Sum, part: Sum): Sum {
  level.depth = Math.max(level.depth, part.depth);
  level.fields += part.fields;
  level.aliases += part.aliases;
  level.repeats += part.repeats;
  level.directives += part.directives;
  level.cost += part.cost;
  for (const list of part.lists) level.lists.add(list);
  for (const [name, count] of part.names) level.names.set(name, (level.names.get(name) ?? 0) + count);
  return level;
}

const countOf = ({ names }: Sum) => [...names.values()].reduce((sum, count) => sum + count, 0);

/** The field of that name; the two that show the schema itself belong to the root of queries. */
function fieldOf(schema: GraphQLSchema, parent: GraphQLNamedType | undefined, name: string) {
  const meta = parent === schema.getQueryType() ? [SchemaMetaFieldDef, TypeMetaFieldDef] : [];
  const own = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  return own ?? meta.find((field) => field.name === name);
}

/**
 * How large each operation of a document is. It need not be valid: what the schema doesn't know counts as one field, and a
 * fragment in itself as nothing. Each fragment is measured once, so that no fan-out makes it long.
 */
export function measure(schema: GraphQLSchema, { definitions }: DocumentNode) {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  const known = new Map<string, Sum>();

  const ofFragment = (name: string): Sum => {
    const fragment = fragments.get(name);
    if (!fragment) return nothing();
    if (!known.has(name)) {
      known.set(name, nothing());
      const type = schema.getType(fragment.typeCondition.name.value);
      const sum = ofSelection(fragment.selectionSet, type);
      known.set(name, { ...sum, directives: sum.directives + (fragment.directives?.length ?? 0) });
    }
    return known.get(name)!;
  };

  const ofSelection = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): Sum =>
    selections.reduce((sum, selection) => {
      const directives = selection.directives?.length ?? 0;
      const inner =
        selection.kind === Kind.FIELD
          ? ofField(selection, type)
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(selection.name.value)
            : ofSelection(
                selection.selectionSet,
                selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type,
              );
      return add(sum, { ...inner, directives: inner.directives + directives });
    }, nothing());

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined): Sum => {
    const field = fieldOf(schema, parent, node.name.value);
    const inner = node.selectionSet ? within(node.selectionSet, field && getNamedType(field.type)) : nothing();
    const place = `${parent?.name}.${node.name.value}`;
    const isList = field !== undefined && isListType(getNullableType(field.type));
    const times = isList ? usualLength(parent!, field, inner.lists.has(place)) : pageOf(node, field);
    return {
      ...inner,
      depth: inner.depth + 1,
      fields: inner.fields + 1,
      aliases: inner.aliases + (node.alias ? 1 : 0),
      cost: 1 + times * inner.cost,
      lists: isList ? new Set([...inner.lists, place]) : inner.lists,
      names: new Map([[(node.alias ?? node.name).value, 1]]),
    };
  };

  /** Of a whole level: how often something is asked for that was asked for already. */
  const within = (set: SelectionSetNode, type: GraphQLNamedType | undefined): Sum => {
    const sum = ofSelection(set, type);
    return { ...sum, repeats: sum.repeats + countOf(sum) - sum.names.size };
  };

  return definitions.flatMap((one) => {
    if (one.kind !== Kind.OPERATION_DEFINITION) return [];
    const sum = within(one.selectionSet, schema.getRootType(one.operation) ?? undefined);
    const ofVariables = (one.variableDefinitions ?? []).flatMap(({ directives }) => directives ?? []);
    return {
      tooDeep: sum.depth,
      tooManyRootFields: countOf(sum),
      tooManyFields: sum.fields,
      tooManyAliases: sum.aliases,
      tooManyRepeats: sum.repeats,
      tooManyDirectives: sum.directives + (one.directives?.length ?? 0) + ofVariables.length,
      tooCostly: sum.cost,
    };
  });
}
