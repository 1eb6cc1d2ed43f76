import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { excessOf, MOST } from '../../src/doors/limits.js';
import { measure } from '../../src/doors/measure.js';
import { isVolatile } from '../../src/volatile.js';

/** How a field with an argument that it needs is asked for, once for each value: as "Statement.drafts". */
export type Given = Record<string, readonly string[]>;

/** Lists within lists, whose ends are reached on shorter ways: of these only what they have of their own is asked. */
const SHALLOW = [
  'AgendaItem.statements',
  'Ballot.item',
  'BallotTally.statement',
  'AuditEntry.meeting',
  'Appointment.meeting',
  'MeetingEdge.node',
];

/** A field with what is asked below it. */
interface Part {
  open: string;
  inside: Part[];
}

const text = ({ open, inside }: Part): string =>
  inside.length === 0 ? open : `${open} { ${inside.map(text).join(' ')} }`;

/**
 * Documents that together ask a root field for everything below it, as deep as it goes. Each is small enough for the doors.
 */
export class Widest {
  /** What was asked for, as "Type.field". */
  readonly asked = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly given: Given,
    /** Leaves out what can change although its meeting stands still: the answers are kept. */
    private readonly isSteady = false,
  ) {}

  /** `head` is such as "query ($id: ID!) { told: meeting(id: $id)"; `always` is in each of them. */
  documents(head: string, typeName: string, always = ''): string[] {
    const whole = (parts: readonly string[]) => `${head} { ${[always, ...parts].join(' ')} } }`;
    const documents: string[][] = [];
    const parts = this.parts(this.schema.getType(typeName)!, []);
    for (const piece of parts.flatMap((part) => this.pieces(part, (inside) => whole([inside])))) {
      const place = documents.find((pieces) => this.fits(whole([...pieces, piece])));
      if (place) place.push(piece);
      else documents.push([piece]);
    }
    return documents.map(whole);
  }

  private pieces(part: Part, around: (inside: string) => string): string[] {
    if (this.fits(around(text(part)))) return [text(part)];
    const within = (inside: string) => `${part.open} { ${inside} }`;
    const own = part.inside.filter(({ inside }) => inside.length === 0).map(text);
    const below = part.inside.filter(({ inside }) => inside.length > 0);
    return [own.join(' '), ...below.flatMap((one) => this.pieces(one, (inside) => around(within(inside))))]
      .filter((piece) => piece !== '')
      .map(within);
  }

  private fits(document: string): boolean {
    return measure(this.schema, parse(document)).every((one) => excessOf(one, MOST) === null);
  }

  /** What a thing has of its own, and what it leads to, as deep as it goes without coming back to a kind of thing. */
  private parts(type: GraphQLNamedType, path: readonly string[]): Part[] {
    if (!isObjectType(type)) return [];
    const below = [...path, type.name];
    return Object.values(type.getFields()).flatMap((field) => {
      const name = `${type.name}.${field.name}`;
      const next = getNamedType(field.type);
      const isLeaf = isLeafType(next);
      if (below.includes(next.name) || (this.isSteady && isVolatile(field))) return [];
      this.asked.add(name);
      const needs = field.args.some((arg) => isNonNullType(arg.type));
      const ways = needs ? this.given[name] : [''];
      if (!ways) throw new Error(`how is ${name} to be asked for?`);
      const whole = isLeaf ? [] : this.parts(next, below);
      const inside = SHALLOW.includes(name) ? whole.filter((part) => part.inside.length === 0) : whole;
      if (!isLeaf && inside.length === 0) return [];
      return ways.map((way, index) => ({
        open: needs ? `${field.name}${index}: ${field.name}(${way})` : field.name,
        inside,
      }));
    });
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
