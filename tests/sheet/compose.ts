import type { Browser } from 'playwright-core';

export interface Picture {
  label: string;
  /** A JPEG. */
  image: Buffer;
}

const STYLE = `
  body { margin: 16px; background: #777; color: #fff; font: 15px/1.3 sans-serif; }
  h1 { margin: 0 0 8px; font-size: 22px; }
  .row { display: flex; gap: 12px; margin-bottom: 12px; }
  figure { margin: 0; }
  img { display: block; }`;

const figure = ({ label, image }: Picture) =>
  `<figure><img src="data:image/jpeg;base64,${image.toString('base64')}"><figcaption>${label}</figcaption></figure>`;

/** One large picture of many small ones with their labels, made by the browser itself. */
export async function compose(browser: Browser, title: string, rows: readonly Picture[][]): Promise<Buffer> {
  const body = rows.map((pictures) => `<div class="row">${pictures.map(figure).join('')}</div>`).join('');
  const columns = Math.max(...rows.map((pictures) => pictures.length));
  const page = await browser.newPage({ viewport: { width: 32 + columns * 652, height: 600 } });
  await page.setContent(`<meta charset="utf-8"><style>${STYLE}</style><h1>${title}</h1>${body}`);
  const sheet = await page.screenshot({ fullPage: true });
  await page.close();
  return sheet;
}
