import { describe, expect, it } from '@jest/globals';
import { changesOf, differing, type Facts, usual } from '../../src/web/prepare/facts.js';

const stored: Facts = {
  ...usual('en', Date.parse('2022-02-09T03:00:00Z')),
  title: 'Review',
  unit: { id: 'court', name: 'High Court' },
  start: '2022-02-10T09:00',
  timeZone: 'Asia/Shanghai',
};
const changes = (change: Partial<Facts>) => changesOf({ ...stored, ...change }, stored);

describe('the facts of a meeting that two change at once', () => {
  it('[M16] sends what was changed, and nothing that another may have changed meanwhile', () => {
    expect(changes({})).toEqual({});
    expect(changes({ venue: 'Hall 1', minutes: '5' })).toEqual({ venue: 'Hall 1', plannedSeconds: 300 });
    expect(changes({ unit: { id: 'college', name: 'College' }, quorum: '9' })).toEqual({
      organizationId: 'college',
      quorum: 9,
    });
    // The clock on the wall stays as it is shown, so the instant is another one.
    expect(changes({ timeZone: 'UTC' })).toEqual({ timeZone: 'UTC', startsAt: '2022-02-10T09:00:00.000Z' });
    expect([changes({ unit: null }), changes({ start: '' })]).toEqual([null, null]);
  });

  it('[M16] has nothing to send of what was typed and taken back', () => {
    expect(differing({ title: 'Review', unit: { id: 'court', name: 'High Court' } }, stored)).toBeNull();
    expect(differing({ title: 'Review', venue: 'Hall' }, stored)).toEqual({ venue: 'Hall' });
  });
});
