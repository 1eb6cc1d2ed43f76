import { describe, expect, it } from '@jest/globals';
import { callItem, endItem } from '../../src/agenda/call.rules.js';
import { holdAgain } from '../../src/ballot/open.rules.js';
import { closeBallot } from '../../src/ballot/turnout.rules.js';
import { closeMeeting, pauseMeeting } from '../../src/meeting/meeting.rules.js';
import { ALL, close, open, REVEAL, refusedBy, report, tally, worldAfter } from '../support/balloting.js';
import { call, skip } from '../support/calls.js';
import { at, type Call, decide, play, touched } from '../support/course.js';

const AGAIN: Call = [holdAgain, {}];

describe('the sheets of a ballot', () => {
  it('[V3] are reported as they are cast; the item is not left before the ballot is closed', () => {
    const opened = worldAfter(open());
    const { course, entry } = decide(opened, ...report({ issued: 12, cast: 7 }));
    expect(touched(opened, course!)).toEqual([`ballots ${opened.ballots[0]!.id}`]);
    expect(course!.ballots[0]).toEqual({ ...opened.ballots[0], issued: 12, cast: 7 });
    expect(entry).toEqual({ type: 'TurnoutReported', ballotId: opened.ballots[0]!.id });
    for (const leaving of [call(5), [endItem, {}] as Call, skip(2), [closeMeeting, {}] as Call]) {
      const all = play(course!, skip(3), skip(4), skip(5));
      const told = leaving[0] === callItem ? course! : all;
      expect(refusedBy(told, leaving)).toEqual({ code: 'BALLOT_OPEN' });
    }
    expect(play(course!, [pauseMeeting, {}], report({ cast: 8 }), close({})).ballots[0]!.cast).toBe(8);
  });

  it.each<[string, Call[], Call, object]>([
    [
      'more cast than issued while it is open',
      [open()],
      report({ cast: 11 }),
      { code: 'INVALID_INPUT', field: 'cast', problem: 'tooLarge', limit: 10 },
    ],
    [
      'void sheets while it is open',
      [open()],
      report({ void: 0 }),
      { code: 'INVALID_INPUT', field: 'void', problem: 'notHere' },
    ],
    [
      'more void sheets than were collected',
      [open()],
      close({ cast: 3, void: 4 }),
      { code: 'INVALID_INPUT', field: 'void', problem: 'tooLarge', limit: 3 },
    ],
    [
      'turnout of no ballot',
      [open()],
      report({ ballotId: 'none', cast: 1 }),
      { code: 'NOT_FOUND', what: 'ballot', id: 'none' },
    ],
    [
      'turnout of what was revealed',
      [open(), close(), ...ALL, REVEAL],
      report({ cast: 1 }),
      { code: 'RESULT_REVEALED' },
    ],
    ['closing without a ballot', [], close(), { code: 'NO_BALLOT' }],
    ['closing twice', [open(), close()], close(), { code: 'BALLOT_CLOSED' }],
  ])('[V3] [V4] refuse %s', (_, calls, refusedCall, told) => {
    expect(refusedBy(worldAfter(...calls), refusedCall)).toEqual(told);
  });

  it('[V4] are counted when it is closed, and as often as the tellers count them', () => {
    const opened = worldAfter(open(), report({ cast: 7 }));
    const { id } = opened.ballots[0]!;
    const { course, entry } = decide(opened, closeBallot, { cast: 9 }, 120);
    expect(course!.ballots[0]).toEqual({ ...opened.ballots[0], cast: 9, closedAt: at(120).at });
    expect(entry).toEqual({ type: 'BallotClosed', itemId: 'item-2', ballotId: id });
    const [counted] = play(course!, report({ void: 2 }), report({ cast: 8 })).ballots;
    expect([counted!.cast, counted!.void]).toEqual([8, 2]);
  });

  it.each<[string, Call[], object]>([
    ['when it is closed', [open(), close({ cast: 11 })], { type: 'BallotVoided', itemId: 'item-2' }],
    ['when the tellers count again', [open(), close({ cast: 9 }), report({ cast: 11 })], { type: 'TurnoutReported' }],
  ])(
    '[V6] make the round void where more were collected than issued, %s; it is held again as it was',
    (_, calls, said) => {
      const [last] = calls.splice(-1);
      const { course, entry } = decide(worldAfter(...calls), last![0], last![1]);
      const [voided] = course!.ballots;
      expect(entry).toEqual({ ...said, ballotId: voided!.id });
      expect(refusedBy(course!, ALL[0]!)).toEqual({ code: 'BALLOT_VOID' });
      expect(refusedBy(course!, REVEAL)).toEqual({ code: 'BALLOT_VOID' });
      const again = play(course!, AGAIN);
      expect(again.ballots).toEqual([
        voided,
        { ...voided, id: expect.any(String), round: 2, openedAt: at(0).at, closedAt: null, cast: 0, void: null },
      ]);
      expect(again.tallies).toHaveLength(6);
      expect(play(again, close(), ...ALL, REVEAL).ballots[1]!.revealedAt).not.toBeNull();
    },
  );

  it('[V6] can be put right until the void round is held again: then it may not be void, and goes on as it was', () => {
    const counted = worldAfter(open(), close(), ...ALL, call(5), report({ cast: 90 }), report({ cast: 99 }));
    const { course, entry } = decide(counted, ...report({ cast: 9 }));
    expect(entry).toEqual({ type: 'TurnoutReported', ballotId: counted.ballots[0]!.id });
    expect(play(course!, call(2), REVEAL).ballots[0]!.revealedAt).not.toBeNull();
    const typedWrong = worldAfter(open({ issued: 1, reveal: 'IMMEDIATE' }), close(), report({ issued: 10 }), ...ALL);
    expect(typedWrong.ballots[0]!.revealedAt).not.toBeNull();
    const again = worldAfter(open(), close({ cast: 11 }), AGAIN);
    const { id: ballotId } = again.ballots[0]!;
    expect(refusedBy(again, report({ ballotId, cast: 9 }))).toEqual({ code: 'BALLOT_VOID' });
    expect(refusedBy(again, tally(1, [8, 0, 0, 0], 0, { ballotId }))).toEqual({ code: 'BALLOT_VOID' });
  });

  it.each<[string, Call[], object, object]>([
    ['two who report at once', [open(), report({ cast: 9 })], { cast: 9 }, { isOpen: true, cast: 8 }],
    ['what was cast, of a closed round', [open(), close({ cast: 8 })], { cast: 9 }, { isOpen: true, cast: 8 }],
    ['sheets issued meanwhile', [open(), report({ issued: 12 })], { issued: 11 }, { isOpen: true, issued: 10 }],
    ['void sheets counted meanwhile', [open(), close()], { void: 3 }, { isOpen: false, void: 0 }],
    ['void sheets counted for the first time', [open(), close()], { void: 2 }, { isOpen: false, void: null }],
  ])('[V15] are not reported over what the sender has not seen: %s', (_, calls, input, expected) => {
    const standing = worldAfter(...calls);
    expect(refusedBy(standing, report({ ...input, expected }))).toEqual({ code: 'TURNOUT_CHANGED' });
    const { closedAt, issued, cast, void: spoilt } = standing.ballots[0]!;
    const seen = { isOpen: closedAt === null, issued, cast, void: spoilt };
    expect(decide(standing, ...report({ ...input, expected: seen })).course!.ballots[0]).toMatchObject(input);
  });

  it('[V6] leave a new round its time, and another scale if it is opened anew', () => {
    const [, second] = worldAfter(open({ minutes: 5 }), close({ cast: 11 }), [holdAgain, {}, 600]).ballots;
    expect(second!.closesAt).toEqual(at(900).at);
    expect(worldAfter(open(), close({ cast: 11 }), open({ issued: 20 })).ballots[1]!.issued).toBe(20);
  });

  it.each<[string, Call[], string]>([
    ['nothing was held', [], 'NO_BALLOT'],
    ['it is open', [open()], 'BALLOT_OPEN'],
    ['it was held', [open(), close()], 'BALLOT_HELD'],
  ])('[V6] refuse another round where %s', (_, calls, code) => {
    expect(refusedBy(worldAfter(...calls), AGAIN)).toEqual({ code });
  });
});
