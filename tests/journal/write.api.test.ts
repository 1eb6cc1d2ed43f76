import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aDraft, attempt, idsOf, perform } from '../support/builders.js';
import { startServer, type TestServer } from '../support/server.js';
import { load, type Verified, verifying } from '../support/verify.js';

describe('what is written', () => {
  let server: TestServer;
  let verified: Verified;
  beforeAll(async () => {
    server = await startServer();
    verified = verifying(server);
  });
  afterAll(() => server.stop());

  /** A DRAFT, and `act`, which does a command on it and verifies what was written. */
  const aMeeting = async (input: object = {}) => {
    const draft = await aDraft(server, { speakers: 3, ...input });
    const { meetingId, chair } = draft;
    const act = (name: string, args: object = {}) => verified.verify(name, { meetingId, ...args });
    const item = (kind: string, more: object = {}) => act('addItem', { input: { kind, title: kind, ...more } });
    const comment = (statementId: string, body = '有实招') => ({
      input: { statementId, authorId: chair, body, aspect: 'STRENGTH' },
    });
    const statements = async () => (await idsOf(server, meetingId)).statements as [string, string, string];
    const [first, second, third] = draft.speakers as [string, string, string];
    return { ...draft, first, second, third, act, item, comment, statements };
  };

  it('[W1] stores what was decided while a meeting is prepared', async () => {
    const { organizationId, meetingId, first, second, third, act, item, statements } = await aMeeting();
    const startsAt = '2022-02-10T09:00:00.123+08:00';
    const input = { organizationId, title: '述评会', period: '2021', startsAt, timeZone: 'Asia/Shanghai' };
    await act('deleteMeeting', { meetingId: await verified.verify('createMeeting', { input }) });
    await act('updateMeeting', { input: { title: '新标题', venue: '二楼', language: 'EN', plannedSeconds: 300 } });
    await act('updateMeeting', { input: {} });
    const { id: personId } = await perform(server, 'createPerson', { input: { name: '列席', organizationId } });
    const guest = await act('addParticipant', { input: { personId, duties: ['GUEST', 'GUEST'] } });
    await act('updateParticipant', { participantId: guest, input: { seat: 'A1', duties: ['ATTENDEE', 'TELLER'] } });
    await act('removeParticipant', { participantId: guest });
    await item('STATEMENT', { speakerId: first });
    await item('STATEMENT', { speakerId: second, plannedSeconds: 180 });
    const remarks = await item('REMARKS', { position: 1 });
    await act('updateItem', {
      itemId: remarks,
      input: { title: '讲话', plannedSeconds: 600, notes: '请李勇同志讲话' },
    });
    await act('moveItem', { itemId: remarks, position: 3 });
    await act('moveItem', { itemId: remarks, position: 3 });
    await act('moveItem', { itemId: remarks, position: 2 });
    await act('dropItem', { itemId: remarks });
    const { items, requirements } = await idsOf(server, meetingId);
    await act('updateItem', { itemId: items[0], input: { speakerId: third } });
    await act('writeStatement', { statementId: (await statements())[0], body: '述职报告' });
    for (const heading of ['一', '二', '三']) requirements.push(await act('addRequirement', { input: { heading } }));
    await act('updateRequirement', { requirementId: requirements[1], input: { heading: '二', body: '勤于学习' } });
    await act('dropRequirement', { requirementId: requirements[0] });
    const written = await item('WRITTEN_STATEMENTS', { position: 1 });
    const paper = await act('addWrittenStatement', { itemId: written, speakerId: first, body: '书面' });
    await act('dropWrittenStatement', { statementId: paper });
    await act('addWrittenStatement', { itemId: written, speakerId: first, body: '书面' });
    await act('dropItem', { itemId: written });
    await act('planAgenda', { input: { speakerIds: [third, second], writtenSpeakerIds: [first], withBallot: true } });
    await act('scheduleMeeting');
    await act('unscheduleMeeting');
    await act('deleteMeeting');
  });

  it('[W1] stores what was decided while a meeting runs one by one', async () => {
    const { first, second, third, act, item, comment, statements } = await aMeeting();
    const opening = await item('OPENING');
    const one = await item('STATEMENT', { speakerId: first });
    const two = await item('STATEMENT', { speakerId: second });
    const three = await item('STATEMENT', { speakerId: third });
    const requirements = await item('REQUIREMENTS');
    for (const heading of ['一', '二']) await act('addRequirement', { input: { heading } });
    const [said, left] = await statements();
    await act('scheduleMeeting');
    for (const name of ['blackOutBoard', 'blackOutBoard', 'lightBoard', 'lightBoard']) await act(name);
    for (const text of ['请就座', '请就座', '马上开始']) await act('showMessage', { text });
    await act('openMeeting');
    await act('callItem', { itemId: opening });
    await act('endItem');
    await act('callItem', { itemId: one });
    await act('pauseTurn');
    await act('resumeTurn');
    await act('extendTurn', { seconds: 120 });
    await act('pauseMeeting', { returnInSeconds: 600 });
    await act('resumeMeeting');
    await act('endStatement');
    const draft = await act('draftComment', comment(said));
    await act('editDraft', { commentId: draft, input: { body: '更有实招' } });
    await act('postDraft', { commentId: draft });
    await act('discardDraft', { commentId: await act('draftComment', comment(said)) });
    await act('correctComment', { commentId: draft, input: { body: '更正', aspect: 'PROBLEM', reason: '口误' } });
    await act('retractComment', { commentId: await act('postComment', comment(said)), reason: '重复' });
    await act('callItem', { itemId: two });
    await act('skipItem', { itemId: two, reason: '稍后' });
    await act('skipItem', { itemId: three, reason: '请假' });
    await act('callItem', { itemId: two });
    await act('endStatement');
    await act('skipComment', { statementId: left, reason: '时间不够' });
    await act('recallSpeaker', { itemId: one });
    await act('endStatement');
    await act('callItem', { itemId: requirements });
    await act('revealRequirement');
    await act('revealRequirement');
    for (const participantId of [first, first, second]) await act('signInParticipant', { participantId });
    for (const _ of [1, 2]) await act('recordLeaving', { participantId: first });
    for (const _ of [1, 2]) await act('withdrawMessage');
    await act('blackOutBoard');
    await act('signInParticipant', { participantId: first });
    await act('closeMeeting');
    await act('writeStatement', { statementId: said, body: '补交' });
    await act('archiveMeeting');
  });

  it('[W1] stores what was decided while a meeting hears all statements first', async () => {
    const { first, second, third, act, item, comment, statements } = await aMeeting({ format: 'BLOCK' });
    const one = await item('STATEMENT', { speakerId: first });
    const two = await item('STATEMENT', { speakerId: second });
    const written = await item('WRITTEN_STATEMENTS');
    const paper = await act('addWrittenStatement', { itemId: written, speakerId: third, body: '书面' });
    const [on, after] = await statements();
    await act('scheduleMeeting');
    await act('openMeeting');
    await act('callItem', { itemId: one });
    await act('callItem', { itemId: two });
    await act('endStatement');
    await act('startComment', { statementId: on });
    await act('postComment', comment(on));
    await act('startComment', { statementId: after });
    await act('skipComment', { statementId: after, reason: '会后书面点评' });
    await act('callItem', { itemId: written });
    await act('postComment', comment(paper));
    await act('recallSpeaker', { itemId: one });
    await act('endStatement');
    await act('closeMeeting');
  });

  it('[W1] stores what was decided of a ballot', async () => {
    const { first, second, act, item, statements } = await aMeeting();
    await item('STATEMENT', { speakerId: first });
    await item('STATEMENT', { speakerId: second });
    const one = await item('BALLOT');
    const two = await item('BALLOT');
    await act('scheduleMeeting');
    await act('openMeeting');
    await act('callItem', { itemId: one });
    const ballotId = await act('openBallot', { input: { issued: 20, minutes: 10, abstentionsAllowed: false } });
    await act('reportTurnout', { ballotId, cast: 12, expected: { isOpen: true, issued: 20, cast: 0 } });
    await act('closeBallot', { cast: 21 });
    await act('undoLastStep');
    await act('closeBallot', { cast: 21 });
    const again = await act('holdAgain');
    await act('closeBallot', { issued: 21, cast: 20 });
    await act('reportTurnout', { ballotId: again, void: 1 });
    const [said, left] = await statements();
    await act('recordTally', { ballotId: again, statementId: said, counts: [10, 9, 0, 0] });
    await act('recordTally', { ballotId: again, statementId: left, counts: [19, 0, 0, 1] });
    await act('recordTally', { ballotId: again, statementId: left, counts: [19, 0, 0, 0] });
    await act('revealResult');
    await act('undoLastStep');
    await act('revealResult');
    await act('callItem', { itemId: two });
    const levels = ['优秀', '称职', '不称职'].map((label, index) => ({ label, value: 90 - index * 30 }));
    const other = await act('openBallot', { input: { issued: 5, reveal: 'IMMEDIATE', levels } });
    await act('closeBallot', { cast: 5, void: 0 });
    for (const statementId of [said, left])
      await act('recordTally', { ballotId: other, statementId, counts: [1, 2, 1], abstentions: 1 });
    await act('undoLastStep');
  });

  it('[U1] takes every step back to where the meeting stood before it', async () => {
    const { meetingId, first, second, act, item, statements } = await aMeeting();
    const one = await item('STATEMENT', { speakerId: first });
    const two = await item('STATEMENT', { speakerId: second });
    const requirements = await item('REQUIREMENTS');
    await act('addRequirement', { input: { heading: '一' } });
    const [said] = await statements();
    await act('scheduleMeeting');
    const course = async () => {
      const { meeting, ...lists } = (await load(server, meetingId))!;
      return { ...lists, meeting: { ...meeting, seq: null } };
    };
    const scheduled = await course();
    const steps: [string, object?][] = [
      ['openMeeting'],
      ['callItem', { itemId: one }],
      ['pauseTurn'],
      ['resumeTurn'],
      ['extendTurn', { seconds: -60 }],
      ['pauseMeeting', {}],
      ['resumeMeeting'],
      ['endStatement'],
      ['skipComment', { statementId: said, reason: '时间' }],
      ['recallSpeaker', { itemId: one }],
      ['endStatement'],
      ['skipComment', { statementId: said, reason: '时间' }],
      ['callItem', { itemId: two }],
      ['skipItem', { itemId: two, reason: '请假' }],
      ['callItem', { itemId: requirements }],
      ['revealRequirement'],
      ['endItem'],
      ['closeMeeting'],
    ];
    for (const [name, args] of steps) {
      await act(name, args);
      await act('undoLastStep');
      await act(name, args);
    }
    for (const _ of steps) await act('undoLastStep');
    expect(await course()).toEqual(scheduled);
    expect((await attempt(server, 'undoLastStep', { meetingId })).code).toBe('NOTHING_TO_UNDO');
  });

  it('[U1] leaves alone what was done since the step and does not rest on it', async () => {
    const { meetingId, organizationId, first, second, act, item, comment, statements } = await aMeeting();
    const one = await item('STATEMENT', { speakerId: first });
    await item('STATEMENT', { speakerId: second });
    const [said] = await statements();
    await act('scheduleMeeting');
    await act('openMeeting');
    await act('callItem', { itemId: one });
    await act('addRequirement', { input: { heading: '一' } });
    await item('REQUIREMENTS');
    await act('draftComment', comment(said));
    await perform(server, 'updateOrganization', { id: organizationId, input: { name: '新名' } });
    await act('undoLastStep');
    const { items, requirements, seq } = await idsOf(server, meetingId);
    expect([items.length, requirements.length, seq]).toEqual([3, 1, 14]);
  });

  it('[W1] was verified for every mutation on a meeting', () => {
    const all = Object.values(server.schema.getMutationType()?.getFields() ?? {});
    const ofMeetings = all.filter(({ type }) => String(type) === 'Receipt!').map(({ name }) => name);
    expect([...verified.tried].toSorted()).toEqual(ofMeetings.toSorted());
  });
});
