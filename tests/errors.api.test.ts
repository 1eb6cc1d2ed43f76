import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sentences } from '../src/errors.sentences.js';
import { aDraft, attempt, perform } from './support/builders.js';
import { startServer, type TestServer } from './support/server.js';
import { openSocket } from './support/socket.js';

describe('what a user is told', () => {
  let server: TestServer;
  let draft: Awaited<ReturnType<typeof aDraft>>;
  beforeAll(async () => {
    server = await startServer();
    draft = await aDraft(server);
  });
  afterAll(() => server.stop());

  it('[E2] speaks the language that Accept-Language asks for, else English', async () => {
    const [zh, en] = ['找不到该会议。', 'There is no such meeting.'];
    const said: [string, string][] = [
      ['zh-CN', zh],
      ['zh', zh],
      ['zh-Hant-TW,en;q=0.5', zh],
      ['zh;q=0.9', zh],
      ['en;q=0.5, zh;q=0.9', zh],
      ['fr, zh;q=0.1', zh],
      ['ZH-cn', zh],
      ['en-US', en],
      ['en-US,zh;q=0.9', en],
      ['fr', en],
      ['*', en],
      ['zh;q=0', en],
      ['zh;q=much', en],
      ['zhuang', en],
      [';;;,,,=q', en],
      [`zh${' '.repeat(14_000)}x`, zh],
    ];
    for (const [header, sentence] of said) {
      const { errors } = await server.ask('{ meeting(id: "none") { id } }', {}, header);
      expect([header, errors]).toMatchObject([header, [{ message: sentence, extensions: { code: 'NOT_FOUND' } }]]);
    }
  });

  it('[E2] fills sentences with words of the reader’s language', async () => {
    const { meetingId, chair } = draft;
    const cases: [string, object, string, string][] = [
      ['openMeeting', {}, '会议当前为“草稿”，不能执行此操作。', 'The meeting is DRAFT; this is not possible now.'],
      ['scheduleMeeting', {}, '会议尚未准备好：缺少述职。', 'The meeting is not ready: it has no statement.'],
      ['updateMeeting', { input: { title: '' } }, 'title：不能为空。', 'title: must not be empty.'],
      [
        'updateMeeting',
        { input: { title: 'x'.repeat(201) } },
        'title：不能超过 200 个字符。',
        'title: must be at most 200 characters long.',
      ],
      [
        'addItem',
        { input: { kind: 'STATEMENT', title: 'x', speakerId: chair } },
        '该参会人员没有“述职”职责。',
        'This participant does not have the duty SPEAKER.',
      ],
    ];
    for (const [name, args, zh, en] of cases) {
      expect((await attempt(server, name, { meetingId, ...args }, 'zh-CN')).error?.message).toBe(zh);
      expect((await attempt(server, name, { meetingId, ...args }, 'en')).error?.message).toBe(en);
    }
  });

  it('[E1] says each kind of GraphQL fault with its code, in both languages', async () => {
    const cases: [string, object, string, number][] = [
      ['{ meetings', {}, 'GRAPHQL_PARSE_FAILED', 400],
      ['{ "\\uD800" }', {}, 'GRAPHQL_PARSE_FAILED', 400],
      ['{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED', 400],
      ['query ($x: Nothing) { serverTime }', {}, 'GRAPHQL_VALIDATION_FAILED', 400],
      ['{ meetings(first: "x") { totalCount } }', {}, 'GRAPHQL_VALIDATION_FAILED', 400],
      ['query ($first: Int!) { meetings(first: $first) { totalCount } }', {}, 'BAD_USER_INPUT', 400],
      ['query ($first: Int!) { meetings(first: $first) { totalCount } }', { first: 'x' }, 'BAD_USER_INPUT', 400],
      ['query ($first: Int!) { meetings(first: $first) { totalCount } }', { first: 2 ** 31 }, 'BAD_USER_INPUT', 400],
      ['query ($first: Int) { meetings(first: $first) { totalCount } }', { first: null }, 'BAD_USER_INPUT', 200],
      [
        'query ($text: Duty) { meeting(id: "x") { participants(duty: $text) { id } } }',
        { text: 'KING' },
        'BAD_USER_INPUT',
        400,
      ],
      ['query a { serverTime } query b { serverTime }', {}, 'BAD_REQUEST', 400],
      ['subscription { board(meetingId: "x") { seq } }', {}, 'BAD_REQUEST', 400],
      ['', {}, 'BAD_REQUEST', 400],
    ];
    for (const [document, variables, code, status] of cases) {
      for (const tongue of ['zh', 'en'] as const) {
        const answer = await server.ask(document, variables, tongue);
        const [error] = answer.errors ?? [];
        const sentence = sentences[code as 'BAD_REQUEST'][tongue].replace('{detail}', String(error?.extensions.detail));
        const told = { document, status: answer.status, code: error?.extensions.code, message: error?.message };
        expect(told).toEqual({ document, status, code, message: sentence });
        expect(Object.keys(error?.extensions ?? {}).toSorted()).toEqual(['code', 'detail']);
      }
    }
    expect(server.logged).toEqual([]);
  });

  it('[E2] says the same on the socket, in the language of the connection', async () => {
    for (const language of ['zh-CN', 'en']) {
      const socket = openSocket(server.url, { connectionParams: { language } });
      const answer = async (document: string, variables: Record<string, unknown> = {}) => {
        const queue = socket.subscribe(document, variables);
        const message = await queue
          .next()
          .catch((error: Error) => ({ errors: JSON.parse(error.message.replace(/^.*?: /, '')) }));
        return message.errors?.[0];
      };
      const cases: [string, Record<string, unknown>, string][] = [
        ['{ meetings', {}, 'GRAPHQL_PARSE_FAILED'],
        ['{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
        ['query ($first: Int!) { meetings(first: $first) { totalCount } }', { first: 'x' }, 'BAD_USER_INPUT'],
        ['query ($first: Int) { meetings(first: $first) { totalCount } }', { first: null }, 'BAD_USER_INPUT'],
        ['{ meeting(id: "none") { id } }', {}, 'NOT_FOUND'],
        ['subscription { board(meetingId: "none") { seq } }', {}, 'NOT_FOUND'],
        ['mutation ($id: ID!) { openMeeting(meetingId: $id) { seq } }', { id: draft.meetingId }, 'WRONG_STATUS'],
      ];
      for (const [document, variables, code] of cases) {
        const { message, extensions } = await answer(document, variables);
        const onHttp = (await server.ask(document, variables, language)).errors?.[0];
        expect([document, extensions.code]).toEqual([document, code]);
        if (document.startsWith('subscription')) {
          expect(message).toBe(language === 'en' ? 'There is no such meeting.' : '找不到该会议。');
        } else {
          expect([message, extensions]).toEqual([onHttp?.message, onHttp?.extensions]);
        }
      }
      await socket.close();
    }
    expect(server.logged).toEqual([]);
  });

  it('[L6] a fault of one operation costs no other on the same socket', async () => {
    const socket = openSocket(server.url);
    const board = socket.subscribe('subscription ($id: ID!) { board(meetingId: $id) { seq } }', {
      id: draft.meetingId,
    });
    const { seq } = (await board.next()).data.board;
    const faults: [string, Record<string, unknown>, string][] = [
      ['{', {}, 'GRAPHQL_PARSE_FAILED'],
      ['query a { serverTime } query b { serverTime }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      [
        'subscription ($is: Boolean!) { board(meetingId: "x") @include(if: $is) { seq } }',
        { is: true },
        'BAD_USER_INPUT',
      ],
    ];
    for (const [document, variables, code] of faults) {
      await expect(socket.subscribe(document, variables).next()).rejects.toThrow(code);
    }
    await perform(server, 'addRequirement', { meetingId: draft.meetingId, input: { heading: 'x' } });
    expect((await board.next()).data.board.seq).toBe(seq + 1);
    await socket.close();
    expect(server.logged).toEqual([]);
  });

  it('[E5] lists every code with its sentences, as an enum and as a query', async () => {
    const { refusals } = await server.data('{ refusals { code zh en } }');
    const { __type } = await server.data('{ __type(name: "RefusalCode") { enumValues { name description } } }');
    const listed = Object.entries(sentences).map(([code, { zh, en }]) => ({ code, zh, en }));
    expect(refusals).toEqual(listed);
    const described = listed.map(({ code, en }) => ({ name: code, description: en }));
    expect(__type.enumValues).toEqual(described);
  });

  it('[E1] gives a refusal as a null where it stands, and goes on with the rest', async () => {
    const { data, errors } = await server.ask('{ serverTime node(id: "none") { id } }');
    expect(data).toEqual({ serverTime: expect.stringMatching(/^\d{4}-.*Z$/), node: null });
    expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'NOT_FOUND' } }]);
    const id = (await perform(server, 'createOrganization', { input: { name: 'Upper' } })).id as string;
    expect((await server.data('query ($id: ID!) { node(id: $id) { id } }', { id: id.toUpperCase() })).node).toEqual({
      id,
    });
  });
});
