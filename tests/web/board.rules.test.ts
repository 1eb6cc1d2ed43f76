import { describe, expect, it } from '@jest/globals';
import { faceOf, isFar } from '../../src/web/board/face.js';
import { gradesOf, partsOf } from '../../src/web/board/grades.js';
import { nowOf } from '../../src/web/board/now.js';
import { partsOf as assetsOf } from '../../src/web/board/renewal.js';
import { untilReport } from '../../src/web/board/report.js';
import { rostrumWords } from '../../src/web/board/rostrum.words.js';
import { stepText } from '../../src/web/board/step.js';
import { widthOf } from '../../src/web/board/width.js';
import { pagesOf, windowOf } from '../../src/web/board/window.js';
import { readAddress } from '../../src/web/shared/address.js';
import { words } from '../../src/web/shared/words.js';
import { madeBoards } from '../support/boards.js';

const boards = madeBoards({ language: 'ZH' });
const at = (search: string) => readAddress({ pathname: '/board/m', search });
const say = { words: words.zh, language: 'zh', zone: 'Asia/Shanghai' } as const;

describe('how a board is shown', () => {
  const display = { id: 'd', view: 'STRIP', theme: 'LIGHT', ratio: 9, language: 'EN' } as const;

  it('[Z4] an address says it, and what it leaves out is as usual', () => {
    expect(faceOf(at(''), boards.AGENDA, null)).toEqual({ view: 'HALL', theme: 'dark', ratio: 6, language: 'zh' });
    const asked = at('?view=rostrum&theme=light&ratio=4.5&lang=en');
    expect(faceOf(asked, boards.AGENDA, null)).toEqual({ view: 'ROSTRUM', theme: 'light', ratio: 4.5, language: 'en' });
    const wrong = at('?view=cinema&theme=red&ratio=far&lang=xx');
    expect(faceOf(wrong, boards.AGENDA, null)).toEqual({ view: 'HALL', theme: 'dark', ratio: 6, language: 'zh' });
  });

  it('[Z4] a paired display is what was chosen for it, whatever its address says', () => {
    const board = { ...boards.AGENDA, displays: [{ ...display, id: 'other', ratio: 4 }, display] };
    const chosen = { view: 'STRIP', theme: 'light', ratio: 9, language: 'en' };
    expect(faceOf(at('?view=rostrum&theme=dark&ratio=5&lang=zh'), board, 'd')).toEqual(chosen);
    const own = { ...board, displays: [{ ...display, language: null }] };
    expect(faceOf(at('?lang=en'), own, 'd').language).toBe('zh');
    expect(faceOf(at('?view=rostrum'), board, 'revoked').view).toBe('ROSTRUM');
  });

  it('[Z2] distances are kept between 4 and 10, and the long ones are far', () => {
    const ratios = [0, 4, 6, 10, 99].map((ratio) => faceOf(at(`?ratio=${ratio}`), boards.AGENDA, null).ratio);
    expect(ratios).toEqual([4, 4, 6, 10, 10]);
    expect([6, 7.4, 7.5, 10].map((ratio) => isFar({ ratio }))).toEqual([false, false, true, true]);
  });

  it('[Z2] widths are those of Chinese characters, letters, rare characters and emoji', () => {
    expect(widthOf('欧阳静文')).toBe(4);
    expect(widthOf('𠮷👨‍👩‍👧‍👦')).toBe(2);
    expect(widthOf('Zhou')).toBeCloseTo(2.24);
  });
});

describe('rows and pages', () => {
  const rows = [...Array(40).keys()];

  it('[Z10] forty candidates come page after page, each once, and long names take the room of two', () => {
    const pages = pagesOf(rows, 6, () => 1);
    expect(pages).toHaveLength(7);
    expect(pages.flat()).toEqual(rows);
    const long = pagesOf(rows, 6, (row) => (row % 2 ? 2 : 1));
    expect(long.flat()).toEqual(rows);
    for (const page of long) expect(page.reduce((sum, row) => sum + (row % 2 ? 2 : 1), 0)).toBeLessThanOrEqual(6);
    expect(pagesOf([1], 1, () => 2)).toEqual([[1]]);
    expect(pagesOf([], 6, () => 1)).toEqual([]);
  });

  it('[Z2] a long list is shown around the row that matters', () => {
    expect(windowOf(rows, 20, 5)).toEqual([18, 19, 20, 21, 22]);
    expect(windowOf(rows, 39, 5)).toEqual([35, 36, 37, 38, 39]);
    expect(windowOf(rows.slice(0, 3), 1, 5)).toEqual([0, 1, 2]);
  });
});

describe('grades', () => {
  it.each([3, 4, 5])('[Z10] %d levels differ in colour and in pattern, and the better half is never red', (levels) => {
    const grades = gradesOf(levels);
    expect(grades).toHaveLength(levels);
    expect(new Set(grades.map(({ colour }) => colour)).size).toBe(levels);
    expect(new Set(grades.map(({ pattern }) => pattern)).size).toBe(levels);
    const reds = grades.slice(0, Math.ceil(levels / 2)).filter(({ colour }) => {
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) =>
        Number.parseInt(colour.slice(place, place + 2), 16),
      );
      return red > 1.5 * green && red > 1.5 * blue;
    });
    expect(reds).toEqual([]);
    expect(grades.at(-1)?.colour).toBe('#d55e00');
  });

  it('[Z10] the parts of a bar follow each other and fill it; without marks there is none', () => {
    expect(partsOf([2, 0, 1, 1])).toEqual([
      { start: 0, width: 50 },
      { start: 50, width: 0 },
      { start: 50, width: 25 },
      { start: 75, width: 25 },
    ]);
    expect(partsOf([0, 0])).toEqual([
      { start: 0, width: 0 },
      { start: 0, width: 0 },
    ]);
  });
});

describe('the views that have no stage', () => {
  it('[Z13] a band says who or what in every state', () => {
    const shown = Object.entries(boards).map(([name, board]) => [name, nowOf(board, say)] as const);
    for (const [name, { word, main }] of shown) expect([name, word !== '', main !== '']).toEqual([name, true, true]);
    expect(nowOf(boards.STATEMENT, say)).toMatchObject({ phase: 'statement', of: '第 2 位，共 6 位', main: '周伟' });
    expect(nowOf(boards.COMMENT_AWAITED, say)).toMatchObject({ phase: 'comment', of: '李勇', main: '周伟' });
    expect(nowOf(boards.REQUIREMENTS, say)).toMatchObject({ of: '四' });
  });

  it('[Z9] of a ballot they say that it goes on, is counted or was revealed, and nobody’s marks', () => {
    const said = (['BALLOT_OPEN', 'BALLOT_CLOSED', 'BALLOT_SEALED', 'BALLOT_RESULT'] as const).map(
      (name) => nowOf(boards[name], say).main,
    );
    expect(said).toEqual(['正在投票', '正在计票', '结果封存', '测评结果']);
  });

  it('[Z12] the chair reads what comes next, as one would say it', () => {
    const next = (name: keyof typeof boards, language: 'zh' | 'en' = 'zh') =>
      stepText(boards[name], rostrumWords[language], words[language].numeral);
    expect(next('STANDBY')).toBe('宣布开会');
    expect(next('STATEMENT')).toBe('结束述职，进入点评：刑事审判第三庭 周伟');
    const inBlock = { ...boards.STATEMENT, format: 'BLOCK' } as const;
    const comment = (language: 'zh' | 'en') => stepText(inBlock, rostrumWords[language], words[language].numeral);
    expect([comment('zh'), comment('en')]).toEqual([
      '进入点评：刑事审判第三庭 周伟',
      'Comment on 周伟, 刑事审判第三庭',
    ]);
    expect(next('COMMENT')).toBe('请 民事审判第二庭 欧阳静文 述职');
    expect(next('WRITTEN_STATEMENTS')).toBe('民主测评');
    expect(next('REQUIREMENTS_AWAITED')).toBe('宣布要求之一');
    expect(next('CLOSED')).toBe('会议已结束');
    expect(next('INTERMISSION', 'en')).toBe('Resume the meeting');
    // Whoever is not told what the operator does next goes by the agenda.
    const untold = { ...boards.STATEMENT, nextStep: null };
    expect(stepText(untold, rostrumWords.zh, words.zh.numeral)).toBe('请 民事审判第二庭 欧阳静文 述职');
  });
});

describe('what a screen does by itself', () => {
  it('[Z6] it tells of a new board at once, but not twice in a second', () => {
    expect(untilReport(Number.NEGATIVE_INFINITY, 5_000)).toBe(0);
    expect(untilReport(4_800, 5_000)).toBe(800);
    expect(untilReport(3_000, 5_000)).toBe(0);
  });

  it('[Z7] a page is of the files that it names, in whatever order', () => {
    const page = '<script type="module" src="/assets/board-a.js"></script><link href="/assets/board-b.css">';
    expect(assetsOf(page)).toBe('/assets/board-a.js /assets/board-b.css');
    expect(assetsOf('<link href="/assets/board-b.css"><script src="/assets/board-a.js">')).toBe(assetsOf(page));
    expect(assetsOf('<h1>Bad gateway</h1>')).toBe('');
  });
});
