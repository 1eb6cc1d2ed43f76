import { describe, expect, it } from '@jest/globals';
import { updateItem } from '../../src/agenda/agenda.rules.js';
import type { AgendaPlan } from '../../src/agenda/plan.outline.js';
import { planAgenda } from '../../src/agenda/plan.rules.js';
import { draftComment } from '../../src/appraisal/comment.rules.js';
import type { Course } from '../../src/meeting/course.js';
import { addWrittenStatement, writeStatement } from '../../src/statement/statement.rules.js';
import { aMeeting, decide, play, refused, touched } from '../support/course.js';
import { aPlan } from '../support/plan.js';

const draft = { status: 'DRAFT', openedAt: null } as const;
/** Without an agenda: chair, guest and spare. */
const bare = () => aMeeting({ agenda: [], meeting: draft });
const three = () => aMeeting({ agenda: ['OPENING', 'STATEMENT', 'STATEMENT', 'STATEMENT'], meeting: draft });
const planned = (course: Course, plan: Partial<AgendaPlan>) => decide(course, planAgenda, aPlan(plan)).course!;
const said = (course: Course, plan: Partial<AgendaPlan>) => refused(() => planned(course, plan));

/** The agenda in short: position, kind, title, seconds and whose statements. */
const agenda = ({ items, statements, participants }: Course) =>
  items.map(({ id, position, kind, title, plannedSeconds }) => {
    const speakers = statements
      .filter(({ itemId }) => itemId === id)
      .map(({ speakerId, mode }) => `${mode} ${speakerId}`);
    expect(participants.filter(({ id: one }) => speakers.join().includes(` ${one}`))).toHaveLength(speakers.length);
    return [position, kind, title, plannedSeconds ?? [], ...speakers].flat().join(' ');
  });

const PERSON = '0190a000-0000-7000-8000-0000000000b1';

describe('an agenda planned in one step', () => {
  it('[A15] has one statement after the other, with all that can be around them, in Chinese', () => {
    const plan = {
      speakerIds: ['spare', 'guest', PERSON],
      writtenSpeakerIds: ['chair'],
      plannedSeconds: 300,
      intermissionAfter: 2,
      withBallot: true,
      withRemarks: true,
      units: { spare: '刑三庭', guest: '民二庭', [PERSON]: '行政庭' },
    };
    const { course, entry, id } = decide(bare(), planAgenda, aPlan(plan));
    const joined = course!.participants.at(-1)!;
    expect(agenda(course!)).toEqual([
      '1 OPENING 主持人宣布开会',
      '2 STATEMENT 刑三庭述职 300 ON_SITE spare',
      '3 STATEMENT 民二庭述职 300 ON_SITE guest',
      '4 INTERMISSION 休息 900',
      `5 STATEMENT 行政庭述职 300 ON_SITE ${joined.id}`,
      '6 WRITTEN_STATEMENTS 书面述职 WRITTEN chair',
      '7 BALLOT 民主测评',
      '8 REMARKS 领导讲话',
      '9 REQUIREMENTS 提出工作要求',
      '10 CLOSING 会议结束',
    ]);
    expect([entry, id]).toEqual([{ type: 'AgendaPlanned' }, 'meeting']);
    expect(joined).toMatchObject({ personId: PERSON, duties: ['SPEAKER'], seat: '', presence: 'ABSENT' });
    expect(course!.participants.find(({ id: one }) => one === 'guest')!.duties).toEqual(['GUEST', 'SPEAKER']);
  });

  it('[A15] is nothing but the statements where nothing else is wanted, in English too', () => {
    const english = aMeeting({ agenda: [], meeting: { ...draft, language: 'EN' } });
    const plan = { withOpening: false, withRequirements: false, withClosing: false, units: { spare: 'Third Court' } };
    const course = planned(english, { ...plan, speakerIds: ['spare'] });
    expect(agenda(course)).toEqual(['1 STATEMENT Statement: Third Court ON_SITE spare']);
    expect(touched(english, course)).toEqual([
      `items ${course.items[0]!.id}`,
      `statements ${course.statements[0]!.id}`,
    ]);
  });

  it('[A15] makes a commenter of whoever is named, a participant or a person, and asks for no duty twice', () => {
    const dutiesOf = ({ participants }: Course) => participants.map(({ id, duties }) => [id, ...duties].join(' '));
    const named = (commenterId: string) => dutiesOf(planned(bare(), { speakerIds: ['spare'], commenterId }));
    expect(named('guest')).toEqual(['chair HOST COMMENTER', 'guest GUEST COMMENTER', 'spare SPEAKER']);
    expect(named('person-chair')).toEqual(dutiesOf(bare()));
    expect(named(PERSON.toUpperCase()).at(-1)).toMatch(/^new-\d+ COMMENTER$/);
  });

  it.each<[string, Partial<AgendaPlan>, object]>([
    ['nobody', {}, { code: 'INVALID_INPUT', field: 'speakerIds', problem: 'empty' }],
    ['a speaker twice', { speakerIds: ['spare', 'person-spare'] }, { code: 'DUPLICATE', what: 'statement' }],
    ['one on site and in writing', { speakerIds: ['spare'], writtenSpeakerIds: ['spare'] }, { code: 'DUPLICATE' }],
    ['what is nobody', { speakerIds: ['nobody'] }, { code: 'NOT_FOUND', what: 'person', id: 'nobody' }],
    ['no time', { speakerIds: ['spare'], plannedSeconds: 9 }, { code: 'INVALID_INPUT', field: 'plannedSeconds' }],
    ['a break before all', { speakerIds: ['spare'], intermissionAfter: 0 }, { field: 'intermissionAfter', limit: 1 }],
    ['a break too late', { speakerIds: ['spare', 'guest'], intermissionAfter: 3 }, { problem: 'tooLarge', limit: 2 }],
    [
      'an endless break',
      { speakerIds: ['spare'], intermissionAfter: 1, intermissionSeconds: 14_401 },
      { field: 'intermissionSeconds' },
    ],
  ])('[A15] is refused with %s', (_, plan, details) => {
    expect(said(bare(), plan)).toMatchObject(details);
  });
});

describe('the agenda that was there', () => {
  it('[A16] stays before a plan that is added, whose speakers make no second statement', () => {
    const plan: Partial<AgendaPlan> = {
      mode: 'APPEND',
      speakerIds: ['spare'],
      withOpening: false,
      withRequirements: false,
    };
    expect(agenda(planned(three(), plan)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '1 OPENING',
      '2 STATEMENT',
      '3 STATEMENT',
      '4 STATEMENT',
      '5 STATEMENT',
      '6 CLOSING',
    ]);
    expect(said(three(), { ...plan, speakerIds: ['speaker-1'] })).toEqual({ code: 'DUPLICATE', what: 'statement' });
  });

  it('[A16] gives way to a plan that takes its place, but for what stays, with its titles, times and texts', () => {
    const written = play(
      three(),
      [writeStatement, { statementId: 'statement-1', body: 'first' }],
      [writeStatement, { statementId: 'statement-2', body: 'second' }],
      [draftComment, { statementId: 'statement-1', authorId: 'chair', body: 'well' }],
      [updateItem, { itemId: 'item-3', title: 'Own words', plannedSeconds: 60 }],
    );
    const course = planned(written, {
      speakerIds: ['speaker-2', 'spare'],
      writtenSpeakerIds: ['speaker-1'],
      withClosing: false,
    });
    const ids = course.items.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['item-1', 'item-3']);
    expect(agenda(course)).toEqual([
      '1 OPENING OPENING 1',
      '2 STATEMENT Own words 60 ON_SITE speaker-2',
      '3 STATEMENT 述职 ON_SITE spare',
      '4 WRITTEN_STATEMENTS 书面述职 WRITTEN speaker-1',
      '5 REQUIREMENTS 提出工作要求',
    ]);
    expect(course.statements.map(({ id, body }) => `${id} ${body}`).slice(0, 2)).toEqual([
      'statement-1 first',
      'statement-2 second',
    ]);
    expect(course.comments).toEqual(written.comments);
    expect(course.items[1]).toEqual({ ...written.items[2], position: 2 });
    // Again, it changes nothing.
    const again = planned(course, {
      speakerIds: ['speaker-2', 'spare'],
      writtenSpeakerIds: ['speaker-1'],
      withClosing: false,
    });
    expect(again).toEqual(course);
    // A time that the plan names is for everybody.
    const timed = planned(course, {
      speakerIds: ['spare', 'speaker-2'],
      writtenSpeakerIds: ['speaker-1'],
      plannedSeconds: 300,
    });
    expect(agenda(timed).slice(1, 3)).toEqual([
      '2 STATEMENT 述职 300 ON_SITE spare',
      '3 STATEMENT Own words 300 ON_SITE speaker-2',
    ]);
  });

  it('[A16] does not give way where a statement that was commented on would go', () => {
    const commented = play(three(), [draftComment, { statementId: 'statement-1', authorId: 'chair', body: 'well' }]);
    expect(said(commented, { speakerIds: ['spare'] })).toEqual({ code: 'IN_USE', what: 'statement' });
    expect(planned(commented, { speakerIds: ['speaker-1'] }).statements).toHaveLength(1);
  });

  it('[A16] takes written statements along, from paper to the floor and back', () => {
    const paper = aMeeting({ agenda: ['WRITTEN_STATEMENTS'], meeting: draft });
    const filled = play(paper, [addWrittenStatement, { itemId: 'item-1', speakerId: 'spare', body: 'text' }]);
    const spoken = planned(filled, { speakerIds: ['spare'] });
    const [{ id, body, mode }] = spoken.statements as [Course['statements'][number]];
    expect([id, body, mode]).toEqual([filled.statements[0]!.id, 'text', 'ON_SITE']);
    expect(spoken.items.map(({ kind }) => kind)).not.toContain('WRITTEN_STATEMENTS');
  });
});
