import { describe, expect, it } from '@jest/globals';
import { createFollowers, type Followers } from '../../src/access/followers.js';
import { Pass } from '../../src/access/pass.js';
import { blind, type Sight, wordOf } from '../../src/access/rights.rules.js';
import { inside } from '../../src/access/viewer.js';

const MEETING = 'a meeting';
const seen: Sight = { ...blind, isSeen: true };

/** Questions after somebody's sight, answered when the test says so. */
function createQuestions() {
  const waiting: { answer: (sight: Sight) => void; fail: (error: Error) => void }[] = [];
  return {
    waiting,
    sight: () => new Promise<Sight>((answer, fail) => waiting.push({ answer, fail })),
  };
}

/** Somebody who came in when the meeting was as open as this, and the codes by which the socket was closed. */
function enter(followers: Followers, openness: string) {
  const closed: number[] = [];
  const pass = new Pass(
    inside,
    { close: (code) => void closed.push(code) },
    {
      followed: (entered, meetingId, known) => followers.enter(meetingId, entered, known),
      unfollowed: (left, meetingId) => followers.leave(meetingId, left),
      left: () => undefined,
    },
  );
  pass.follow(MEETING, wordOf(seen), openness);
  return { pass, closed };
}

describe('followers of a meeting', () => {
  it('[F7] are looked at when it is open to others than before, and not again until that changes', async () => {
    const { waiting, sight } = createQuestions();
    const followers = createFollowers({ sight });
    const { closed } = enter(followers, 'LIVE');
    await followers.compare(MEETING, 'LIVE');
    expect(waiting).toHaveLength(0);
    const compared = followers.compare(MEETING, 'SCHEDULED');
    // Whoever asks meanwhile waits for the same.
    const beside = followers.compare(MEETING, 'SCHEDULED');
    expect(waiting).toHaveLength(1);
    waiting[0]!.answer(seen);
    await Promise.all([compared, beside]);
    await followers.compare(MEETING, 'SCHEDULED');
    expect(waiting).toHaveLength(1);
    expect(closed).toEqual([]);
  });

  it('[F7] are closed when they may not see it any more, though it was opened and taken back while they were looked at', async () => {
    const { waiting, sight } = createQuestions();
    const followers = createFollowers({ sight });
    const { closed } = enter(followers, 'LIVE');
    const early = followers.compare(MEETING, 'SCHEDULED');
    await followers.compare(MEETING, 'LIVE');
    waiting[0]!.answer(seen);
    await early;
    const late = followers.compare(MEETING, 'SCHEDULED');
    expect(waiting).toHaveLength(2);
    waiting[1]!.answer(blind);
    await late;
    expect(closed).toEqual([4403]);
  });

  it('[F7] are looked at again after that has failed, and when one comes in by older knowledge', async () => {
    const { waiting, sight } = createQuestions();
    const followers = createFollowers({ sight });
    const first = enter(followers, 'LIVE');
    const failing = followers.compare(MEETING, 'SCHEDULED');
    waiting[0]!.fail(new Error('the database is away'));
    await expect(failing).rejects.toThrow('the database is away');
    const again = followers.compare(MEETING, 'SCHEDULED');
    waiting[1]!.answer(seen);
    await again;
    const second = enter(followers, 'LIVE');
    const third = followers.compare(MEETING, 'SCHEDULED');
    expect(waiting).toHaveLength(3);
    waiting[2]!.answer(blind);
    await third;
    expect([first.closed, second.closed]).toEqual([[], [4403]]);
  });

  it('[F7] leave nothing behind', () => {
    const followers = createFollowers(createQuestions());
    const all = ['LIVE', 'SCHEDULED'].map((openness) => enter(followers, openness));
    expect(followers.meetings()).toEqual([MEETING]);
    for (const { pass } of all) pass.leave();
    expect(followers.meetings()).toEqual([]);
  });
});
