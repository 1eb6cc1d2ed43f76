import { describe, expect, it } from '@jest/globals';
import type { Draft } from '../../src/web/desk/autosave.js';
import type { Meeting } from '../../src/web/desk/desk.query.js';
import { screensOf } from '../../src/web/desk/screens.js';
import { commentsWith, inOrder, presentOf, shownOf } from '../../src/web/desk/statements.js';
import { overlaid } from '../../src/web/preview/overlay.js';
import { madeBoards } from '../support/boards.js';

const person = (name: string) => ({ name, post: 'Secretary', organization: { name: `Unit of ${name}` } });
type Statement = Meeting['statements'][number];
type Posted = Statement['comments'][number];

const posted = (id: string, body: string | null, postedAt: string): Posted => ({
  id,
  body,
  aspect: null,
  status: body === null ? 'RETRACTED' : 'POSTED',
  postedAt,
  correctedAt: null,
  retractedAt: null,
  author: { id: 'chair', person: person('Chair') },
});
const statement = (id: string, itemId: string, change: Partial<Statement> = {}): Statement => ({
  id,
  mode: 'ON_SITE',
  phase: 'COMMENT',
  item: { id: itemId, position: 1 },
  speaker: { id: `speaker of ${id}`, person: person(id) },
  comments: [],
  ...change,
});
const item = (id: string, position: number): Meeting['agenda'][number] => ({
  id,
  position,
  kind: 'STATEMENT',
  title: '',
  status: 'PENDING',
});
const meeting = (agenda: Meeting['agenda'], statements: Statement[]): Meeting => ({
  id: 'meeting',
  seq: 1,
  title: 'Review',
  status: 'LIVE',
  format: 'ONE_BY_ONE',
  language: 'EN',
  timeZone: 'UTC',
  participants: [],
  agenda,
  statements,
  requirements: [],
});
const draft = (body: string): Draft => ({
  id: 'draft',
  statementId: 'one',
  authorId: 'chair',
  commentId: null,
  text: { body, aspect: 'PROBLEM' },
  saved: null,
  sending: null,
  trouble: null,
  turn: 0,
});
const boards = madeBoards({ language: 'EN' });

describe('what a preview shows', () => {
  const [one, two] = inOrder(
    meeting(
      [item('a', 1), item('b', 2)],
      [
        statement('two', 'b'),
        statement('one', 'a', {
          comments: [
            posted('first', 'First.', '2022-02-10T01:00:00Z'),
            posted('gone', null, '2022-02-10T01:01:00Z'),
            posted('second', 'Second.', '2022-02-10T01:02:00Z'),
          ],
        }),
      ],
    ),
  );
  const author = { person: person('Chair') };

  it('[C9] counts statements as the board does, and knows at which one the meeting is', () => {
    expect([one, two].map((each) => [each?.id, each?.number, each?.total])).toEqual([
      ['one', 1, 2],
      ['two', 2, 2],
    ]);
    const mixed = meeting(
      [item('a', 1), item('b', 2)],
      [statement('w', 'a', { mode: 'WRITTEN' }), statement('s', 'b'), statement('x', 'a', { mode: 'WRITTEN' })],
    );
    expect(inOrder(mixed).map(({ id, number, total }) => [id, number, total])).toEqual([
      ['w', 1, 2],
      ['x', 2, 2],
      ['s', 1, 1],
    ]);
    expect(presentOf(boards.COMMENT)).toBe(boards.COMMENT.statement?.id);
    expect(presentOf(boards.WRITTEN_COMMENT)).toBe(boards.WRITTEN_COMMENT.comments.at(-1)?.statementId);
    expect(presentOf(boards.WRITTEN_STATEMENTS)).toBe(boards.WRITTEN_STATEMENTS.written[0]?.id);
    expect(presentOf(boards.AGENDA)).toBeNull();
  });

  it('[C9] is what was posted and not retracted, and last the draft, if it says anything', () => {
    const shown = (said: Draft | undefined) => commentsWith(one!, said, author).map(({ id, body }) => [id, body]);
    const before = [
      ['first', 'First.'],
      ['second', 'Second.'],
    ];
    expect(shown(undefined)).toEqual(before);
    expect(shown(draft(' \n'))).toEqual(before);
    expect(shown(draft(' Third. '))).toEqual([...before, ['draft', 'Third.']]);
    expect(commentsWith(one!, draft('Third.'), author).at(-1)).toMatchObject({
      aspect: 'PROBLEM',
      isCorrected: false,
      author: { name: 'Chair', post: 'Secretary', organization: 'Unit of Chair' },
    });
  });

  it.each(['STANDBY', 'STATEMENT', 'COMMENT', 'INTERMISSION', 'BLACKOUT', 'CLOSED'] as const)(
    '[C9] is the statement with its comments, whatever the room sees meanwhile (%s)',
    (name) => {
      const comments = commentsWith(one!, draft('Third.'), author);
      const board = overlaid(boards[name], shownOf(one!), comments);
      expect(board).toMatchObject({ state: 'COMMENT', status: 'LIVE', isBlackedOut: false, intermission: null });
      expect(board.title).toBe(boards[name].title);
      expect(board.statement).toMatchObject({ id: 'one', number: 1, total: 2, speaker: { name: 'one' } });
      expect(board.comments.map(({ id }) => id)).toEqual(['first', 'second', 'draft']);
    },
  );

  it('[C9] stands among the comments on other written statements, and last', () => {
    const before = boards.WRITTEN_COMMENT;
    const written = before.written[0]!;
    const shown = { ...shownOf(one!), id: written.id, mode: 'WRITTEN' as const };
    const said = { ...commentsWith(one!, draft('Third.'), author).at(-1)!, statementId: written.id };
    const board = overlaid(before, shown, [said]);
    expect(board.state).toBe('WRITTEN_STATEMENTS');
    expect(board.written).toEqual(before.written);
    expect(board.comments.at(-1)?.id).toBe('draft');
    const others = before.comments.filter(({ statementId }) => statementId !== written.id);
    expect(board.comments).toHaveLength(others.length + 1);
    const elsewhere = overlaid(boards.AGENDA, shown, [said]);
    expect(elsewhere.written.map(({ id }) => id)).toEqual([written.id]);
    expect(elsewhere.comments.map(({ id }) => id)).toEqual(['draft']);
  });
});

describe('the screens that can be looked at in small', () => {
  it('[C10] are one of each view, where none is paired', () => {
    expect(screensOf([]).map(({ view, name, width, height, search }) => [view, name, width, height, search])).toEqual([
      ['HALL', null, 1920, 1080, '?view=hall'],
      ['ROSTRUM', null, 1920, 1080, '?view=rostrum'],
      ['PORTRAIT', null, 1080, 1920, '?view=portrait'],
      ['STRIP', null, 3840, 1080, '?view=strip'],
    ]);
  });

  it('[C10] are the paired ones as large as they are, and as they are set', () => {
    const wall = {
      id: '1',
      name: 'Wall',
      view: 'HALL',
      theme: 'LIGHT',
      ratio: 8,
      language: 'EN',
      width: 1280,
      height: 800,
    } as const;
    const door = {
      ...wall,
      id: '2',
      name: 'Door',
      theme: 'DARK',
      ratio: 4.5,
      language: null,
      width: null,
      height: null,
    } as const;
    const shown = screensOf([wall, door]);
    expect(shown.map(({ name }) => name)).toEqual(['Wall', 'Door', null, null, null]);
    expect(shown[0]).toMatchObject({ width: 1280, height: 800, search: '?view=hall&theme=light&ratio=8&lang=en' });
    expect(shown[1]).toMatchObject({ width: 1920, height: 1080, search: '?view=hall&theme=dark&ratio=4.5' });
  });
});
