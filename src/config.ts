import { resolve } from 'node:path';

/** One setting: where it comes from, what it means, and how its text is read. */
interface Setting<Value> {
  fallback: string;
  sentence: string;
  read: (text: string) => Value;
}

const setting = <Value>(fallback: string, sentence: string, read: (text: string) => Value): Setting<Value> => ({
  fallback,
  sentence,
  read,
});

const words = (text: string) => text;
const yesOrNo = (text: string) => oneOf('yes', 'no')(text) === 'yes';
const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Origins as browsers write them: anything else would never fit, or fit too much. */
const origins = (text: string) => {
  for (const one of list(text)) {
    if (!URL.canParse(one) || !/^https?:/.test(one) || new URL(one).origin !== one) {
      throw new Error('must be origins such as https://rostrum.example, separated by commas, without a path');
    }
  }
  return list(text);
};

const oneOf =
  <Word extends string>(...allowed: Word[]) =>
  (text: string): Word => {
    if (!(allowed as string[]).includes(text)) throw new Error(`must be one of ${allowed.join(', ')}`);
    return text as Word;
  };

const level = (text: string) => Number(oneOf('1', '2', '3')(text)) as 1 | 2 | 3;

const whole = (min: number, max: number) => (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || text.trim() === '' || value < min || value > max) {
    throw new Error(`must be a whole number from ${min} to ${max}`);
  }
  return value;
};

const httpUrl = (text: string) => {
  if (text !== '' && !(URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))) {
    throw new Error('must be an address that begins with http:// or https://');
  }
  return text;
};

/** Whether an address leads nowhere but to this computer. */
export const isOnThisComputer = (url: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);

const issuer = (text: string) => {
  if (httpUrl(text).startsWith('http:') && !isOnThisComputer(text))
    throw new Error('must begin with https:// unless it is on this computer');
  return text;
};

const databaseUrl = (text: string) => {
  if (text !== '' && !/^postgres(ql)?:\/\//.test(text)) throw new Error('must begin with postgres:// or postgresql://');
  return text;
};

const redisUrl = (text: string) => {
  if (text !== '' && !(/^rediss?:\/\/[^/]/.test(text) && URL.canParse(text))) {
    throw new Error('must be an address that begins with redis:// or rediss://');
  }
  return text;
};

/** All settings. Nothing else reads the environment; the README's table is made from this. */
const settings = {
  PORT: setting('4000', 'Port of the HTTP server; 0 picks a free one.', whole(0, 65_535)),
  HOST: setting('127.0.0.1', 'Address to listen on; `0.0.0.0` lets the network in.', words),
  PUBLIC_URL: setting(
    '',
    'Address under which people reach Rostrum, such as `https://rostrum.example`: links, QR codes and cookies are made for it, and its pages may open sockets. Empty: the address it listens on.',
    httpUrl,
  ),
  SESSION_HOURS: setting('12', 'How many hours an operator or administrator stays signed in.', whole(1, 720)),
  OIDC_ISSUER: setting(
    '',
    'Issuer of an OpenID provider through which operators and administrators may sign in, such as `https://sso.example`. Empty: with passwords only.',
    issuer,
  ),
  OIDC_CLIENT_ID: setting('', 'What Rostrum is called at the provider; needed where there is an `OIDC_ISSUER`.', words),
  OIDC_CLIENT_SECRET: setting('', 'Its secret there; needed where there is an `OIDC_ISSUER`.', words),
  OIDC_NAME: setting('OpenID', 'What the button for it says.', words),
  OIDC_CLAIM: setting(
    'email',
    'The claim that must be an account’s name when it signs in through the provider for the first time. Of `email` the provider must say `email_verified: true`.',
    words,
  ),
  DATABASE_URL: setting('', 'A PostgreSQL server to use (14 or newer). Empty: Rostrum starts its own.', databaseUrl),
  REDIS_URL: setting(
    '',
    'A Redis server through which several servers tell each other that a meeting has moved on. Empty: PostgreSQL does it.',
    redisUrl,
  ),
  DATA_DIR: setting('data', 'Folder in which Rostrum’s own PostgreSQL keeps its data.', (text) => resolve(text)),
  DEMO: setting('yes', '`yes` puts the founding meeting into an empty database, `no` leaves it empty.', yesOrNo),
  DEMO_LANGUAGE: setting('zh', 'Language of the founding meeting: `zh` or `en`.', oneOf('zh', 'en')),
  EXPLORER: setting(
    'yes',
    '`yes` offers Apollo Sandbox at `/graphql` and GraphiQL at `/explorer`, `no` neither.',
    yesOrNo,
  ),
  INTROSPECTION: setting(
    'yes',
    '`yes` lets clients read the schema, over HTTP and WebSocket alike, `no` refuses.',
    yesOrNo,
  ),
  CORS_ORIGINS: setting(
    '',
    'Other origins whose pages may use the API, separated by commas; `https://studio.apollographql.com` lets hosted Sandbox in.',
    origins,
  ),
  TRUSTED_DOCUMENTS: setting(
    'no',
    '`yes` takes only the documents of Rostrum’s own screens (`schema/trusted-documents.json`), over HTTP and WebSocket alike; the explorer and other clients are refused then.',
    yesOrNo,
  ),
  TRUST_PROXY: setting(
    '0',
    'How many proxies stand before Rostrum and add to `X-Forwarded-For`; 0: visitors come directly, and what they say of their address is not believed.',
    whole(0, 10),
  ),
  SOCKETS_PER_ADDRESS: setting(
    '1000',
    'How many WebSockets one network address may have open; phones behind one router share an address, and so do all visitors behind a proxy that `TRUST_PROXY` does not count.',
    whole(1, 1_000_000),
  ),
  METRICS: setting(
    'yes',
    '`yes` serves `/metrics` to Prometheus: counts and times only, no names and no ids; `no` does not.',
    yesOrNo,
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    '',
    'OpenTelemetry collector that gets traces over OTLP/HTTP, such as `http://127.0.0.1:4318`. Empty: none are made.',
    httpUrl,
  ),
  ROSTRUM_TOKEN: setting(
    '',
    'Only for `npm run rehearse`: the token of an account that may run the meeting. Empty: that of the demo’s operator, which a server on this computer keeps in `DATA_DIR`.',
    words,
  ),
  LOG_LEVEL: setting(
    'info',
    'How much is logged: `debug`, `info`, `warn`, `error` or `silent`.',
    oneOf('debug', 'info', 'warn', 'error', 'silent'),
  ),
  LIVE_LEVEL: setting(
    '3',
    'How boards and entries are sent: `1` by the WebSocket library alone, `2` as frames of our own, `3` with all entries of one moment in one write.',
    level,
  ),
  DRAIN_SECONDS: setting(
    '5',
    'Over how many seconds a stopping server sends its displays away, so that they don’t all come back at once.',
    whole(0, 600),
  ),
  SHUTDOWN_SECONDS: setting('10', 'How long a stopping server waits for requests that are under way.', whole(0, 600)),
} as const;

type Settings = typeof settings;
export type Config = { [Name in keyof Settings]: ReturnType<Settings[Name]['read']> };

/** The configuration from an environment. Throws an Error whose message names the variable that is wrong. [G15] */
export function readConfig(environment: Record<string, string | undefined> = process.env): Config {
  const read = Object.entries(settings).map(([name, { fallback, read: readText }]) => {
    const text = environment[name] ?? fallback;
    try {
      return [name, readText(text)];
    } catch (error) {
      // A password that stands in an address is not for the terminal. [G15]
      const shown = text.replace(/(\/\/[^:/@]*):[^@]*@/, '$1:…@');
      throw new Error(`${name}=${JSON.stringify(shown)}: ${(error as Error).message}`);
    }
  });
  const config = Object.fromEntries(read) as Config;
  refuseHalfAProvider(config);
  return config;
}

/** An OpenID provider is given whole or not at all. [N11] */
function refuseHalfAProvider(config: Config): void {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const missing = names.filter((name) => config[name] === '');
  if (missing.length === 0 || missing.length === names.length) return;
  const given = names.filter((name) => config[name] !== '');
  throw new Error(`${missing.join(' and ')} must be set, because ${given.join(' and ')} is.`);
}

/** The settings as a Markdown table, for the README. */
export function settingsTable(): string {
  const rows = Object.entries(settings).map(
    ([name, { fallback, sentence }]) => `| \`${name}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${sentence} |`,
  );
  return ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
