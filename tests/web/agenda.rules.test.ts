import { describe, expect, it } from '@jest/globals';
import { firstFree, landing, withMoved } from '../../src/web/console/agenda.rules.js';

describe('the agenda in the operator’s hands', () => {
  const items = (['DONE', 'CURRENT', 'PENDING', 'SKIPPED', 'PENDING'] as const).map((status, index) => ({
    id: 'abcde'[index]!,
    status,
  }));

  it('[J5] what was called keeps its place, and nothing comes before it', () => {
    expect(firstFree(items)).toBe(3);
    expect(landing(items, 'e', { id: 'c', side: 'before' })).toBe(3);
    expect(landing(items, 'e', { id: 'b', side: 'after' })).toBe(3);
    expect(landing(items, 'e', { id: 'b', side: 'before' })).toBeNull();
    expect(landing(items, 'c', { id: 'e', side: 'after' })).toBe(5);
    expect(landing(items, 'c', { id: 'd', side: 'before' })).toBeNull();
    expect(landing(items, 'c', { id: 'gone', side: 'before' })).toBeNull();
    expect(landing(items, 'gone', { id: 'c', side: 'before' })).toBeNull();
    expect(withMoved(items, 'c', 5).map(({ id }) => id)).toEqual(['a', 'b', 'd', 'e', 'c']);
    expect(withMoved(items, 'gone', 1).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});
