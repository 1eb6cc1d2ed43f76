import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { examples } from '../src/demo/examples.js';
import { requirements } from '../src/demo/founding.texts.js';
import { onBallot } from './support/ballot.js';
import { aFoundingMeeting, idsOf, perform } from './support/builders.js';
import { startServer, type TestServer } from './support/server.js';
import { openSocket } from './support/socket.js';

const example = (name: string) => examples.find((one) => one.name === name)!.document;
/** So that nothing depends on which comes first, the subscription or what it is to show. */
const exampleAfter = (name: string, seq: number) =>
  example(name).replace('meetingId: $id)', `meetingId: $id, after: ${seq})`);

const UNITS = {
  zh: ['机关党委', '刑三庭', '民二庭', '行政庭', '复议监督庭', '法官学院'],
  en: [
    'Organ Party Committee',
    'Third Criminal Court',
    'Second Civil Court',
    'Administrative Court',
    'Reconsideration and Supervision Court',
    'Judges College',
  ],
};

describe('queries on the founding meeting', () => {
  let server: TestServer;
  const meetings = { zh: '', en: '' };
  beforeAll(async () => {
    server = await startServer();
    meetings.zh = await aFoundingMeeting(server, 'zh');
    meetings.en = await aFoundingMeeting(server, 'en');
  });
  afterAll(() => server.stop());

  it('the example query gives six statements in order, four requirements, and no comment yet', async () => {
    const { meetings: found } = await server.data(example('Meetings'));
    expect(found.edges.map(({ node }: any) => node.id)).toEqual([meetings.en, meetings.zh]);
    for (const [language, { node }] of [
      ['en', found.edges[0]],
      ['zh', found.edges[1]],
    ] as const) {
      expect(node).toMatchObject({ status: 'SCHEDULED', seq: 27 });
      const kinds = ['OPENING', ...Array(6).fill('STATEMENT'), 'REQUIREMENTS', 'CLOSING'];
      expect(node.agenda.map(({ kind }: any) => kind)).toEqual(kinds);
      expect(node.agenda.map(({ position }: any) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      const spoken = node.agenda.flatMap(({ statement }: any) => statement ?? []);
      expect(spoken.map(({ speaker }: any) => speaker.person.organization.name)).toEqual(UNITS[language]);
      expect(new Set(spoken.map(({ mode, comments }: any) => `${mode} ${comments.length}`))).toEqual(
        new Set(['ON_SITE 0']),
      );
      expect(node.requirements).toEqual(
        requirements.map(({ heading, body }, index) => ({
          number: index + 1,
          heading: heading[language],
          body: body[language],
        })),
      );
    }
  });

  it('has the chair as host and commenter, the guests and the four groups that attend', async () => {
    const query = `query ($id: ID!) { meeting(id: $id) { title period startsAt timeZone language format venue plannedSeconds
      organization { name } chairs: participants(duty: HOST) { ...who } commenters: participants(duty: COMMENTER) { ...who }
      guests: participants(duty: GUEST) { ...who } attendees: participants(duty: ATTENDEE) { ...who }
      tellers: participants(duty: TELLER) { id } speakers: participants(duty: SPEAKER) { id } all: participants { id } } }
      fragment who on Participant { duties person { name post organization { name } } }`;
    const { meeting } = await server.data(query, { id: meetings.zh });
    expect(meeting).toMatchObject({
      title: '省法院机关2021年度基层党组织书记抓党建工作述评会',
      period: '2021',
      startsAt: '2022-02-10T01:00:00.000Z',
      timeZone: 'Asia/Shanghai',
      language: 'ZH',
      format: 'ONE_BY_ONE',
      plannedSeconds: 480,
      organization: { name: '省高级人民法院' },
      tellers: [],
    });
    const chair = {
      duties: ['HOST', 'COMMENTER'],
      person: { name: '李勇', post: '政治部主任、机关党委书记', organization: { name: '政治部' } },
    };
    expect([meeting.chairs, meeting.commenters]).toEqual([[chair], [chair]]);
    const called = (list: any[]) => list.map(({ person }) => `${person.organization.name}：${person.name}`);
    expect(called(meeting.guests)).toEqual(['省直机关工委：省直机关工委有关部门负责同志']);
    expect(called(meeting.attendees)).toEqual([
      '机关党委：机关党委委员',
      '省高级人民法院：院属各部门党支部书记',
      '石家庄铁路运输法院：党总支书记',
      '省高级人民法院：部分党员和群众代表',
    ]);
    expect([meeting.speakers.length, meeting.all.length]).toEqual([6, 12]);
    const { meeting: english } = await server.data(
      'query ($id: ID!) { meeting(id: $id) { participants(duty: HOST) { person { name } } } }',
      {
        id: meetings.en,
      },
    );
    expect(english.participants).toEqual([{ person: { name: 'Li Yong' } }]);
  });

  it('the example command and the example subscriptions work, each from the seq it is given', async () => {
    const id = meetings.zh;
    const { openMeeting } = await server.data(example('OpenMeeting'), { id, expectedSeq: 27 });
    expect(openMeeting).toMatchObject({ seq: 28, type: 'MeetingOpened' });
    const { items, statements, chair } = await idsOf(server, id);
    const socket = openSocket(server.url);
    const [called, posted] = [
      socket.subscribe(exampleAfter('SpeakerCalled', 28), { id }),
      socket.subscribe(exampleAfter('CommentPosted', 28), { id }),
    ];
    const board = socket.subscribe(example('Board'), { id });
    expect((await board.next()).data.board).toMatchObject({ seq: 28, state: 'AGENDA' });
    await perform(server, 'callItem', { meetingId: id, itemId: items[1] });
    const { speakerCalled } = (await called.next()).data;
    expect(speakerCalled).toMatchObject({
      seq: 29,
      statement: { speaker: { person: { organization: { name: '机关党委' } } } },
    });
    await perform(server, 'endStatement', { meetingId: id });
    const input = { statementId: statements[0], authorId: chair, aspect: 'PROBLEM', body: '督促多、帮带少' };
    await perform(server, 'postComment', { meetingId: id, input });
    const { commentPosted } = (await posted.next()).data;
    expect(commentPosted).toMatchObject({
      seq: 31,
      comment: { body: '督促多、帮带少', aspect: 'PROBLEM', author: { person: { name: '李勇' } } },
    });
    const last = (await board.until(({ data }) => data.board.seq === 31)).at(-1);
    expect(last?.data.board.state).toBe('COMMENT');
    const journal = socket.subscribe(example('Journal'), { id, after: 28 });
    const told = (await journal.until(({ data }) => data.journal.seq === 31)).map(({ data }) => data.journal.type);
    expect(told).toEqual(['ItemCalled', 'StatementEnded', 'CommentPosted']);
    await socket.close();
  });

  it('node gives anything by its id, and null for an id that nothing has', async () => {
    const id = meetings.zh;
    const { meeting } = await server.data(
      `query ($id: ID!) { meeting(id: $id) { id organization { id } participants { id person { id } }
        agenda { id statement { id comments { id } } } requirements { id } } }`,
      { id },
    );
    const spoken = meeting.agenda[1].statement;
    const { act } = await onBallot(server);
    const nodes = {
      Meeting: id,
      Organization: meeting.organization.id,
      Person: meeting.participants[0].person.id,
      Participant: meeting.participants[0].id,
      AgendaItem: meeting.agenda[1].id,
      Statement: spoken.id,
      AppraisalComment: spoken.comments[0].id,
      Requirement: meeting.requirements[0].id,
      Ballot: await act('openBallot', { input: { issued: 10 } }),
    };
    const possible = server.schema.getPossibleTypes(server.schema.getType('Node') as never).map(({ name }) => name);
    expect(Object.keys(nodes).toSorted()).toEqual(possible.toSorted());
    for (const [kind, of] of Object.entries(nodes)) {
      const { node } = await server.data('query ($id: ID!) { node(id: $id) { __typename id } }', { id: of });
      expect(node).toEqual({ __typename: kind, id: of });
    }
    const unknown = { id: '0190a000-0000-7000-8000-00000000abcd' };
    expect(await server.data('query ($id: ID!) { node(id: $id) { id } }', unknown)).toEqual({ node: null });
  });

  it('the journal is read in pages, from any seq', async () => {
    const query =
      `query ($id: ID!, $after: Int, $first: Int! = 10) { journal(meetingId: $id, after: $after, first: $first) {
      hasMore entries { meetingId seq type } } }`.replace('$after: Int,', '$after: Int! = 0,');
    const id = meetings.zh;
    const { seq } = await idsOf(server, id);
    const all = (await server.data(query, { id, first: 500 })).journal;
    expect(all.hasMore).toBe(false);
    expect(all.entries.map((entry: any) => entry.seq)).toEqual(Array.from({ length: seq }, (_, index) => index + 1));
    expect(new Set(all.entries.map(({ meetingId }: any) => meetingId))).toEqual(new Set([id]));
    const paged = [];
    for (let after = 0, more = true; more; ) {
      const { journal } = await server.data(query, { id, after });
      paged.push(...journal.entries);
      after = paged.at(-1).seq;
      more = journal.hasMore;
    }
    expect(paged).toEqual(all.entries);
    expect((await server.data(query, { id, after: seq })).journal).toEqual({ hasMore: false, entries: [] });
    expect((await server.data(query, { id, first: seq })).journal.hasMore).toBe(false);
    for (const [first, problem] of [
      [0, 'tooSmall'],
      [501, 'tooLarge'],
    ]) {
      const { errors } = await server.ask(query, { id, first });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', field: 'first', problem });
    }
  });
});
