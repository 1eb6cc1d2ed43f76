import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { perform } from './support/builders.js';
import { startServer, type TestServer } from './support/server.js';

interface Page {
  edges: { cursor: string; node: { id: string; name: string; title: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

const PAGE = 'edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount';
const MEETINGS = `query ($first: Int! = 20, $after: String, $filter: MeetingFilter) {
  page: meetings(first: $first, after: $after, filter: $filter) { ${PAGE.replace('id }', 'id title startsAt }')} } }`;
const UNITS = `query ($first: Int! = 20, $after: String, $text: String, $parentId: ID) {
  page: organizations(first: $first, after: $after, text: $text, parentId: $parentId) { ${PAGE.replace('id }', 'id name }')} } }`;
const PERSONS = `query ($first: Int! = 20, $after: String, $text: String, $organizationId: ID) {
  page: persons(first: $first, after: $after, text: $text, organizationId: $organizationId) {
    ${PAGE.replace('id }', 'id name }')} } }`;

describe('lists', () => {
  let server: TestServer;
  let court: string;
  let other: string;
  const unit = async (name: string, parentId?: string): Promise<string> =>
    (await perform(server, 'createOrganization', { input: { name, parentId } })).id;
  const meeting = async (title: string, more: object = {}): Promise<string> => {
    const input = {
      organizationId: court,
      title,
      period: '2021',
      startsAt: '2022-02-10T01:00:00Z',
      timeZone: 'UTC',
      ...more,
    };
    return (await perform(server, 'createMeeting', { input })).meetingId;
  };
  const page = async (query: string, variables: object): Promise<Page> => (await server.data(query, variables)).page;
  const names = ({ edges }: Page) => edges.map(({ node }) => node.name ?? node.title);

  /** All pages, one after the other; `between` may disturb. */
  const all = async (query: string, variables: object, between?: () => Promise<unknown>) => {
    const pages: Page[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const one: Page = await page(query, { ...variables, after });
      pages.push(one);
      ({ hasNextPage: more, endCursor: after } = one.pageInfo);
      expect(after).toBe(one.edges.at(-1)?.cursor ?? null);
      if (more) await between?.();
    }
    return pages;
  };

  beforeAll(async () => {
    server = await startServer();
    court = await unit('省高级人民法院');
    other = await unit('Other');
  });
  afterAll(() => server.stop());

  it('meetings: the latest planned start first, whatever order they came in', async () => {
    for (const [title, startsAt] of [
      ['b', '2022-02-10T01:00:00.001Z'],
      ['d', '2021-12-31T23:00:00-05:00'],
      ['a', '2023-01-01T00:00:00Z'],
      ['c', '2022-02-10T01:00:00.000Z'],
    ]) {
      await meeting(title!, { startsAt, period: 'order' });
    }
    expect(names(await page(MEETINGS, { filter: { period: 'order' } }))).toEqual(['a', 'b', 'c', 'd']);
  });

  it('meetings: pages go through ties once, in one order', async () => {
    for (let n = 0; n < 11; n++) await meeting(`tie ${n}`, { period: 'ties' });
    const whole = await page(MEETINGS, { first: 100, filter: { period: 'ties' } });
    expect(whole).toMatchObject({ totalCount: 11, pageInfo: { hasNextPage: false } });
    for (const first of [1, 2, 3, 10, 11, 12]) {
      const pages = await all(MEETINGS, { first, filter: { period: 'ties' } });
      expect(pages.flatMap(({ edges }) => edges)).toEqual(whole.edges);
      expect(pages.length).toBe(Math.ceil(11 / first));
      expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([11]));
    }
  });

  it('meetings: what is added or deleted while somebody pages neither repeats nor hides another', async () => {
    const standing: string[] = [];
    for (let n = 0; n < 9; n++) standing.push(await meeting(`old ${n}`, { period: 'moving' }));
    let n = 0;
    const pages = await all(MEETINGS, { first: 2, filter: { period: 'moving' } }, async () => {
      await meeting(`new ${n++}`, { period: 'moving', startsAt: '2029-01-01T00:00:00Z' });
      await perform(server, 'deleteMeeting', { meetingId: await meeting('gone', { period: 'moving' }) });
    });
    const seen = pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));
    expect(seen.toSorted()).toEqual(standing.toSorted());
    // The one whose cursor we hold may itself be deleted.
    const { pageInfo, edges } = await page(MEETINGS, { first: 6, filter: { period: 'moving' } });
    await perform(server, 'deleteMeeting', { meetingId: edges.at(-1)!.node.id });
    const rest = await page(MEETINGS, { after: pageInfo.endCursor, filter: { period: 'moving' } });
    expect(rest.edges).toHaveLength(9 + n - 6);
  });

  it('meetings: every filter that is given must fit', async () => {
    const id = await meeting('50%_完成\\', { period: 'p1', organizationId: other, venue: 'Hall ÄB' });
    await meeting('50xy完成', { period: 'p1' });
    const found = async (filter: object) => names(await page(MEETINGS, { filter }));
    expect(await found({ text: '50%' })).toEqual(['50%_完成\\']);
    expect(await found({ text: '%_' })).toEqual(['50%_完成\\']);
    expect(await found({ text: '\\' })).toEqual(['50%_完成\\']);
    expect((await found({ text: '完成' })).toSorted()).toEqual(['50%_完成\\', '50xy完成']);
    expect(await found({ text: 'hall äb' })).toEqual(['50%_完成\\']);
    expect(await found({ text: "' OR true --" })).toEqual([]);
    expect(await found({ organizationId: other })).toEqual(['50%_完成\\']);
    expect(await found({ period: 'p1', organizationId: court })).toEqual(['50xy完成']);
    expect(await found({ period: 'p1', status: ['LIVE', 'CLOSED'] })).toEqual([]);
    expect(await found({ period: 'p1', status: [] })).toEqual([]);
    expect(await found({ period: 'p1', status: ['DRAFT', 'LIVE'], organizationId: other, text: '完' })).toHaveLength(1);
    const nothing = { status: null, period: null, organizationId: null, text: null };
    expect((await page(MEETINGS, { filter: nothing })).totalCount).toBe((await page(MEETINGS, {})).totalCount);
    await perform(server, 'deleteMeeting', { meetingId: id });
    expect(await found({ organizationId: other })).toEqual([]);
  });

  it('units and persons: by name in the order of code points, ids break ties', async () => {
    const given = ['乙', 'b', 'B', '甲', 'Z', 'a', '甲', 'é', '10', '9', '😀', 'A'];
    for (const name of given) await unit(name, other);
    for (const name of given) await perform(server, 'createPerson', { input: { name, organizationId: other } });
    const points = (text: string) => text.codePointAt(0)!;
    const sorted = given.toSorted((a, b) => points(a) - points(b));
    for (const [query, variables] of [
      [UNITS, { parentId: other }],
      [PERSONS, { organizationId: other }],
    ] as const) {
      const whole = await page(query, variables);
      expect(names(whole)).toEqual(sorted);
      for (const first of [1, 5]) {
        const pages = await all(query, { ...variables, first });
        expect(pages.flatMap(({ edges }) => edges)).toEqual(whole.edges);
      }
    }
    expect(names(await page(UNITS, { text: '甲' }))).toEqual(['甲', '甲']);
    expect(names(await page(UNITS, { text: 'É' }))).toEqual(['é']);
    const { organizations } = await server.data(
      '{ organizations(text: "Other") { edges { node { children { name } } } } }',
    );
    expect(organizations.edges[0].node.children.map(({ name }: { name: string }) => name)).toEqual(sorted);
  });

  it('persons: the text is looked for in names and posts', async () => {
    for (const post of ['书记', 'Secretary_1']) {
      await perform(server, 'createPerson', { input: { name: `P ${post}`, post, organizationId: court } });
    }
    expect(names(await page(PERSONS, { text: 'secretary_' }))).toEqual(['P Secretary_1']);
    expect(names(await page(PERSONS, { text: '书记', organizationId: court }))).toEqual(['P 书记']);
    expect(names(await page(PERSONS, { text: '书记', organizationId: other }))).toEqual([]);
  });

  it('a page out of range, or a cursor that is none, is refused by name', async () => {
    const encode = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    const id = '0190a000-0000-7000-8000-00000000abcd';
    const ofUnits = (await page(UNITS, { first: 1 })).pageInfo.endCursor;
    const cursors = [
      '',
      'x',
      '💥',
      encode(null),
      encode({}),
      encode([]),
      encode(['x']),
      encode(['x', 'y']),
      encode([1, id]),
    ];
    const times = [
      ofUnits,
      encode(['yesterday', id]),
      encode(['2022', id]),
      encode(['infinity', id]),
      encode(['\0', id]),
    ];
    const cases: [string, object, string, string][] = [
      ...[MEETINGS, UNITS, PERSONS].flatMap((query): typeof cases => [
        [query, { first: 0 }, 'first', 'tooSmall'],
        [query, { first: -(2 ** 31) }, 'first', 'tooSmall'],
        [query, { first: 101 }, 'first', 'tooLarge'],
        [query, { after: encode(['\0', id]) }, 'after', 'notACursor'],
        ...cursors.map((after): (typeof cases)[number] => [query, { after }, 'after', 'notACursor']),
      ]),
      ...times.map((after): (typeof cases)[number] => [MEETINGS, { after }, 'after', 'notACursor']),
    ];
    for (const [query, variables, field, problem] of cases) {
      const { errors } = await server.ask(query, variables);
      const told = { variables, ...errors?.[0]?.extensions };
      expect(told).toMatchObject({ variables, code: 'INVALID_INPUT', field, problem });
    }
    expect(server.logged).toEqual([]);
  });
});
