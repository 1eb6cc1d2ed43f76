import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { allowing } from '../../src/access/table.js';
import { undoLastStep } from '../../src/journal/undo.rules.js';
import { type Course, type Rule, withMeeting } from '../../src/meeting/course.js';
import { MeetingStatus } from '../../src/meeting/meeting.type.js';
import { receiving } from '../../src/slip/slip.rules.js';
import { call, END } from '../support/calls.js';
import { type Command, rules } from '../support/commands.js';
import { aMeeting, at, type Call, decide, play, refused } from '../support/course.js';
import { keep, run } from '../support/journal.js';
import { aPlan } from '../support/plan.js';

const COMMENT = { statementId: 'statement-1', authorId: 'chair', body: 'x' };
const item = (number: number) => ({ itemId: `item-${number}` });
const statement = (number: number) => ({ statementId: `statement-${number}` });
const BALLOT = { abstentionsAllowed: true, reveal: 'DEFERRED', issued: 10 };

const fresh = aMeeting();
/** The rule of each command; of an undo, in a meeting of which one item was called. */
const ruleOf: Record<string, Rule<any>> = {
  ...rules,
  undoLastStep: (course) => undoLastStep(course, run(keep(fresh), ...call(1)).entries),
};
const act = (command: Command, input: object = {}): Call => [rules[command], input];

/** Worlds in which a command is refused for nothing but the meeting's status. */
const closing = aMeeting({ agenda: ['OPENING'] });
const speaking = play(fresh, call(2));
const paused = play(speaking, act('pauseTurn'));
const heard = play(speaking, END);
const drafted = play(heard, act('draftComment', COMMENT));
const posted = play(heard, act('postComment', COMMENT));
const done = play(posted, act('endItem'));
const block = play(withMeeting(fresh, { format: 'BLOCK' }), call(2), END, act('skipItem', { ...item(3), reason: 'x' }));
const onPaper = aMeeting({ agenda: ['WRITTEN_STATEMENTS'], written: 1 });
const requiring = play(aMeeting({ agenda: ['REQUIREMENTS'], requirements: 1 }), call(1));
const signedIn = play(fresh, act('signInParticipant', { participantId: 'guest' }));
const onBallot = play(aMeeting({ agenda: ['BALLOT', 'STATEMENT'] }), call(1));
const voting = play(onBallot, act('openBallot', BALLOT));
const counting = play(voting, act('closeBallot', { cast: 9, void: 1 }));
const ballotId = voting.ballots[0]!.id;
const tallied = play(counting, act('recordTally', { ballotId, ...statement(1), counts: [5, 3, 0, 0], abstentions: 0 }));
const voided = play(voting, act('closeBallot', { cast: 11 }));
const rested = play(fresh, act('pauseMeeting'));

const DRAFT_ID = { commentId: drafted.comments[0]!.id };
const POSTED_ID = { commentId: posted.comments[0]!.id };
const TEXTS = { heading: 'x', body: '' };
const PERSON = '0190a000-0000-7000-8000-0000000000aa';

const draft = ['DRAFT'] as const;
const live = ['LIVE'] as const;
const open = ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED'] as const;
const reception = ['SCHEDULED', 'LIVE', 'PAUSED'] as const;
const desk = [...open, 'CLOSED'] as const;

/** A command, an input and a world for it, and the statuses that allow it. */
type Line = [name: string, input: object, world: Course, allowed: readonly MeetingStatus[]];
const commands: Line[] = [
  ['updateMeeting', { title: 'x' }, fresh, draft],
  ['deleteMeeting', {}, fresh, draft],
  ['scheduleMeeting', {}, fresh, draft],
  ['unscheduleMeeting', {}, fresh, ['SCHEDULED']],
  ['openMeeting', {}, fresh, ['SCHEDULED']],
  ['pauseMeeting', {}, fresh, live],
  ['resumeMeeting', {}, rested, ['PAUSED']],
  ['closeMeeting', {}, closing, live],
  ['archiveMeeting', {}, closing, ['CLOSED']],
  ['undoLastStep', {}, play(fresh, call(1)), ['SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED']],
  ['callItem', item(2), fresh, live],
  ['recallSpeaker', item(2), done, live],
  ['endItem', {}, posted, live],
  ['skipItem', { ...item(2), reason: 'x' }, fresh, live],
  ['planAgenda', aPlan({ speakerIds: ['spare'] }), fresh, ['DRAFT', 'SCHEDULED']],
  ['addItem', { kind: 'REMARKS', title: 'x' }, fresh, open],
  ['updateItem', { ...item(2), title: 'x' }, fresh, open],
  ['moveItem', { ...item(2), position: 1 }, fresh, open],
  ['dropItem', item(2), fresh, open],
  ['addWrittenStatement', { ...item(1), speakerId: 'spare', body: 'x' }, onPaper, open],
  ['dropWrittenStatement', statement(1), onPaper, open],
  ['writeStatement', { ...statement(1), body: 'x' }, fresh, desk],
  ['endStatement', {}, speaking, live],
  ['startComment', statement(1), block, live],
  ['skipComment', { ...statement(1), reason: 'x' }, heard, live],
  ['pauseTurn', {}, speaking, live],
  ['resumeTurn', {}, paused, live],
  ['extendTurn', { seconds: 60 }, speaking, live],
  ['draftComment', COMMENT, heard, desk],
  ['editDraft', { ...DRAFT_ID, body: 'y' }, drafted, desk],
  ['discardDraft', DRAFT_ID, drafted, desk],
  ['postComment', COMMENT, heard, live],
  ['postDraft', DRAFT_ID, drafted, live],
  ['correctComment', { ...POSTED_ID, body: 'y', reason: 'x' }, posted, ['LIVE', 'PAUSED', 'CLOSED']],
  ['retractComment', { ...POSTED_ID, reason: 'x' }, posted, ['LIVE', 'PAUSED', 'CLOSED']],
  ['addRequirement', TEXTS, requiring, open],
  ['updateRequirement', { ...TEXTS, requirementId: 'requirement-1' }, requiring, open],
  ['dropRequirement', { requirementId: 'requirement-1' }, requiring, open],
  ['revealRequirement', {}, requiring, live],
  ['openBallot', BALLOT, onBallot, live],
  ['reportTurnout', { ballotId, cast: 1 }, voting, ['LIVE', 'PAUSED', 'CLOSED']],
  ['closeBallot', {}, voting, ['LIVE', 'PAUSED']],
  [
    'recordTally',
    { ballotId, ...statement(1), counts: [8, 0, 0, 0], abstentions: 0 },
    counting,
    ['LIVE', 'PAUSED', 'CLOSED'],
  ],
  ['revealResult', {}, tallied, live],
  ['holdAgain', {}, voided, live],
  ['blackOutBoard', {}, fresh, reception],
  ['lightBoard', {}, play(fresh, act('blackOutBoard')), reception],
  ['showMessage', { text: 'x' }, fresh, reception],
  ['withdrawMessage', {}, play(fresh, act('showMessage', { text: 'x' })), reception],
  ['addParticipant', { personId: PERSON, duties: ['GUEST'], seat: '' }, fresh, open],
  ['updateParticipant', { participantId: 'guest', seat: '1' }, fresh, open],
  ['removeParticipant', { participantId: 'guest' }, fresh, open],
  ['signInParticipant', { participantId: 'guest' }, fresh, reception],
  ['recordLeaving', { participantId: 'guest' }, signedIn, reception],
];

const statuses = Object.keys(MeetingStatus) as MeetingStatus[];
const cases = commands.flatMap(([name, input, world, allowed]) =>
  statuses.map((status) => ({ name, rule: ruleOf[name]!, input, world, status, isAllowed: allowed.includes(status) })),
);

describe('the status of the meeting', () => {
  it.each(cases.filter(({ isAllowed }) => isAllowed))(
    '[M12] $status allows $name',
    ({ rule, input, world, status }) => {
      const course = withMeeting(world, { status });
      const decision = decide(course, rule, input, 60);
      expect(decision.course).not.toBe(course);
      expect(decision.course).not.toEqual(course);
    },
  );

  it.each(cases.filter(({ isAllowed }) => !isAllowed))(
    '[M12] $status refuses $name',
    ({ rule, input, world, status }) => {
      const course = withMeeting(world, { status });
      expect(refused(() => decide(course, rule, input, 60))).toEqual({ code: 'WRONG_STATUS', status });
    },
  );

  it('[M11] ARCHIVED allows nothing at all', () => {
    const allowed = cases.filter(({ status, isAllowed }) => status === 'ARCHIVED' && isAllowed);
    expect(allowed).toEqual([]);
  });

  it.each(commands)('[F1] is what the table of sentences says of %s', (name, _input, _world, allowed) => {
    const sentences = allowing.get(`Mutation.${name}`)!;
    expect(sentences.map(({ during }) => during)).toEqual(sentences.map(() => allowed));
  });

  it('[F1] is spoken of by no sentence but for commands, and for what is received and paired', () => {
    const spoken = [...allowing]
      .filter(([, sentences]) => sentences.some(({ during }) => during))
      .map(([name]) => name);
    const others = ['Mutation.issueSlips', 'Query.pairingOf', 'Mutation.confirmDisplay'];
    expect(spoken.toSorted()).toEqual([...commands.map(([name]) => `Mutation.${name}`), ...others].toSorted());
    expect(allowing.get('Mutation.issueSlips')!.map(({ during }) => during)).toEqual([receiving]);
    expect(allowing.get('Mutation.confirmDisplay')!.map(({ during }) => during)).toEqual([desk]);
  });

  it('[M12] is checked here for every command that the API has', () => {
    const { Mutation } = buildSchema(readFileSync('schema/schema.graphql', 'utf8')).getTypeMap() as {
      Mutation: GraphQLObjectType;
    };
    const known = Object.values(Mutation.getFields()).filter(({ args }) =>
      args.some(({ name }) => name === 'expectedSeq'),
    );
    expect(commands.map(([name]) => name).toSorted()).toEqual(known.map(({ name }) => name).toSorted());
  });
});

describe('the course from DRAFT to ARCHIVED', () => {
  const moves: [Command, MeetingStatus][] = [
    ['scheduleMeeting', 'SCHEDULED'],
    ['unscheduleMeeting', 'DRAFT'],
    ['openMeeting', 'LIVE'],
    ['pauseMeeting', 'PAUSED'],
    ['resumeMeeting', 'LIVE'],
    ['closeMeeting', 'CLOSED'],
    ['archiveMeeting', 'ARCHIVED'],
  ];

  it('[M12] has no other moves than DRAFT → SCHEDULED → LIVE ⇄ PAUSED → CLOSED → ARCHIVED and one back to DRAFT', () => {
    const found = moves.flatMap(([name, to]) =>
      commands
        .filter(([command]) => command === name)
        .flatMap(([, input, world, allowed]) =>
          allowed.map((from) => {
            const next = rules[name](withMeeting(world, { status: from }), input, at(0)).course!.meeting.status;
            expect(next).toBe(to);
            return `${from} → ${next}`;
          }),
        ),
    );
    expect(found).toEqual([
      'DRAFT → SCHEDULED',
      'SCHEDULED → DRAFT',
      'SCHEDULED → LIVE',
      'LIVE → PAUSED',
      'PAUSED → LIVE',
      'LIVE → CLOSED',
      'CLOSED → ARCHIVED',
    ]);
  });
});
