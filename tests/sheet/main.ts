import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type BoardName, boardNames, madeBoards } from '../support/boards.js';
import { openBrowser } from '../support/browser.js';
import { FORMATS, type Format, type Glass, LANGUAGES, openLooking, THEMES, USUAL } from '../support/looks.js';
import { openShowing } from '../support/showing.js';
import { compose, type Picture } from './compose.js';

/**
 * `npm run sheet -- [folder]`: pictures of every state of the board in every format, theme and language, of every view,
 * and of texts as long as they may be, composed into sheets to be looked at.
 */
interface Series {
  name: string;
  format: Format;
  glass: Glass;
  kind: 'PLAIN' | 'HOSTILE';
}

const formats = Object.keys(FORMATS) as Format[];
const states = formats.map((format): Series => ({ name: format, format, glass: USUAL, kind: 'PLAIN' }));
const views: Series[] = [
  { name: 'rostrum', format: '1280×720', glass: { view: 'ROSTRUM', ratio: 6 }, kind: 'PLAIN' },
  { name: 'portrait', format: '1080×1920', glass: { view: 'PORTRAIT', ratio: 6 }, kind: 'PLAIN' },
  { name: 'strip', format: '3840×1080', glass: { view: 'STRIP', ratio: 6 }, kind: 'PLAIN' },
  { name: 'strip-in-a-picture', format: '1920×1080', glass: { view: 'STRIP', ratio: 6 }, kind: 'PLAIN' },
  { name: 'ratio-4', format: '1920×1080', glass: { view: 'HALL', ratio: 4 }, kind: 'PLAIN' },
  { name: 'ratio-10', format: '1920×1080', glass: { view: 'HALL', ratio: 10 }, kind: 'PLAIN' },
];
const hostile = (['1280×720', '1080×1920', '3840×1080'] as const).map(
  (format): Series => ({ name: `hostile-${format}`, format, glass: USUAL, kind: 'HOSTILE' }),
);

/** Wide enough to read a thumbnail, and small enough for eight of them on a sheet. */
const WIDTH = 640;
const ROWS = 7;

async function main(): Promise<void> {
  const folder = resolve(process.argv[2] ?? 'dist/sheets');
  const only = process.argv[3];
  await mkdir(folder, { recursive: true });
  const [showing, browser] = await Promise.all([openShowing(), openBrowser()]);
  try {
    for (const series of [...states, ...views, ...hostile]) {
      if (only && !series.name.includes(only)) continue;
      const viewport = FORMATS[series.format];
      const looking = await openLooking(browser, showing, { viewport, deviceScaleFactor: WIDTH / viewport.width });
      const rows = new Map<BoardName, Picture[]>(boardNames.map((name) => [name, []]));
      for (const language of LANGUAGES) {
        const boards = madeBoards({ language, kind: series.kind });
        for (const [name, pictures] of rows) {
          for (const theme of series.kind === 'PLAIN' ? THEMES : (['dark'] as const)) {
            await looking.show(boards[name], series.glass, theme);
            pictures.push({
              label: `${name} · ${theme} · ${language}`,
              image: await looking.page.screenshot({ type: 'jpeg', quality: 88 }),
            });
          }
        }
      }
      await looking.page.context().close();
      const all = [...rows.values()];
      for (let start = 0; start < all.length; start += ROWS) {
        const sheet = await compose(browser, `${series.name} ${start / ROWS + 1}`, all.slice(start, start + ROWS));
        const file = join(folder, `${series.name}-${start / ROWS + 1}.png`);
        await writeFile(file, sheet);
        process.stdout.write(`${file}\n`);
      }
    }
  } finally {
    await browser.close();
    await showing.close();
  }
}

await main();
