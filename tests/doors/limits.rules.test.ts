import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { examples } from '../../src/demo/examples.js';
import { MOST, MOST_OF_VARIABLES } from '../../src/doors/limits.js';
import { createPlans, type Plans } from '../../src/doors/plans.js';
import { buildRostrumSchema } from '../../src/schema.js';
import { queries, subscriptions } from '../bench/documents.js';
import { toldOf } from '../support/plans.js';

let plans: Plans;
beforeAll(async () => {
  plans = createPlans({ schema: await buildRostrumSchema(), introspection: true, trusted: null });
});

const told = (text: string, variables?: Record<string, unknown>) => toldOf(plans, text, variables);
const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const refusedAs = (detail: string) => [`TOO_COMPLEX ${detail}`];

describe('a document', () => {
  it('[G2] of our screens, the explorer, the bench, or full introspection is far from every limit', () => {
    const trusted: Record<string, string> = JSON.parse(readFileSync('schema/trusted-documents.json', 'utf8'));
    const full = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, oneOf: true };
    const documents = [
      ...Object.values(trusted),
      ...examples.map(({ document }) => document),
      ...Object.values(queries),
      ...Object.values(subscriptions),
      getIntrospectionQuery(),
      getIntrospectionQuery({ ...full, inputValueDeprecation: true }),
      // The Sandbox page has all examples in one document.
      examples.map(({ document }) => document).join('\n'),
    ];
    for (const document of documents) expect({ document, errors: told(document) }).toEqual({ document, errors: [] });
  });

  const board = (selection: string) => `{ board(meetingId: "x") { ${selection} } }`;
  const persons = (selection: string) => `{ meeting(id: "x") { participants { person { ${selection} } } } }`;
  const deep = (levels: number) => {
    const inside = times(levels, () => '... on Organization { parent {');
    return `{ node(id: "x") { ${inside} id ${'} }'.repeat(levels)} } }`;
  };

  it.each<[string, keyof typeof MOST, (most: number) => string]>([
    ['characters', 'tooManyCharacters', (most) => '{ serverTime }'.padEnd(most, ' ')],
    ['operations', 'tooManyOperations', (most) => times(most, (n) => `query q${n} { serverTime }`)],
    [
      'fragments',
      'tooManyFragments',
      (most) =>
        `${board(times(most, (n) => `...F${n}`))} ${times(most, (n) => `fragment F${n} on Board { a${n % 2}: seq }`)}`,
    ],
    [
      'places of fragments',
      'tooManySpreads',
      (most) => `${board('...F '.repeat(most - 1))} fragment F on Board { ...G } fragment G on Board { __typename }`,
    ],
    ['levels', 'tooDeep', (most) => deep(most - 2)],
    ['root fields', 'tooManyRootFields', (most) => `{ ${times(most, (n) => `a${n}: __typename`)} }`],
    ['aliases', 'tooManyAliases', (most) => board(times(most, (n) => `a${n}: seq`))],
    ['aliases of __typename', 'tooManyAliases', (most) => board(times(most, (n) => `a${n}: __typename`))],
    [
      'aliases in a fragment',
      'tooManyAliases',
      (most) => `${board('...F')} fragment F on Board { ${times(most, (n) => `a${n}: __typename`)} }`,
    ],
    ['repeats', 'tooManyRepeats', (most) => persons('name '.repeat(most + 1))],
    [
      'repeats by fragments',
      'tooManyRepeats',
      (most) => `${persons('...F '.repeat(most / 2 + 1))} fragment F on Person { name name }`.replace('...F', 'name'),
    ],
    ['directives', 'tooManyDirectives', (most) => persons('name @skip(if: false) '.repeat(most))],
  ])('[G2] may have as many %s as allowed, and not one more: %s', (_, detail, text) => {
    const most = MOST[detail];
    expect(told(text(most)).filter((error) => error === `TOO_COMPLEX ${detail}`)).toEqual([]);
    const more =
      detail === 'tooManyCharacters' ? `${text(most)} ` : text(detail === 'tooManyRepeats' ? most + 2 : most + 1);
    expect(told(more)).toEqual(refusedAs(detail));
  });

  it('[G2] may have as many tokens as allowed, and not one more', () => {
    const list = (items: number) => `query ($x: [Int!] = [${'1 '.repeat(items)}]) { serverTime }`;
    const others = 16;
    expect(told(list(MOST.tooManyTokens - others))).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(told(list(MOST.tooManyTokens))).toEqual(refusedAs('tooManyTokens'));
  });

  it.each([
    [
      'statements of comments of statements',
      '{ meetings { edges { node { agenda { statement { comments { statement { comments { statement { comments { id } } } } } } } } } } }',
    ],
    [
      'statements of items of statements',
      '{ meeting(id: "x") { agenda { statements { item { statements { item { statements { id } } } } } } } }',
    ],
    ['units of units of units', '{ organizations { edges { node { children { children { children { id } } } } } } }'],
    [
      'a hundred meetings with everything',
      '{ meetings(first: 100) { edges { node { agenda { id title statement { comments { body author { person { name } } } } } } } } }',
    ],
    [
      'as many as a variable says',
      'query ($n: Int!) { meetings(first: $n) { edges { node { agenda { id title statement { comments { body author { person { name } } } } } } } } }',
    ],
    ['a page of a million', '{ persons(first: 1000000) { edges { node { name } } } }'],
    [
      'types of fields of types',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    ],
  ])('[G2] is refused for what its answer may become: %s', (_, text) => {
    expect(told(text)).toEqual(refusedAs('tooCostly'));
  });

  it('[G2] that unfolds without end, or to more than any machine holds, is refused at once', () => {
    const fan = (to: number) =>
      `{ board(meetingId: "x") { ...F0 } } ${times(to, (n) => `fragment F${n} on Board { ...F${n + 1} ...F${n + 1} }`)} fragment F${to} on Board { seq }`;
    expect(told(fan(48))).toEqual(refusedAs('tooManyFields'));
    const nested = `{ meeting(id: "x") { ...F0 } } ${times(40, (n) => `fragment F${n} on Meeting { currentItem { statement { item { id } } } ...F${n + 1} ...F${n + 1} }`)} fragment F40 on Meeting { id }`;
    expect(told(nested)).toEqual(refusedAs('tooManyFields'));
    expect(told('{ ...A } fragment A on Query { ...B ...B } fragment B on Query { ...A ...A }')).toContain(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect(told('{ ...A } fragment A on Query { ...A }')).toContain('GRAPHQL_VALIDATION_FAILED');
  });
});

describe('variables', () => {
  const write =
    'mutation ($id: ID!, $body: String!) { writeStatement(meetingId: $id, statementId: $id, body: $body) { seq } }';
  const statuses = 'query ($s: [MeetingStatus!]) { meetings(filter: { status: $s }) { totalCount } }';

  it('[G3] may be as many and as long as the longest text needs, and no more', () => {
    expect(told(write, { id: 'x', body: '😀'.repeat(50_000) })).toEqual([]);
    expect(told(write, { id: 'x', body: 'x'.repeat(MOST_OF_VARIABLES.valuesTooLong) })).toEqual(
      refusedAs('valuesTooLong'),
    );
    expect(told(write, { id: 'x', body: '', ['x'.repeat(120_000)]: 1 })).toEqual(refusedAs('valuesTooLong'));
    expect(told(statuses, { s: Array(1_900).fill('LIVE') })).toEqual([]);
    expect(told(statuses, { s: Array(2_000).fill('LIVE') })).toEqual(refusedAs('tooManyValues'));
    expect(told(statuses, { unused: Array(2_000).fill(0) })).toEqual(refusedAs('tooManyValues'));
  });

  it('[G3] nested however deep are refused, not followed', () => {
    let value: unknown = 'LIVE';
    for (let depth = 0; depth < 100_000; depth += 1) value = depth % 2 ? [value] : { value };
    expect(told(statuses, { s: value })).toEqual(refusedAs('valuesTooDeep'));
  });

  it('[G3] that don’t fit are refused before anything is executed', () => {
    expect(told(write, { id: 'x' })).toEqual(['BAD_USER_INPUT']);
    expect(told(write, { id: 'x', body: 1 })).toEqual(['BAD_USER_INPUT']);
    expect(told(statuses, { s: Array(1_000).fill('KING') })).toHaveLength(21);
  });
});
