import { describe, expect, it } from '@jest/globals';
import { planAgenda } from '../../src/agenda/plan.rules.js';
import { type Course, type Rule, withMeeting } from '../../src/meeting/course.js';
import { openMeeting, scheduleMeeting } from '../../src/meeting/meeting.rules.js';
import { MeetingStatus } from '../../src/meeting/meeting.type.js';
import { readiness, type Surroundings } from '../../src/meeting/readiness.rules.js';
import type { ParticipantRow } from '../../src/people/participant.entity.js';
import { aMeeting, NOON, play, refused } from '../support/course.js';
import { aPlan } from '../support/plan.js';

/** A meeting in which nothing is to be mended: chair, guest and two speakers, all with slips, and one display. */
function ready(change: Partial<Course['meeting']> = {}): Course {
  const course = aMeeting({
    agenda: ['OPENING', 'STATEMENT', 'STATEMENT', 'REQUIREMENTS', 'CLOSING'],
    requirements: 1,
    meeting: { status: 'SCHEDULED', openedAt: null, ...change },
  });
  return { ...course, participants: course.participants.filter(({ id }) => id !== 'spare') };
}

const around = ({ participants }: Course, change: Partial<Surroundings> = {}): Surroundings => ({
  people: new Map(participants.map(({ personId }) => [personId, { name: personId, organizationId: 'unit' }])),
  withSlip: new Set(participants.map(({ id }) => id)),
  displays: 1,
  at: NOON,
  ...change,
});

const found = (course: Course, change: Partial<Surroundings> = {}) =>
  readiness(course, around(course, change)).map(({ code, severity, itemId, participantId }) =>
    [severity, code, itemId, participantId].filter(Boolean).join(' '),
  );

const person = (course: Course, id: string, change: Partial<ParticipantRow>): Course => ({
  ...course,
  participants: course.participants.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

describe('what is found before a meeting is opened', () => {
  it('[M15] is nothing where all is well, and nothing once it is open', () => {
    expect(found(ready())).toEqual([]);
    expect(found(ready({ status: 'DRAFT' }), { withSlip: new Set() })).toEqual([]);
    const broken = { ...ready(), participants: [], statements: [], requirements: [] };
    const isSilent = (status: MeetingStatus) => found(withMeeting(broken, { status })).length === 0;
    expect(Object.keys(MeetingStatus).filter((one) => isSilent(one as MeetingStatus))).toEqual([
      'LIVE',
      'PAUSED',
      'CLOSED',
      'ARCHIVED',
    ]);
  });

  it.each<[string, Rule<object>, MeetingStatus]>([
    ['scheduled', scheduleMeeting, 'DRAFT'],
    ['opened', openMeeting, 'SCHEDULED'],
  ])('[M15] is an ERROR just where it would not be %s', (_, rule, status) => {
    const whole = ready({ status });
    const without = {
      host: person(whole, 'chair', { duties: ['COMMENTER'] }),
      commenter: person(whole, 'chair', { duties: ['HOST'] }),
      statement: { ...whole, statements: [] },
    };
    const errors = (course: Course) => found(course).filter((one) => one.startsWith('ERROR'));
    for (const [missing, course] of Object.entries(without)) {
      expect(refused(() => play(course, [rule, {}]))).toEqual({ code: 'NOT_READY', missing });
      expect(errors(course)).toEqual([`ERROR NO_${missing.toUpperCase()}`]);
    }
    const empty = aMeeting({ agenda: [], meeting: { status } });
    expect(errors({ ...empty, participants: [] })).toEqual([
      'ERROR NO_HOST',
      'ERROR NO_COMMENTER',
      'ERROR NO_STATEMENT',
    ]);
    expect([play(whole, [rule, {}]).meeting.status, errors(whole)]).toEqual([expect.anything(), []]);
  });

  it.each<[string, Course, Partial<Surroundings>, string[]]>([
    ['a start that is over', ready(), { at: new Date(NOON.getTime() + 3_600_001) }, ['STARTS_IN_THE_PAST']],
    ['a start a little late', ready(), { at: new Date(NOON.getTime() + 3_600_000) }, []],
    ['a quorum beyond all', ready({ quorum: 4 }), {}, ['QUORUM_OUT_OF_REACH']],
    ['a quorum of all', ready({ quorum: 3 }), {}, []],
    ['no screen', ready(), { displays: 0 }, ['NO_DISPLAY']],
    [
      'a speaker who alone could comment',
      person(person(ready(), 'chair', { duties: ['HOST'] }), 'speaker-2', { duties: ['SPEAKER', 'COMMENTER'] }),
      {},
      ['ONLY_OWN_COMMENTER item-3 speaker-2'],
    ],
    ['a speaker who could comment too', person(ready(), 'speaker-2', { duties: ['SPEAKER', 'COMMENTER'] }), {}, []],
    [
      'a speaker not on the agenda',
      person(ready(), 'guest', { duties: ['SPEAKER'] }),
      {},
      ['SPEAKER_WITHOUT_STATEMENT guest'],
    ],
    [
      'one person entered twice',
      ready(),
      {
        people: new Map(
          ready().participants.map(({ personId }) => {
            const name = personId === 'person-speaker-2' ? 'person-chair' : personId;
            return [personId, { name, organizationId: personId === 'person-guest' ? 'other' : 'unit' }];
          }),
        ),
      },
      ['PERSON_TWICE speaker-2'],
    ],
    [
      'one seat for three',
      ['chair', 'speaker-1', 'speaker-2'].reduce((course, id) => person(course, id, { seat: 'A1' }), ready()),
      {},
      ['SEAT_TWICE speaker-1', 'SEAT_TWICE speaker-2'],
    ],
    [
      'a participant without a slip',
      ready(),
      { withSlip: new Set(['chair', 'speaker-1', 'speaker-2']) },
      ['NO_SLIP guest'],
    ],
    ['no slips for what all may see', ready({ visibility: 'PUBLIC' }), { withSlip: new Set() }, []],
    ['requirements that are to come', { ...ready(), requirements: [] }, {}, ['NO_REQUIREMENT item-4']],
  ])('[M15] is a WARNING for %s', (_, course, change, expected) => {
    expect(found(course, change)).toEqual(expected.map((one) => `WARNING ${one}`));
  });

  it('[M15] is a WARNING for what an agenda lacks', () => {
    const kinds = ['WRITTEN_STATEMENTS', 'STATEMENT', 'INTERMISSION', 'BALLOT'] as const;
    const course = aMeeting({ agenda: [...kinds], requirements: 1, meeting: { status: 'DRAFT' } });
    const gaps = { ...course, participants: course.participants.filter(({ id }) => id !== 'spare') };
    expect(found(gaps)).toEqual([
      'WARNING NO_TELLER',
      'WARNING NO_WRITTEN_STATEMENT item-1',
      'WARNING REQUIREMENTS_WITHOUT_ITEM',
      'WARNING INTERMISSION_WITHOUT_TIME item-3',
    ]);
    const planned = play(aMeeting({ agenda: [], meeting: { status: 'DRAFT' } }), [
      planAgenda,
      aPlan({ speakerIds: ['guest'], writtenSpeakerIds: ['spare'], intermissionAfter: 1, withRequirements: false }),
    ]);
    expect(found(planned)).toEqual(['WARNING WRITTEN_WITHOUT_TEXT spare']);
  });
});
