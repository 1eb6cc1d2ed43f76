import { describe, expect, it } from '@jest/globals';
import { buildSchema, GraphQLError, graphqlSync, parse, validate } from 'graphql';
import { presentError, say, tongueOf, translate } from '../../src/doors/present.js';
import { Refusal, type RefusalCode } from '../../src/errors.js';

const noBug = () => {
  throw new Error('this is no bug of ours');
};
const tell = (error: unknown) => presentError(error, noBug);
const ofDatabase = (error: object) => Object.assign(new Error('x'), { driverError: error });

describe('the language of the reader', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['*', 'en'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['ZH-hant-TW', 'zh'],
    ['en-GB', 'en'],
    ['de', 'en'],
    ['de, zh', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.8, zh;q=0.9', 'zh'],
    ['zh;q=0.5,en', 'en'],
    ['zh ; q = 0.4 , en ; q = 0.3', 'zh'],
    ['en,zh', 'en'],
    ['zh,en', 'zh'],
    ['zh;q=0', 'en'],
    ['zh;q=nonsense, en;q=0.1', 'en'],
    ['zhx', 'en'],
    ['english', 'en'],
    [',;q=,;;', 'en'],
  ])('[E2] asked for as %j is %s', (header, tongue) => {
    expect(tongueOf(header)).toBe(tongue);
  });
});

describe('a sentence', () => {
  it('[E2] is said in the reader’s language, its words too', () => {
    const details = { status: 'LIVE' };
    expect(say('WRONG_STATUS', details, 'en')).toBe('The meeting is LIVE; this is not possible now.');
    expect(say('WRONG_STATUS', details, 'zh')).toBe('会议当前为“进行中”，不能执行此操作。');
    expect(say('NOT_FOUND', { what: 'comment', id: 'x' }, 'zh')).toBe('找不到该点评。');
  });

  it('[E2] fills words that have details of their own', () => {
    const details = { field: 'title', problem: 'tooLong', limit: 200 };
    expect(say('INVALID_INPUT', details, 'en')).toBe('title: must be at most 200 characters long.');
    expect(say('INVALID_INPUT', details, 'zh')).toBe('title：不能超过 200 个字符。');
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    '[E2] takes a detail that is no word as it is: %s',
    (detail) => {
      expect(say('BAD_REQUEST', { detail }, 'en')).toBe(detail);
    },
  );

  it('[E2] does not fill what a user wrote', () => {
    expect(say('BAD_REQUEST', { detail: 'say {id} and $& and {detail}', id: 'SECRET' }, 'en')).toBe(
      'say {id} and $& and {detail}',
    );
  });

  it('[E2] leaves out a detail that is missing', () => {
    expect(say('WRONG_STATUS', {}, 'en')).toBe('The meeting is ; this is not possible now.');
  });
});

describe('an error that is told', () => {
  it('[E1] as a refusal has its sentence, its code and its details', () => {
    expect(tell(new Refusal('CONFLICT', { seq: 8, expectedSeq: 7 }))).toEqual({
      message: 'The meeting has moved on (it is at seq 8, you expected 7); nothing was done.',
      extensions: { code: 'CONFLICT', seq: 8, expectedSeq: 7 },
    });
  });

  it('[E1] keeps where in the request it came up, however often it was wrapped', () => {
    const document = 'query { meeting(id: "x") { title } }';
    const node = parse(document).definitions[0];
    const refusal = new Refusal('NOT_FOUND', { what: 'meeting', id: 'x' });
    const inner = new GraphQLError('x', { nodes: [node!], path: ['meeting'], originalError: refusal });
    const outer = new GraphQLError('y', { nodes: [node!], path: ['meeting'], originalError: inner });
    expect(tell(outer)).toEqual({
      message: 'There is no such meeting.',
      locations: [{ line: 1, column: 1 }],
      path: ['meeting'],
      extensions: { code: 'NOT_FOUND', what: 'meeting', id: 'x' },
    });
  });

  it.each<[string, object]>([
    ['a refused connection', Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
    ['a database that shuts down', ofDatabase({ code: '57P01' })],
    ['a database with too many guests', ofDatabase({ code: '53300' })],
    ['a lost connection', new Error('Connection terminated unexpectedly')],
    ['a pool that waited too long', new Error('timeout exceeded when trying to connect')],
  ])('[E1] says of %s that the database is unreachable, and no more', (_, error) => {
    const told = {
      message: 'The database is unreachable at the moment. Please try again.',
      extensions: { code: 'UNAVAILABLE' },
    };
    expect(tell(error)).toEqual(told);
    expect(tell(new GraphQLError('x', { path: ['board'], originalError: error as Error }))).toEqual({
      ...told,
      path: ['board'],
    });
  });

  it.each<[string, RefusalCode]>([
    ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_PARSE_FAILED'],
    ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
    ['BAD_USER_INPUT', 'BAD_USER_INPUT'],
    ['OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST'],
    ['BAD_REQUEST', 'BAD_REQUEST'],
  ])('[E1] as a fault of the request that Apollo calls %s has our code %s and Apollo’s words', (code, ours) => {
    expect(tell(new GraphQLError('Say it right.', { extensions: { code, stacktrace: ['SECRET'] } }))).toEqual({
      message: 'Say it right.',
      extensions: { code: ours, detail: 'Say it right.' },
    });
  });

  it('[E1] as a fault of the request that graphql-js found has a code, and is no bug', () => {
    const schema = buildSchema('type Query { one(id: ID!): String }');
    const syntax = (() => {
      try {
        return parse('{ one(');
      } catch (error) {
        return error;
      }
    })();
    expect(tell(syntax).extensions).toEqual({
      code: 'GRAPHQL_PARSE_FAILED',
      detail: 'Syntax Error: Expected Name, found <EOF>.',
    });
    const [invalid] = validate(schema, parse('{ two }'));
    expect(tell(invalid).extensions).toEqual({
      code: 'GRAPHQL_VALIDATION_FAILED',
      detail: 'Cannot query field "two" on type "Query".',
    });
    const { errors } = graphqlSync({ schema, source: 'query ($id: ID!) { one(id: $id) }', variableValues: {} });
    expect(tell(errors![0]).extensions).toEqual({
      code: 'BAD_USER_INPUT',
      detail: 'Variable "$id" of required type "ID!" was not provided.',
    });
  });

  it.each<[string, unknown]>([
    ['a bug', new TypeError('SECRET of undefined')],
    ['a constraint that no rule knows', ofDatabase({ code: '23505', constraint: 'SECRET', detail: 'SECRET' })],
    ['a bug with a code of its own', Object.assign(new Error('SECRET'), { code: 'CONFLICT' })],
    ['something thrown that is no error', 'SECRET'],
  ])('[E1] as %s is logged whole under an id, and only the id is told', (_, error) => {
    const logged: [string, unknown][] = [];
    const told = presentError(error, (id, cause) => logged.push([id, cause]));
    expect(logged).toHaveLength(1);
    const [[id, cause]] = logged as [[string, unknown]];
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(told).toEqual({
      message: `Something went wrong in the server; it is logged under ${id}.`,
      extensions: { code: 'INTERNAL', id },
    });
    if (error instanceof Error) expect(cause).toBe(error);
    expect(JSON.stringify(told)).not.toContain('SECRET');
  });

  it('[E1] as a bug in a resolver is logged as it was thrown, and tells its path', () => {
    const bug = new Error('SECRET');
    const logged: unknown[] = [];
    const wrapped = new GraphQLError('SECRET', { path: ['meeting', 'title'], originalError: bug });
    const told = presentError(wrapped, (_, cause) => logged.push(cause));
    expect(logged).toEqual([bug]);
    expect(told).toMatchObject({ path: ['meeting', 'title'], extensions: { code: 'INTERNAL' } });
    expect(JSON.stringify(told)).not.toContain('SECRET');
  });

  it('[E2] is said again in the reader’s language, and nothing else of it changes', () => {
    const told = tell(
      new GraphQLError('x', { path: ['a'], originalError: new Refusal('NOT_READY', { missing: 'host' }) }),
    );
    expect(translate(told, 'en')).toEqual(told);
    expect(translate(told, 'zh')).toEqual({
      message: '会议尚未准备好：缺少主持人。',
      path: ['a'],
      extensions: { code: 'NOT_READY', missing: 'host' },
    });
  });
});
