import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cloneDatabase, type TestDatabase } from './support/database.js';
import { spawnServer } from './support/process.js';

describe('a start with a setting that is wrong', () => {
  let folder: string;
  let database: TestDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rostrum-settings-'));
    await writeFile(join(folder, 'file'), '');
    database = await cloneDatabase();
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const lastWords = (environment: Record<string, string>) =>
    spawnServer({ DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...environment }).then(
      async (server) => `it listens: ${await server.end('SIGKILL')}`,
      ({ message }: Error) => message,
    );

  it('[G15] ends at once with one sentence that names it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const wrongPassword = database.url.replace(/\/\/([^:@]+):[^@]*@/, '//$1:wrong-secret@');
    const cases: [Record<string, string>, RegExp][] = [
      [{ PORT: 'x' }, /^PORT="x": must be a whole number from 0 to 65535$/],
      [{ CORS_ORIGINS: '*' }, /^CORS_ORIGINS="\*": must be origins/],
      [{ TRUST_PROXY: 'loopback' }, /^TRUST_PROXY="loopback": must be a whole number/],
      [{ PORT: String(port) }, /^PORT="\d+": another program listens there \(EADDRINUSE\)$/],
      [{ HOST: '203.0.113.1' }, /^HOST="203\.0\.113\.1": this computer has no such address \(EADDRNOTAVAIL\)$/],
      [{ HOST: 'no such host' }, /^HOST="no such host": there is no host of that name/],
      [{ DATA_DIR: join(folder, 'file'), DATABASE_URL: '' }, /^DATA_DIR=".*\/file": /],
      [{ DATABASE_URL: wrongPassword }, /^DATABASE_URL: password authentication failed/],
    ];
    for (const [environment, sentence] of cases) {
      const said = await lastWords(environment);
      const [, words] = /ended with 1: Rostrum could not start\. (.*)\n$/.exec(said) ?? [said, said];
      expect(words).toMatch(sentence);
      expect(said).not.toContain('wrong-secret');
    }
    other.close();
  });
});
