import { describe, expect, it } from '@jest/globals';
import { readRing } from '../../src/journal/doorbell.js';

describe('a ring', () => {
  it('[L9] says what it can, and nothing that is no number for one', () => {
    expect(readRing('m:5:00-trace-01:1700000000000')).toEqual({
      meetingId: 'm',
      seq: 5,
      trace: '00-trace-01',
      at: 1_700_000_000_000,
    });
    expect(readRing('m:5')).toEqual({ meetingId: 'm', seq: 5 });
    for (const payload of ['m:x::y', 'm:::NaN', 'm:-1::1e400', 'm:1.5::Infinity', 'm']) {
      expect(readRing(payload)).toEqual({ meetingId: 'm', seq: null });
    }
  });
});
