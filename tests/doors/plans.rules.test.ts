import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createPlans, type Plans } from '../../src/doors/plans.js';
import { presentError } from '../../src/doors/present.js';
import { buildRostrumSchema } from '../../src/schema.js';
import { errorsOf, toldOf } from '../support/plans.js';

let schema: GraphQLSchema;
let plans: Plans;
beforeAll(async () => {
  schema = await buildRostrumSchema();
  plans = createPlans({ schema, introspection: true, trusted: null });
});

describe('a document', () => {
  it.each([
    ['a list in a list in a list', `{ board(meetingId: ${'['.repeat(990)}${']'.repeat(990)}) { seq } }`],
    ['a type in a type', `query ($x: ${'['.repeat(490)}ID${']'.repeat(490)}) { serverTime }`],
    ['selections in selections', `${'{ a '.repeat(600)}${'}'.repeat(600)}`],
    ['half a document', '{ board('],
    ['a lone surrogate', '{ "\ud800" }'],
    ['a schema', 'type Query { x: Int } extend schema { query: Query }'],
    [
      'a directive with a variable on a subscription’s field',
      'subscription ($x: Boolean!) { board(meetingId: "x") @include(if: $x) { seq } }',
    ],
    ['names of an object’s own', '{ __proto__ constructor toString { hasOwnProperty } }'],
    [
      'fragments of such names',
      '{ ...__proto__ ...constructor } fragment __proto__ on toString { a } fragment constructor on Query { b }',
    ],
  ])('[G1] is told what is wrong with it, and nothing is thrown: %s', (_, text) => {
    expect(toldOf(plans, text, {}).length).toBeGreaterThan(0);
  });

  it('[G1] is no reason to throw, even if the fault is ours: that is told by an id', () => {
    const broken = createPlans({ schema: {} as GraphQLSchema, introspection: true, trusted: null });
    const bugs: unknown[] = [];
    const [error] = errorsOf(broken, '{ serverTime }', {});
    expect(presentError(error, (_, bug) => void bugs.push(bug)).extensions).toMatchObject({ code: 'INTERNAL' });
    expect(bugs).toEqual([expect.any(TypeError)]);
  });

  it('[G1] that was found faultless is kept, so that it is read once for all', () => {
    const text = '{ kept: serverTime }';
    const plan = plans(text);
    expect(plans(text)).toBe(plan);
    expect(plan instanceof GraphQLError ? null : plans.document(plan.id)).toBe((plan as { document: object }).document);
    for (let n = 0; n < 200; n += 1) plans(`{ a${n}: serverTime } #${'x'.repeat(19_000)}`);
    expect(plans.knows(text)).toBe(false);
    expect(plans.document((plan as { id: string }).id)).toBeUndefined();
  });
});

describe('where introspection is off', () => {
  const both = (text: string, variables?: Record<string, unknown>) =>
    [true, false].map((introspection) =>
      errorsOf(createPlans({ schema, introspection, trusted: null }), text, variables)
        .map(({ message }) => message)
        .join(),
    );

  it.each<[string, string, Record<string, unknown>?]>([
    ['fields', '{ meeting(id: "x") { titel } }'],
    ['root fields', '{ meetingz { totalCount } }'],
    ['arguments', '{ meeting(di: "x") { title } }'],
    ['types', 'query ($x: Meetin) { serverTime }'],
    ['directives’ arguments', '{ serverTime @include(fi: true) }'],
    ['values', '{ meetings(filter: { status: [LIV] }) { totalCount } }'],
    ['input fields', '{ meetings(filter: { perod: "x" }) { totalCount } }'],
    [
      'values of variables',
      'query ($s: [MeetingStatus!]) { meetings(filter: { status: $s }) { totalCount } }',
      { s: ['LIV'] },
    ],
    [
      'input fields of variables',
      'query ($f: MeetingFilter) { meetings(filter: $f) { totalCount } }',
      { f: { perod: 'x' } },
    ],
  ])('[G6] mistaken names are not corrected: %s', (_, text, variables = {}) => {
    const [open, closed] = both(text, variables);
    expect(open).toMatch(/Did you mean/);
    expect(closed).not.toMatch(/Did you mean/);
    expect(closed).not.toBe('');
  });
});

describe('trusted documents', () => {
  it('[G14] are taken as they stand, and nothing else is, however it is written', () => {
    const listed: Record<string, string> = JSON.parse(readFileSync('schema/trusted-documents.json', 'utf8'));
    const strict = createPlans({ schema, introspection: true, trusted: new Set(Object.keys(listed)) });
    for (const text of Object.values(listed)) {
      expect(errorsOf(strict, text)).toEqual([]);
      for (const other of [`${text} `, `${text}#`, `${text} query other { __typename }`]) {
        const [error] = errorsOf(strict, other);
        expect(error?.originalError).toMatchObject({ code: 'UNTRUSTED_DOCUMENT' });
      }
    }
    expect(Object.keys(listed).length).toBeGreaterThanOrEqual(4);
  });
});
