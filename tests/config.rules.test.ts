import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readConfig, settingsTable } from '../src/config.js';

describe('the settings', () => {
  /** Of each setting that can be wrong: wrong texts, and right ones. */
  const table: Record<string, { wrong: string[]; right: string[] }> = {
    PORT: { wrong: ['', 'x', '-1', '65536', '1.5', '0x', ' '], right: ['0', '4000', '65535'] },
    PUBLIC_URL: {
      wrong: ['x', 'rostrum.example', 'ftp://x', 'javascript:x'],
      right: ['', 'https://rostrum.example', 'http://10.0.0.1:4000'],
    },
    SESSION_HOURS: { wrong: ['0', '721', 'x', ''], right: ['1', '720'] },
    DATABASE_URL: { wrong: ['x', 'mysql://x', 'localhost:5432'], right: ['', 'postgres://x', 'postgresql://x/y'] },
    REDIS_URL: { wrong: ['x', 'redis://', 'http://x'], right: ['', 'redis://x', 'rediss://x:1'] },
    DEMO: { wrong: ['', 'true', 'YES', '1'], right: ['yes', 'no'] },
    DEMO_LANGUAGE: { wrong: ['', 'fr', 'ZH'], right: ['zh', 'en'] },
    EXPLORER: { wrong: ['true', 'on'], right: ['yes', 'no'] },
    INTROSPECTION: { wrong: ['true', 'on'], right: ['yes', 'no'] },
    CORS_ORIGINS: {
      wrong: [
        '*',
        'null',
        'x',
        'https://x/',
        'https://x/path',
        'HTTPS://x',
        'https://a@x',
        'file://x',
        'https://x:443',
        'https://a,b',
      ],
      right: ['', 'https://studio.apollographql.com', 'http://a:1, https://b', ' , '],
    },
    // One without an id and a secret is refused, too: tests/doors/oidc.
    OIDC_ISSUER: { wrong: ['x', 'ftp://x'], right: [''] },
    TRUSTED_DOCUMENTS: { wrong: ['', 'true'], right: ['yes', 'no'] },
    TRUST_PROXY: { wrong: ['', 'yes', '-1', '11', '10.0.0.0/8'], right: ['0', '1', '10'] },
    SOCKETS_PER_ADDRESS: { wrong: ['', '0', '1.5', '1000001'], right: ['1', '1000000'] },
    METRICS: { wrong: ['true'], right: ['yes', 'no'] },
    OTEL_EXPORTER_OTLP_ENDPOINT: { wrong: ['x', 'grpc://x'], right: ['', 'http://127.0.0.1:4318'] },
    LOG_LEVEL: { wrong: ['', 'trace', 'INFO'], right: ['debug', 'info', 'warn', 'error', 'silent'] },
    LIVE_LEVEL: { wrong: ['', '0', '4', 'x'], right: ['1', '2', '3'] },
    DRAIN_SECONDS: { wrong: ['', '-1', '601'], right: ['0', '600'] },
    SHUTDOWN_SECONDS: { wrong: ['', '-1', '601'], right: ['0', '600'] },
  };
  const taken = new Set([
    'HOST',
    'DATA_DIR',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_NAME',
    'OIDC_CLAIM',
    'ROSTRUM_TOKEN',
  ]);

  it('[G15] are each in the table, but for those that take any text', () => {
    const names = [...settingsTable().matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name!);
    expect([...Object.keys(table), ...taken].toSorted()).toEqual(names.toSorted());
  });

  it.each(Object.entries(table))(
    '[G15] %s is taken where it is right, and refused in one sentence that names it where it is wrong',
    (name, { wrong, right }) => {
      for (const text of right) expect(() => readConfig({ [name]: text })).not.toThrow();
      for (const text of wrong) {
        const start = `${name}=${JSON.stringify(text)}: must `;
        expect(() => readConfig({ [name]: text })).toThrow(
          expect.objectContaining({ message: expect.stringContaining(start) }),
        );
        expect(() => readConfig({ [name]: text })).toThrow(/^[^\n]+$/);
      }
    },
  );

  it('[G15] do not tell a password that stands in one', () => {
    const told = () => readConfig({ DATABASE_URL: 'mysql://rostrum:s3cret@db/rostrum' });
    expect(told).toThrow('mysql://rostrum:…@db/rostrum');
    expect(told).not.toThrow('s3cret');
  });

  it('[G15] can each be given to the containers, with the same defaults, but for what the image decides', () => {
    const inside = [
      'PORT',
      'HOST',
      'DATABASE_URL',
      'DATA_DIR',
      'LIVE_LEVEL',
      'DRAIN_SECONDS',
      'SHUTDOWN_SECONDS',
      'ROSTRUM_TOKEN',
    ];
    const given = readFileSync('docker-compose.yml', 'utf8').matchAll(/^ {4}([A-Z_]+): \$\{\1:-(.*)\}$/gm);
    const passed = Object.fromEntries([...given].map(([, name, fallback]) => [name!, fallback!]));
    const rows = [...settingsTable().matchAll(/^\| `(\w+)` \| (?:`([^`]*)`)? ?\|/gm)];
    const wanted = rows.map(([, name, fallback = '']) => [name!, fallback] as const);
    expect(wanted.map(([name]) => name).filter((name) => !inside.includes(name) && !(name in passed))).toEqual([]);
    const differing = wanted.filter(([name, fallback]) => name in passed && passed[name] !== fallback);
    expect(differing.map(([name]) => name)).toEqual(['PUBLIC_URL']);
  });
});
