import { describe, expect, it } from '@jest/globals';
import { createClock } from '../../src/journal/clock.js';
import { NOON } from '../support/course.js';

/** A process whose monotonic clock is moved by hand, and a database that answers after so many milliseconds. */
function aProcess() {
  let monotonic = 1000;
  const clock = createClock(() => monotonic);
  const wait = (milliseconds: number) => {
    monotonic += milliseconds;
  };
  /** The database says that so many milliseconds have gone since noon; the question and the answer take as long. */
  const sample = (since: number, roundTrip: number) =>
    clock.sample(async () => {
      wait(roundTrip);
      return new Date(NOON.getTime() + since);
    });
  return { clock, wait, sample, now: () => clock.now() - NOON.getTime() };
}

describe('the server’s clock', () => {
  it('[T8] shows the database’s time, from the middle of the question', async () => {
    const { sample, now } = aProcess();
    await sample(5000, 40);
    expect(now()).toBe(5020);
  });

  it('[T8] counts on between samples by a clock that nobody can step', async () => {
    const { sample, wait, now } = aProcess();
    await sample(0, 0);
    wait(1234);
    expect(now()).toBe(1234);
  });

  it('[T8] keeps the sample with the shorter round trip, for a minute', async () => {
    const { sample, wait, now } = aProcess();
    await sample(0, 10);
    expect(now()).toBe(5);
    wait(1000);
    await sample(1400, 500);
    expect(now()).toBe(1505);
    await sample(2000, 4);
    expect(now()).toBe(2002);
    wait(60_001);
    await sample(90_000, 500);
    expect(now()).toBe(90_250);
  });

  it('[T8] follows a database whose clock was set, with the next sample that is as good', async () => {
    const { sample, wait, now } = aProcess();
    await sample(0, 10);
    wait(1000);
    await sample(-3_600_000, 10);
    expect(now()).toBe(-3_600_000 + 5);
  });

  it('[T8] is right with the next sample after the computer slept, however long that took to come', async () => {
    const { sample, wait, now } = aProcess();
    await sample(0, 2);
    wait(3000);
    // The monotonic clock stood still for an hour; the database's did not.
    await sample(3_603_000, 40);
    expect(now()).toBe(3_603_020);
  });

  it('[T8] stays as it is when the database does not answer', async () => {
    const { clock, sample, wait, now } = aProcess();
    await sample(0, 0);
    wait(10);
    await expect(clock.sample(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(now()).toBe(10);
  });
});
