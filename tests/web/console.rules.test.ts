import { describe, expect, it } from '@jest/globals';
import { firstFree, landing, withMoved } from '../../src/web/console/agenda.rules.js';
import { type Focus, isHeld, keyOf, type Press, type Situation } from '../../src/web/console/keys.rules.js';
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

describe('the keys', () => {
  const pressed = (key: string, rest: Partial<Press> = {}): Press => ({
    key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    repeat: false,
    isComposing: false,
    ...rest,
  });
  const here = (focus: Focus, rest: Partial<Situation> = {}): Situation => ({
    focus,
    isDialogOpen: false,
    isEcho: false,
    isOn: true,
    ...rest,
  });

  it('[J2] the space bar is next, but in a text, on a control, held down or behind a dialog', () => {
    const space = pressed(' ', { code: 'Space' });
    expect(keyOf(space, here('NOTHING'))).toBe('NEXT');
    expect(keyOf(space, here('CONTROL'))).toBeNull();
    expect(keyOf(space, here('TEXT'))).toBeNull();
    expect(keyOf(space, here('NOTHING', { isDialogOpen: true }))).toBeNull();
    expect(keyOf(pressed(' ', { repeat: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed(' ', { shiftKey: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed(' ', { isComposing: true }), here('NOTHING'))).toBeNull();
    // The button that it has pressed is gone, the finger is not.
    expect(keyOf(space, here('NOTHING', { isEcho: true }))).toBeNull();
    expect(keyOf(pressed('u'), here('NOTHING', { isEcho: true }))).toBe('UNDO');
  });

  it('[J2] a key that is held presses a button once, and writes as many lines as it likes', () => {
    const enter = { key: 'Enter', repeat: true };
    expect(isHeld(enter, 'CONTROL', false)).toBe(true);
    expect(isHeld(enter, 'NOTHING', false)).toBe(true);
    // It would send the form.
    expect(isHeld(enter, 'TEXT', false)).toBe(true);
    expect(isHeld(enter, 'TEXT', true)).toBe(false);
    expect(isHeld({ ...enter, repeat: false }, 'CONTROL', false)).toBe(false);
    expect(isHeld({ key: ' ', repeat: true }, 'CONTROL', false)).toBe(true);
    expect(isHeld({ key: ' ', repeat: true }, 'TEXT', false)).toBe(false);
    expect(isHeld({ key: 'ArrowDown', repeat: true }, 'CONTROL', false)).toBe(false);
  });

  it('[J3] U and Ctrl+Z undo, and Ctrl+Z in a text is the text’s own', () => {
    expect(keyOf(pressed('u'), here('NOTHING'))).toBe('UNDO');
    expect(keyOf(pressed('U'), here('CONTROL'))).toBe('UNDO');
    expect(keyOf(pressed('z', { ctrlKey: true }), here('NOTHING'))).toBe('UNDO');
    expect(keyOf(pressed('z', { metaKey: true }), here('CONTROL'))).toBe('UNDO');
    expect(keyOf(pressed('Z', { ctrlKey: true, shiftKey: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed('z', { ctrlKey: true }), here('TEXT'))).toBeNull();
  });

  it('[J4] each has its letter, also behind an input method, unless letters are switched off or belong to the browser', () => {
    const keys = ['p', '+', '=', '-', 's', 'i', 'b', 'm', '?', '？', '1', '6'];
    const meant = [
      'TURN',
      'MORE',
      'MORE',
      'LESS',
      'SKIP',
      'INTERMISSION',
      'BLACKOUT',
      'MESSAGE',
      'HELP',
      'HELP',
      'TAB_1',
      'TAB_6',
    ];
    expect(keys.map((key) => keyOf(pressed(key), here('NOTHING')))).toEqual(meant);
    expect(keyOf(pressed('Process', { code: 'KeyP' }), here('NOTHING'))).toBe('TURN');
    expect(keyOf(pressed('Process', { code: 'Slash', shiftKey: true }), here('NOTHING'))).toBe('HELP');
    expect(keyOf(pressed('Process', { code: 'Space' }), here('NOTHING'))).toBe('NEXT');
    expect(keyOf(pressed('s', { ctrlKey: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed('p', { altKey: true }), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed('q'), here('NOTHING'))).toBeNull();
    expect(keyOf(pressed('b'), here('NOTHING', { isOn: false }))).toBeNull();
    expect(keyOf(pressed('z', { ctrlKey: true }), here('NOTHING', { isOn: false }))).toBe('UNDO');
  });
});

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
