import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { AgendaItemRow } from '../../src/agenda/agenda.entity.js';
import { CommentRow } from '../../src/appraisal/comment.entity.js';
import { ParticipantRow } from '../../src/people/participant.entity.js';
import { PersonRow } from '../../src/people/person.entity.js';
import { RequirementRow } from '../../src/requirement/requirement.entity.js';
import { StatementRow } from '../../src/statement/statement.entity.js';
import { TurnRow } from '../../src/statement/turn.entity.js';
import { aDraft } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { hearing } from '../support/statements.js';

/** Fields that need rows of their own are marked: each may cost one statement, however many rows there are. */
const WHOLE = `id organization /*1*/ { name } currentItem /*1*/ { id }
  attendance /*1*/ { present } participants /*1*/ { presence slip /*1*/ { isRevoked } person /*1*/ { name organization /*1*/ { name } } }
  requirements /*1*/ { number heading } statements /*1*/ { id item /*1*/ { title } }
  agenda /*1*/ { title statements /*1*/ { id }
    statement /*1*/ { turns /*1*/ { number } speaker /*1*/ { person /*1*/ { name organization /*1*/ { name } } }
      comments /*1*/ { body author /*1*/ { person /*1*/ { name organization /*1*/ { name } } } } } }`;
const MARKS = WHOLE.split('/*1*/').length - 1;
/** Who asks, and what they are at the meeting. */
const WHO = 2;
const bare = WHOLE.replaceAll('/*1*/', '');

describe('what a nested read costs', () => {
  let server: TestServer;
  let statements = 0;
  const count = () => {
    statements += 1;
  };
  beforeAll(async () => {
    server = await startServer({}, hearing(count));
  });
  afterAll(() => server.stop());

  /** A meeting with so many statements, and as many comments on each, by as many persons: rows, not commands. */
  const aWideMeeting = async (size: number, comments = size): Promise<string> => {
    const { meetingId, organizationId, chair } = await aDraft(server, { speakers: 0, period: `${size}` });
    const { manager } = server.services.database;
    const at = new Date();
    const each = <Row>(make: (index: number) => Row) => Array.from({ length: size }, (_, index) => make(index));
    const row = { meetingId };
    const persons = each((n) => ({ id: uuid(), name: `P${n}`, post: '', organizationId }));
    const speakers = each((n) => ({
      ...row,
      id: uuid(),
      personId: persons[n]!.id,
      duties: ['SPEAKER' as const],
      seat: '',
      presence: 'PRESENT' as const,
    }));
    const items = each((n) => ({
      ...row,
      id: uuid(),
      position: n + 1,
      kind: 'STATEMENT' as const,
      title: `S${n}`,
      status: 'DONE' as const,
      notes: '',
    }));
    const spoken = each((n) => ({
      ...row,
      id: uuid(),
      itemId: items[n]!.id,
      speakerId: speakers[n]!.id,
      mode: 'ON_SITE' as const,
      phase: 'DONE' as const,
    }));
    const turns = each((n) => ({
      ...row,
      id: uuid(),
      statementId: spoken[n]!.id,
      number: 1,
      plannedSeconds: 480,
      extendedSeconds: 0,
      startedAt: at,
      endedAt: at,
      pausedMilliseconds: 0,
    }));
    const said = spoken.flatMap(({ id: statementId }, n) =>
      Array.from({ length: comments }, (_, index) => ({
        ...row,
        id: uuid(),
        statementId,
        authorId: index % 2 ? chair : speakers[(n + index) % size]!.id,
        body: `C${index}`,
        status: 'POSTED' as const,
        draftedAt: at,
        postedAt: at,
      })),
    );
    const requirements = each((n) => ({ ...row, id: uuid(), number: n + 1, heading: `R${n}`, body: '' }));
    await manager.insert(PersonRow, persons);
    await manager.insert(ParticipantRow, speakers);
    await manager.insert(AgendaItemRow, items);
    await manager.insert(StatementRow, spoken);
    await manager.insert(TurnRow, turns);
    await manager.insert(CommentRow, said);
    await manager.insert(RequirementRow, requirements);
    return meetingId;
  };

  /** How many statements PostgreSQL is given for a query. */
  const cost = async (query: string, variables: object) => {
    statements = 0;
    const data = await server.data(query, variables);
    return { data, cost: statements };
  };

  it('one statement for each field at most, with 2 statements and comments on each as with 40', async () => {
    const query = `query ($id: ID!) { meeting(id: $id) { ${bare} } }`;
    const small = await cost(query, { id: await aWideMeeting(2) });
    const large = await cost(query, { id: await aWideMeeting(40) });
    const { agenda, participants, requirements } = large.data.meeting;
    expect([agenda.length, participants.length, requirements.length]).toEqual([40, 41, 40]);
    expect(agenda.every(({ statement }: any) => statement.comments.length === 40 && statement.turns.length === 1)).toBe(
      true,
    );
    expect(agenda[7].statement.comments[3].author.person).toEqual({ name: 'Chair', organization: { name: 'Unit' } });
    // Fields of one kind whose rows are wanted at the same moment share a statement, so it can be fewer.
    expect(Math.max(small.cost, large.cost)).toBeLessThanOrEqual(MARKS + WHO);
  });

  it('one statement for each field at most, for one meeting as for ten', async () => {
    for (let n = 0; n < 10; n++) await aWideMeeting(3);
    const query = (first: number) =>
      `{ meetings(first: ${first}, filter: { period: "3" }) { totalCount edges { node { ${bare} } } } }`;
    const one = await cost(query(1), {});
    const ten = await cost(query(10), {});
    expect([one.data.meetings.edges.length, ten.data.meetings.edges.length]).toEqual([1, 10]);
    // The list itself is a page and a count.
    expect(Math.max(one.cost, ten.cost)).toBeLessThanOrEqual(MARKS + 1 + WHO);
  });

  it('[B6] a board costs the same however large the meeting', async () => {
    const query = 'query ($id: ID!) { board(meetingId: $id) { seq agenda { speaker { name organization } } } }';
    const small = await cost(query, { id: await aWideMeeting(2) });
    const large = await cost(query, { id: await aWideMeeting(20) });
    expect(large.data.board.agenda).toHaveLength(20);
    expect(large.cost).toBe(small.cost);
  });

  it('a list that is asked for twice under two names is read once for each, and not for each row', async () => {
    const query = `query ($id: ID!) { meeting(id: $id) { a: participants(duty: SPEAKER) { person { name } }
      b: participants { person { name } } c: participants(duty: HOST) { person { name } } } }`;
    const { data, cost: paid } = await cost(query, { id: await aWideMeeting(5) });
    expect([data.meeting.a.length, data.meeting.b.length, data.meeting.c.length]).toEqual([5, 6, 1]);
    // Where the meeting stands, and three lists.
    expect(paid).toBe(4 + WHO);
  });
});
