import { describe, expect, it } from '@jest/globals';
import { identityOf, inOneLine, type Scene, saidOf } from '../../src/web/console/next.rules.js';

const chair = { name: '李勇', post: '主任', organization: '政治部' };
const wang = { name: '王小明', post: '书记', organization: '刑三庭' };
type Item = NonNullable<Scene['current']>;

const item = (kind: Item['kind'], title: string, speaker: Item['speaker'] = null): Item => ({
  id: title,
  position: 1,
  kind,
  title,
  status: 'PENDING',
  plannedSeconds: kind === 'INTERMISSION' ? 900 : null,
  speaker,
});

type Step = NonNullable<Scene['nextStep']>;
const step = (kind: Step['step'], rest: Partial<Step> = {}): Step => ({
  step: kind,
  item: null,
  statementId: null,
  requirementNumber: null,
  obstacle: null,
  ...rest,
});

const scene = (nextStep: Step | null, rest: Partial<Scene> = {}): Scene => ({
  state: 'AGENDA',
  format: 'ONE_BY_ONE',
  attendance: { expected: 11, signedIn: 9, present: 9, quorum: null, isQuorate: true },
  commenters: [chair],
  current: null,
  statement: null,
  nextStep,
  ...rest,
});

const said = (one: Scene, language: 'zh' | 'en', heading?: string) => {
  const words = saidOf(one, language, heading);
  return words && inOneLine(words, language);
};

describe('what the large button says', () => {
  const speech = item('STATEMENT', '述职', wang);
  const commenting = { state: 'COMMENT', current: item('STATEMENT', '前一位', chair) } as const;
  const block = { format: 'BLOCK' } as const;
  it.each<[string, string, Scene]>([
    [
      '排定会议：开始签到，大屏显示待机画面',
      'Schedule the meeting — People can sign in, and the board stands by',
      scene(step('SCHEDULE')),
    ],
    ['开始会议：已签到 9 人，应到 11 人', 'Open the meeting — 9 of 11 expected', scene(step('OPEN'))],
    ['请述职：刑三庭 王小明', 'Call next: Statement — 王小明, 刑三庭', scene(step('CALL_ITEM', { item: speech }))],
    [
      '结束点评，请下一位述职：刑三庭 王小明',
      'End the comment, call next: Statement — 王小明, 刑三庭',
      scene(step('CALL_ITEM', { item: speech }), commenting),
    ],
    [
      '结束述职，进入点评：李勇 → 刑三庭',
      'End the statement, go on to the comment — 李勇 → 刑三庭',
      scene(step('START_COMMENT', { item: speech })),
    ],
    [
      '进入点评：李勇 → 刑三庭',
      'Start the comment — 李勇 → 刑三庭',
      scene(step('START_COMMENT', { item: speech }), block),
    ],
    [
      '结束述职：刑三庭 王小明',
      'End the statement — 王小明, 刑三庭',
      scene(step('END_STATEMENT', { item: speech }), block),
    ],
    [
      '结束点评，下一项：讲话：领导讲话',
      'End the comment, call next — Remarks: 领导讲话',
      scene(step('CALL_ITEM', { item: item('REMARKS', '领导讲话') }), commenting),
    ],
    [
      '下一项：要求',
      'Call next — Requirements: 要求',
      scene(step('CALL_ITEM', { item: item('REQUIREMENTS', '要求') })),
    ],
    [
      '进入休会：茶歇 · 15 分钟',
      'Begin the intermission — 茶歇 · 15 min',
      scene(step('CALL_ITEM', { item: item('INTERMISSION', '茶歇') })),
    ],
    [
      '进入测评：民主测评',
      'Call next: Ballot — 民主测评',
      scene(step('CALL_ITEM', { item: item('BALLOT', '民主测评') })),
    ],
    ['复会', 'Resume the meeting', scene(step('RESUME'))],
    ['结束会议', 'Close the meeting', scene(step('CLOSE'))],
  ])('[J1] %s', (zh, en, one) => {
    expect([said(one, 'zh'), said(one, 'en')]).toEqual([zh, en]);
  });

  it('[J1] names the requirement that the room is about to read', () => {
    const one = scene(step('REVEAL_REQUIREMENT', { requirementNumber: 2 }));
    expect(said(one, 'zh', '加强理论学习')).toBe('公布要求：二、加强理论学习');
    expect(said(one, 'en', 'Study')).toBe('Reveal requirement — 2. Study');
    expect(said(one, 'zh')).toBe('公布要求：二');
  });

  it('[J1] says nothing where nothing comes next', () => expect(said(scene(null), 'zh')).toBeNull());

  it('[J2] is another step by what is done and to whom, not by who came meanwhile', () => {
    const first = scene(step('CALL_ITEM', { item: speech }));
    const second = scene(step('CALL_ITEM', { item: item('STATEMENT', 'other', chair) }));
    expect(identityOf(first)).not.toBe(identityOf(second));
    expect(identityOf({ ...first, attendance: { ...first.attendance, signedIn: 10 } })).toBe(identityOf(first));
  });
});
