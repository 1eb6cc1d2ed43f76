import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** How a field with an argument that it needs is asked for, once for each value: as "Statement.drafts". */
export type Given = Record<string, readonly string[]>;

/** Fields that one document has at most. */
const MOST = 700;

/** Documents that together ask a root field for everything below it, as deep as it goes without coming back to a kind of thing. */
export class Widest {
  /** What was asked for, as "Type.field". */
  readonly asked = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly given: Given,
  ) {}

  /** `head` is such as "query ($id: ID!) { told: meeting(id: $id)"; `always` is in each of them. */
  documents(head: string, typeName: string, always = ''): string[] {
    const parts = this.parts(this.schema.getType(typeName)!, []);
    const documents: string[] = [];
    let together: string[] = [];
    const size = (texts: string[]) => texts.join(' ').split(' ').length;
    for (const part of parts) {
      if (together.length > 0 && size([...together, part]) > MOST) {
        documents.push(`${head} { ${always} ${together.join(' ')} } }`);
        together = [];
      }
      together.push(part);
    }
    return [...documents, `${head} { ${always} ${together.join(' ')} } }`];
  }

  private selection(type: GraphQLNamedType, path: readonly string[]): string {
    if (!isAbstractType(type)) return this.parts(type, path).join(' ');
    const possible = this.schema.getPossibleTypes(type);
    return `__typename ${possible.map((one) => `... on ${one.name} { ${this.selection(one, path)} }`).join(' ')}`;
  }

  private parts(type: GraphQLNamedType, path: readonly string[]): string[] {
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => this.field(type.name, field, [...path, type.name]));
  }

  private field(typeName: string, field: GraphQLField<unknown, unknown>, path: readonly string[]): string[] {
    const name = `${typeName}.${field.name}`;
    const type = getNamedType(field.type);
    if (path.includes(type.name)) return [];
    const needs = field.args.some((arg) => isNonNullType(arg.type));
    const inside = isLeafType(type) ? '' : ` { ${this.selection(type, path)} }`;
    this.asked.add(name);
    if (!needs) return [`${field.name}${inside}`];
    const ways = this.given[name];
    if (!ways) throw new Error(`how is ${name} to be asked for?`);
    return ways.map((way, index) => `${field.name}${index}: ${field.name}(${way})${inside}`);
  }
}

/** Every field below the root fields that queries and subscriptions lead to, but for those that lead back at once. */
export function fieldsBelow(schema: GraphQLSchema): string[] {
  const found = new Set<string>();
  const visit = (type: GraphQLNamedType): void => {
    if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) visit(possible);
    if (!isObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const next = getNamedType(field.type);
      if (found.has(name) || next === type) continue;
      found.add(name);
      visit(next);
    }
  };
  for (const root of [schema.getQueryType()!, schema.getSubscriptionType()!])
    for (const field of Object.values(root.getFields())) visit(getNamedType(field.type));
  return [...found];
}
