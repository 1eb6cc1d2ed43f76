import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { allowing } from '../../src/access/table.js';
import { addItem, dropItem, moveItem, updateItem } from '../../src/agenda/agenda.rules.js';
import { callItem, endItem, recallSpeaker, skipItem } from '../../src/agenda/call.rules.js';
import { planAgenda } from '../../src/agenda/plan.rules.js';
import {
  correctComment,
  discardDraft,
  draftComment,
  editDraft,
  postComment,
  postDraft,
  retractComment,
} from '../../src/appraisal/comment.rules.js';
import { holdAgain, openBallot } from '../../src/ballot/open.rules.js';
import { recordTally, revealResult } from '../../src/ballot/tally.rules.js';
import { closeBallot, reportTurnout } from '../../src/ballot/turnout.rules.js';
import { undoLastStep } from '../../src/journal/undo.rules.js';
import { type Course, type Rule, withMeeting } from '../../src/meeting/course.js';
import { blackOutBoard, lightBoard, showMessage, withdrawMessage } from '../../src/meeting/cover.rules.js';
import {
  archiveMeeting,
  closeMeeting,
  deleteMeeting,
  openMeeting,
  pauseMeeting,
  resumeMeeting,
  scheduleMeeting,
  unscheduleMeeting,
  updateMeeting,
} from '../../src/meeting/meeting.rules.js';
import { MeetingStatus } from '../../src/meeting/meeting.type.js';
import { addParticipant, removeParticipant, updateParticipant } from '../../src/people/participant.rules.js';
import { recordLeaving, signInParticipant } from '../../src/people/presence.rules.js';
import {
  addRequirement,
  dropRequirement,
  revealRequirement,
  updateRequirement,
} from '../../src/requirement/requirement.rules.js';
import { receiving } from '../../src/slip/slip.rules.js';
import {
  addWrittenStatement,
  dropWrittenStatement,
  endStatement,
  extendTurn,
  pauseTurn,
  resumeTurn,
  skipComment,
  startComment,
  writeStatement,
} from '../../src/statement/statement.rules.js';
import { aMeeting, at, type Call, decide, play, refused } from '../support/course.js';
import { keep, run } from '../support/journal.js';
import { aPlan } from '../support/plan.js';

const COMMENT = { statementId: 'statement-1', authorId: 'chair', body: 'x' };
const item = (number: number) => ({ itemId: `item-${number}` });
const statement = (number: number) => ({ statementId: `statement-${number}` });
const BALLOT = { abstentionsAllowed: true, reveal: 'DEFERRED', issued: 10 };
const CALL: Call = [callItem, item(2)];
const END: Call = [endStatement, {}];

/** Worlds in which a command is refused for nothing but the meeting's status. */
const fresh = aMeeting();
const closing = aMeeting({ agenda: ['OPENING'] });
const speaking = play(fresh, CALL);
const paused = play(speaking, [pauseTurn, {}]);
const heard = play(speaking, END);
const drafted = play(heard, [draftComment, COMMENT]);
const posted = play(heard, [postComment, COMMENT]);
const done = play(posted, [endItem, {}]);
const block = play(withMeeting(fresh, { format: 'BLOCK' }), CALL, END, [skipItem, { ...item(3), reason: 'x' }]);
const onPaper = aMeeting({ agenda: ['WRITTEN_STATEMENTS'], written: 1 });
const requiring = play(aMeeting({ agenda: ['REQUIREMENTS'], requirements: 1 }), [callItem, item(1)]);
const signedIn = play(fresh, [signInParticipant, { participantId: 'guest' }]);
const onBallot = play(aMeeting({ agenda: ['BALLOT', 'STATEMENT'] }), [callItem, item(1)]);
const voting = play(onBallot, [openBallot, BALLOT]);
const counting = play(voting, [closeBallot, { cast: 9, void: 1 }]);
const ballotId = voting.ballots[0]!.id;
const tallied = play(counting, [recordTally, { ballotId, ...statement(1), counts: [5, 3, 0, 0], abstentions: 0 }]);
const voided = play(voting, [closeBallot, { cast: 11 }]);
const rested = play(fresh, [pauseMeeting, {}]);

const DRAFT_ID = { commentId: drafted.comments[0]!.id };
const POSTED_ID = { commentId: posted.comments[0]!.id };
const TEXTS = { heading: 'x', body: '' };
const undo: Rule<object> = (course) => undoLastStep(course, run(keep(fresh), callItem, item(1)).entries);
const PERSON = '0190a000-0000-7000-8000-0000000000aa';

const draft = ['DRAFT'] as const;
const live = ['LIVE'] as const;
const open = ['DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED'] as const;
const reception = ['SCHEDULED', 'LIVE', 'PAUSED'] as const;
const desk = [...open, 'CLOSED'] as const;

/** A command, an input and a world for it, and the statuses that allow it. */
type Line = [name: string, rule: Rule<any>, input: object, world: Course, allowed: readonly MeetingStatus[]];
const commands: Line[] = [
  ['updateMeeting', updateMeeting, { title: 'x' }, fresh, draft],
  ['deleteMeeting', deleteMeeting, {}, fresh, draft],
  ['scheduleMeeting', scheduleMeeting, {}, fresh, draft],
  ['unscheduleMeeting', unscheduleMeeting, {}, fresh, ['SCHEDULED']],
  ['openMeeting', openMeeting, {}, fresh, ['SCHEDULED']],
  ['pauseMeeting', pauseMeeting, {}, fresh, live],
  ['resumeMeeting', resumeMeeting, {}, rested, ['PAUSED']],
  ['closeMeeting', closeMeeting, {}, closing, live],
  ['archiveMeeting', archiveMeeting, {}, closing, ['CLOSED']],
  ['undoLastStep', undo, {}, play(fresh, [callItem, item(1)]), ['SCHEDULED', 'LIVE', 'PAUSED', 'CLOSED']],
  ['callItem', callItem, item(2), fresh, live],
  ['recallSpeaker', recallSpeaker, item(2), done, live],
  ['endItem', endItem, {}, posted, live],
  ['skipItem', skipItem, { ...item(2), reason: 'x' }, fresh, live],
  ['planAgenda', planAgenda, aPlan({ speakerIds: ['spare'] }), fresh, ['DRAFT', 'SCHEDULED']],
  ['addItem', addItem, { kind: 'REMARKS', title: 'x' }, fresh, open],
  ['updateItem', updateItem, { ...item(2), title: 'x' }, fresh, open],
  ['moveItem', moveItem, { ...item(2), position: 1 }, fresh, open],
  ['dropItem', dropItem, item(2), fresh, open],
  ['addWrittenStatement', addWrittenStatement, { ...item(1), speakerId: 'spare', body: 'x' }, onPaper, open],
  ['dropWrittenStatement', dropWrittenStatement, statement(1), onPaper, open],
  ['writeStatement', writeStatement, { ...statement(1), body: 'x' }, fresh, desk],
  ['endStatement', endStatement, {}, speaking, live],
  ['startComment', startComment, statement(1), block, live],
  ['skipComment', skipComment, { ...statement(1), reason: 'x' }, heard, live],
  ['pauseTurn', pauseTurn, {}, speaking, live],
  ['resumeTurn', resumeTurn, {}, paused, live],
  ['extendTurn', extendTurn, { seconds: 60 }, speaking, live],
  ['draftComment', draftComment, COMMENT, heard, desk],
  ['editDraft', editDraft, { ...DRAFT_ID, body: 'y' }, drafted, desk],
  ['discardDraft', discardDraft, DRAFT_ID, drafted, desk],
  ['postComment', postComment, COMMENT, heard, live],
  ['postDraft', postDraft, DRAFT_ID, drafted, live],
  ['correctComment', correctComment, { ...POSTED_ID, body: 'y', reason: 'x' }, posted, ['LIVE', 'PAUSED', 'CLOSED']],
  ['retractComment', retractComment, { ...POSTED_ID, reason: 'x' }, posted, ['LIVE', 'PAUSED', 'CLOSED']],
  ['addRequirement', addRequirement, TEXTS, requiring, open],
  ['updateRequirement', updateRequirement, { ...TEXTS, requirementId: 'requirement-1' }, requiring, open],
  ['dropRequirement', dropRequirement, { requirementId: 'requirement-1' }, requiring, open],
  ['revealRequirement', revealRequirement, {}, requiring, live],
  ['openBallot', openBallot, BALLOT, onBallot, live],
  ['reportTurnout', reportTurnout, { ballotId, cast: 1 }, voting, ['LIVE', 'PAUSED', 'CLOSED']],
  ['closeBallot', closeBallot, {}, voting, ['LIVE', 'PAUSED']],
  [
    'recordTally',
    recordTally,
    { ballotId, ...statement(1), counts: [8, 0, 0, 0], abstentions: 0 },
    counting,
    ['LIVE', 'PAUSED', 'CLOSED'],
  ],
  ['revealResult', revealResult, {}, tallied, live],
  ['holdAgain', holdAgain, {}, voided, live],
  ['blackOutBoard', blackOutBoard, {}, fresh, reception],
  ['lightBoard', lightBoard, {}, play(fresh, [blackOutBoard, {}]), reception],
  ['showMessage', showMessage, { text: 'x' }, fresh, reception],
  ['withdrawMessage', withdrawMessage, {}, play(fresh, [showMessage, { text: 'x' }]), reception],
  ['addParticipant', addParticipant, { personId: PERSON, duties: ['GUEST'], seat: '' }, fresh, open],
  ['updateParticipant', updateParticipant, { participantId: 'guest', seat: '1' }, fresh, open],
  ['removeParticipant', removeParticipant, { participantId: 'guest' }, fresh, open],
  ['signInParticipant', signInParticipant, { participantId: 'guest' }, fresh, reception],
  ['recordLeaving', recordLeaving, { participantId: 'guest' }, signedIn, reception],
];

const statuses = Object.keys(MeetingStatus) as MeetingStatus[];
const cases = commands.flatMap(([name, rule, input, world, allowed]) =>
  statuses.map((status) => ({ name, rule, input, world, status, isAllowed: allowed.includes(status) })),
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

  it.each(commands)('[F1] is what the table of sentences says of %s', (name, _rule, _input, _world, allowed) => {
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
  const moves: [string, Rule<any>, MeetingStatus][] = [
    ['scheduleMeeting', scheduleMeeting, 'SCHEDULED'],
    ['unscheduleMeeting', unscheduleMeeting, 'DRAFT'],
    ['openMeeting', openMeeting, 'LIVE'],
    ['pauseMeeting', pauseMeeting, 'PAUSED'],
    ['resumeMeeting', resumeMeeting, 'LIVE'],
    ['closeMeeting', closeMeeting, 'CLOSED'],
    ['archiveMeeting', archiveMeeting, 'ARCHIVED'],
  ];

  it('[M12] has no other moves than DRAFT → SCHEDULED → LIVE ⇄ PAUSED → CLOSED → ARCHIVED and one back to DRAFT', () => {
    const found = moves.flatMap(([name, rule, to]) =>
      commands
        .filter(([command]) => command === name)
        .flatMap(([, , input, world, allowed]) =>
          allowed.map((from) => {
            const next = rule(withMeeting(world, { status: from }), input, at(0)).course!.meeting.status;
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
