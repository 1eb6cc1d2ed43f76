import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { personal } from '../access/hidden.js';
import { isVolatile } from '../volatile.js';

/** What can be seen from a valid document alone. */
export interface Traits {
  /** Variables that only say where a follower begins, so that followers with other values are still equal. */
  cursors: ReadonlySet<string>;
  /** Whether it asks for something that can change although the meeting's seq stands still. */
  isVolatile: boolean;
  /** Whether it asks for something that everybody has of their own. */
  isPersonal: boolean;
  /** The id of the one meeting that a query is about, if it is about one and nothing else. */
  meeting: ValueNode | null;
}

/** Query fields whose answer stands still while their meeting does, and the argument that says which meeting. */
const ABOUT_ONE: Record<string, string> = { board: 'meetingId', meeting: 'id' };
const BEGINNINGS = ['after', 'epoch'];

export function traitsOf(schema: GraphQLSchema, document: DocumentNode): Traits {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const uses = new Map<string, number>();
  let hasVolatile = false;
  let isPersonal = false;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
      Field: () => {
        const field = types.getFieldDef();
        if (field && isVolatile(field)) hasVolatile = true;
        if (field && personal.has(`${types.getParentType()?.name}.${field.name}`)) isPersonal = true;
      },
    }),
  );
  const beginnings = operations.flatMap(beginningsOf).filter((name) => uses.get(name) === 1);
  const [only] = operations;
  const meeting = operations.length === 1 && only && !hasVolatile ? meetingOf(only) : null;
  return { cursors: new Set(beginnings), isVolatile: hasVolatile, isPersonal, meeting };
}

const fieldsOf = ({ selectionSet }: OperationDefinitionNode) =>
  selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD);

function beginningsOf(definition: OperationDefinitionNode): string[] {
  if (definition.operation !== OperationTypeNode.SUBSCRIPTION) return [];
  return fieldsOf(definition)
    .flatMap((field) => field.arguments ?? [])
    .flatMap(({ name, value }) =>
      BEGINNINGS.includes(name.value) && value.kind === Kind.VARIABLE ? [value.name.value] : [],
    );
}

function meetingOf(definition: OperationDefinitionNode): ValueNode | null {
  const [field] = fieldsOf(definition);
  const isAlone = definition.selectionSet.selections.length === 1;
  if (definition.operation !== OperationTypeNode.QUERY || !isAlone || !field) return null;
  const argument = ABOUT_ONE[field.name.value];
  return field.arguments?.find(({ name }) => name.value === argument)?.value ?? null;
}
