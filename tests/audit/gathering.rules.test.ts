import { describe, expect, it } from '@jest/globals';
import { everyone, inside, type Visit } from '../../src/access/viewer.js';
import type { Fact } from '../../src/audit/audit.js';
import { createGathering } from '../../src/audit/gathering.js';

const from = (address: string): Visit => ({ ...inside, viewer: everyone, door: 'HTTP', address });
const refused = (action: string, more: Partial<Fact> = {}): Fact => ({ action, outcome: 'FORBIDDEN', ...more });
const taken = (gathering: ReturnType<typeof createGathering>) =>
  gathering.take().map(({ visit, fact, times }) => [visit.address, fact.action, times]);

describe('what was refused is gathered', () => {
  it('[H3] equal facts are one, with their number and the time of the first', () => {
    const gathering = createGathering();
    expect(gathering.isEmpty).toBe(true);
    for (const now of [5, 6, 7]) gathering.add(from('a'), refused('callItem'), now);
    expect(gathering.isEmpty).toBe(false);
    expect(gathering.take()).toEqual([{ visit: from('a'), fact: refused('callItem'), times: 3, since: 5 }]);
    expect(gathering.isEmpty).toBe(true);
    expect(gathering.take()).toEqual([]);
  });

  it('[H3] another visitor, action, outcome, meeting, subject or detail is another fact', () => {
    const gathering = createGathering();
    const facts = [
      refused('callItem'),
      refused('skipItem'),
      refused('callItem', { outcome: 'UNAUTHENTICATED' }),
      refused('callItem', { meetingId: 'm' }),
      refused('callItem', { subjectId: 'm' }),
      refused('callItem', { detail: { name: 'm' } }),
    ];
    for (const fact of facts) gathering.add(from('a'), fact, 0);
    gathering.add(from('b'), refused('callItem'), 0);
    gathering.add({ ...from('a'), viewer: inside.viewer }, refused('callItem'), 0);
    expect(taken(gathering).map(([, , times]) => times)).toEqual(Array(8).fill(1));
  });

  it('[H3] whoever makes up ever new ones has the rest counted in one line, and crowds out nobody', () => {
    const gathering = createGathering();
    for (let n = 0; n < 1000; n++) gathering.add(from('flood'), refused('callItem', { meetingId: String(n) }), 0);
    gathering.add(from('other'), refused('openMeeting'), 0);
    gathering.add(from('flood'), refused('callItem', { meetingId: '3' }), 0);
    const lines = taken(gathering);
    expect(lines).toHaveLength(22);
    expect(lines[3]).toEqual(['flood', 'callItem', 2]);
    expect(lines.slice(20)).toEqual([
      ['flood', 'UNTOLD', 980],
      ['other', 'openMeeting', 1],
    ]);
  });

  it('[H3] however many visitors there are, the lines are bounded, and the count is right', () => {
    const gathering = createGathering();
    for (let n = 0; n < 5000; n++) gathering.add(from(String(n)), refused('callItem'), 0);
    const lines = taken(gathering);
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toEqual(['', 'UNTOLD', 4900]);
    expect(lines.reduce((sum, [, , times]) => sum + Number(times), 0)).toBe(5000);
  });

  it('[H3] all addresses of one network are one visitor', () => {
    const gathering = createGathering();
    for (let n = 0; n < 1000; n++)
      gathering.add(from(`2001:db8::${n}`), refused('callItem', { meetingId: String(n) }), 0);
    gathering.add(from('2001:db8:0:1::1'), refused('callItem'), 0);
    const lines = taken(gathering);
    expect(lines).toHaveLength(22);
    expect(lines.at(-1)).toEqual(['2001:db8:0:1::1', 'callItem', 1]);
  });

  it('[H3] however many strangers there are, whoever has signed in has a line of their own', () => {
    const gathering = createGathering();
    for (let n = 0; n < 5000; n++) gathering.add(from(String(n)), refused('callItem'), 0);
    const viewer = { ...everyone, kind: 'ACCOUNT' as const, id: 'li' };
    gathering.add({ ...from('5'), viewer }, refused('openMeeting'), 0);
    expect(taken(gathering).at(-1)).toEqual(['5', 'openMeeting', 1]);
  });
});
