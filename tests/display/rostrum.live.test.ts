import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, perform } from '../support/builders.js';
import { socketOf } from '../support/door.js';
import { aScreen, confirm } from '../support/pairing.js';
import { startServer, type TestServer } from '../support/server.js';
import { trail, trailEnd } from '../support/trail.js';
import { anAccount } from '../support/visitor.js';

const BOARD = `subscription ($id: ID!) { board(meetingId: $id) {
  seq notes nextStep { step obstacle item { title } } agenda { id } displays { id view theme ratio language } } }`;
const NOTES = 'query ($id: ID!) { meeting(id: $id) { agenda { notes } } }';

describe('a display that is set from afar', () => {
  let here: TestServer;
  let there: TestServer;
  beforeAll(async () => {
    here = await startServer();
    there = await startServer({ DATABASE_URL: here.databaseUrl });
  });
  afterAll(async () => {
    await there.stop();
    await here.stop();
  });

  const aMeeting = async () => {
    const { meetingId, speakers } = await aDraft(here, { speakers: 1 });
    await perform(here, 'addItem', {
      meetingId,
      input: { kind: 'STATEMENT', title: 'One', speakerId: speakers[0], notes: '请一支部书记述职' },
    });
    await perform(here, 'scheduleMeeting', { meetingId });
    const aDisplay = async (name: string, view?: string) => {
      const { code, token } = await aScreen(here);
      const { id } = await confirm(here, meetingId, code, name);
      if (view) await perform(here, 'updateDisplay', { meetingId, displayId: id, input: { view } });
      return { id: id as string, token };
    };
    const set = (displayId: string, input: object) => perform(there, 'updateDisplay', { meetingId, displayId, input });
    return { meetingId, aDisplay, set };
  };
  /** A board in an open socket, and the code with which the socket is closed. */
  const hang = (meetingId: string, token: string) => {
    let closed: (code: number) => void = () => undefined;
    const code = new Promise<number>((resolve) => (closed = resolve));
    const socket = socketOf(here.url, token, {
      on: { closed: (event) => closed((event as { code: number }).code) },
    });
    const boards = socket.subscribe(BOARD, { id: meetingId });
    const next = async () => (await boards.next()).data.board;
    const until = async (fits: (board: any) => boolean) =>
      (await boards.until(({ data }) => fits(data.board))).at(-1)!.data.board;
    return { socket, code, next, until };
  };

  it('[Y9] shows notes and the next step on the rostrum and nowhere else, and its open board follows the view', async () => {
    const { meetingId, aDisplay, set } = await aMeeting();
    const [hall, rostrum] = [await aDisplay('Hall'), await aDisplay('Rostrum', 'ROSTRUM')];
    const seen = { notes: '请一支部书记述职', nextStep: { step: 'OPEN', obstacle: null, item: null } };
    const unseen = { notes: null, nextStep: null };
    const [inHall, onRostrum] = [hang(meetingId, hall.token), hang(meetingId, rostrum.token)];
    expect(await inHall.next()).toMatchObject(unseen);
    expect(await onRostrum.next()).toMatchObject(seen);
    const asked = async (token: string) =>
      (await here.ask(NOTES, { id: meetingId }, 'en', { authorization: `Bearer ${token}` })).data;
    expect(await asked(hall.token)).toEqual({ meeting: { agenda: [{ notes: null }] } });
    expect(await asked(rostrum.token)).toEqual({ meeting: { agenda: [{ notes: '请一支部书记述职' }] } });

    // Each takes the other's place: both are told to come back, and see with other eyes.
    await set(hall.id, { view: 'ROSTRUM' });
    await set(rostrum.id, { view: 'STRIP' });
    expect([await inHall.code, await onRostrum.code]).toEqual([4403, 4403]);
    const [again, other] = [hang(meetingId, hall.token), hang(meetingId, rostrum.token)];
    expect(await again.next()).toMatchObject(seen);
    expect(await other.next()).toMatchObject(unseen);
    await perform(here, 'openMeeting', { meetingId });
    expect((await again.until(({ nextStep }) => nextStep.step !== 'OPEN')).nextStep).toEqual({
      step: 'CALL_ITEM',
      obstacle: null,
      item: { title: 'One' },
    });
    expect(await other.next()).toMatchObject(unseen);
    await Promise.all([inHall, onRostrum, again, other].map(({ socket }) => socket.close()));
  });

  it('[Y13] becomes a screen of the rostrum by those alone who see the notes themselves, and the trail says so', async () => {
    const { meetingId, aDisplay } = await aMeeting();
    const [hall, rostrum] = [await aDisplay('Hall'), await aDisplay('Rostrum', 'ROSTRUM')];
    const { id: accountId, ask } = await anAccount(here, 'teller');
    const appoint = (duty: string) => perform(here, 'appoint', { meetingId, accountId, duty });
    await appoint('TELLER');
    const { code } = await aScreen(here);
    const confirmAs = (view: string) =>
      ask(
        `mutation ($meetingId: ID!, $code: String!, $view: DisplayView!) {
           confirmDisplay(meetingId: $meetingId, code: $code, name: "Mine", view: $view) { id view } }`,
        { meetingId, code, view },
      );
    const setAs = async (displayId: string, input: object) => {
      const answer = await ask(
        `mutation ($meetingId: ID!, $displayId: ID!, $input: UpdateDisplayInput!) {
           updateDisplay(meetingId: $meetingId, displayId: $displayId, input: $input) { view theme } }`,
        { meetingId, displayId, input },
      );
      return answer.code ?? answer.data.updateDisplay;
    };
    const before = await here.dump();
    expect((await confirmAs('ROSTRUM')).code).toBe('FORBIDDEN');
    expect(await setAs(hall.id, { view: 'ROSTRUM' })).toBe('FORBIDDEN');
    expect(await here.dump()).toEqual(before);
    const from = await trailEnd(here);
    const mine = (await confirmAs('STRIP')).data.confirmDisplay;
    expect(mine.view).toBe('STRIP');
    // One that is on the rostrum already may be set otherwise, and taken away from it, but not be put back.
    expect(await setAs(rostrum.id, { view: 'ROSTRUM', theme: 'LIGHT' })).toEqual({ view: 'ROSTRUM', theme: 'LIGHT' });
    expect(await setAs(rostrum.id, { view: 'HALL' })).toMatchObject({ view: 'HALL' });
    expect(await setAs(rostrum.id, { view: 'ROSTRUM' })).toBe('FORBIDDEN');
    await appoint('COMMENTER');
    expect(await setAs(mine.id, { view: 'ROSTRUM' })).toMatchObject({ view: 'ROSTRUM' });
    const lines = (await trail(here, from)).filter(
      ({ action, outcome }) => /Display/.test(action) && outcome === 'DONE',
    );
    expect(lines.map(({ subjectId, detail }) => [subjectId, detail.view])).toEqual([
      [mine.id, 'STRIP'],
      [rostrum.id, 'ROSTRUM'],
      [rostrum.id, 'HALL'],
      [mine.id, 'ROSTRUM'],
    ]);
  });

  it('[Y10] [Y5] is told how it is set in the board that it has open, on whichever server', async () => {
    const { meetingId, aDisplay, set } = await aMeeting();
    const { id, token } = await aDisplay('Hall');
    const board = hang(meetingId, token);
    const own = { id, view: 'HALL', theme: 'DARK', ratio: 6, language: null };
    expect((await board.next()).displays).toEqual([own]);
    await set(id, { theme: 'LIGHT', ratio: 8.5, language: 'EN' });
    const light = { ...own, theme: 'LIGHT', ratio: 8.5, language: 'EN' };
    expect((await board.next()).displays).toEqual([light]);
    await set(id, { view: 'PORTRAIT' });
    expect((await board.next()).displays).toEqual([{ ...light, view: 'PORTRAIT' }]);
    await set(id, { language: null, view: null, theme: null, ratio: null, name: null });
    expect((await board.next()).displays).toEqual([{ ...light, view: 'PORTRAIT', language: null }]);
    const other = await aDisplay('Foyer');
    expect((await board.next()).displays).toHaveLength(2);
    await perform(there, 'revokeDisplay', { meetingId, displayId: other.id });
    const { seq, displays } = await board.next();
    expect(displays).toHaveLength(1);
    // What changes nothing is not told.
    await set(id, { theme: 'LIGHT' });
    const [row] = await here.sql('SELECT seq FROM meeting WHERE id = $1', meetingId);
    expect(row.seq).toBe(seq);
    await board.socket.close();
  });
});
