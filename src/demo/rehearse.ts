import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { meeting as founding } from './founding.js';
import type { DemoLanguage } from './founding.texts.js';
import { type Ask, prepare } from './prepare.js';
import { nextStep, STANDING, type Standing, type Step } from './rehearsal.js';
import { tokenFor } from './token.js';

/**
 * `npm run rehearse`: plays the founding meeting through the public API. Each time it looks at where the meeting stands,
 * does the next thing, and waits as long as the room would need. Stopped and started again, it goes on from there.
 */

const USAGE = `npm run rehearse -- [--speed 1…600] [--url http://127.0.0.1:4000/graphql] [--meeting ID] [--language zh|en]\n`;

class Refused extends Error {
  constructor(
    message: string,
    readonly code: string | undefined,
  ) {
    super(message);
  }
}

interface Answer {
  data?: Record<string, unknown>;
  errors?: { message: string; extensions?: { code?: string } }[];
}

const noGraphql = (url: string) => ({ message: `${url} does not answer as GraphQL` });

const RETRY = 1000;
/** Milliseconds in which a server must be found at all. */
const PATIENCE = 30_000;

/**
 * Asks over HTTP. While a server that was there can't be reached it asks again: the idempotency key makes that safe. One that
 * never was there is a mistyped address.
 */
function askOver(url: string, language: DemoLanguage, token: string): Ask {
  const authorization: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
  const deadline = performance.now() + PATIENCE;
  let wasThere = false;
  return async (query, variables) => {
    while (true) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': language, ...authorization },
        body: JSON.stringify({ query, variables }),
      }).catch(() => null);
      const answer = (await response?.json().catch(() => ({ errors: [noGraphql(url)] }))) as Answer | undefined;
      const refusal = answer?.errors?.[0];
      if (answer && refusal?.extensions?.code !== 'UNAVAILABLE') {
        wasThere = true;
        if (refusal) throw new Refused(refusal.message, refusal.extensions?.code);
        return answer.data ?? {};
      }
      if (!wasThere && performance.now() > deadline)
        throw new Error(`There is no server at ${url}. Is \`npm start\` running?`);
      process.stdout.write(`\n  … ${url} can’t be reached, trying again`);
      await delay(RETRY);
    }
  };
}

/** The founding meeting that is still to be played, or a new one. */
async function choose(ask: Ask, language: DemoLanguage): Promise<string> {
  const { meetings } = await ask('query { meetings(first: 100) { edges { node { id title status } } } }', {});
  const open = meetings.edges.find(
    ({ node }: { node: { title: string; status: string } }) =>
      Object.values(founding.title).includes(node.title) && ['SCHEDULED', 'LIVE', 'PAUSED'].includes(node.status),
  );
  return open ? open.node.id : prepare(ask, language, `rehearsal ${randomUUID()}`);
}

function documentOf({ field, variables = {} }: Step): string {
  const own = Object.entries(variables);
  const declared = own.map(([name, { type }]) => `, $${name}: ${type}`).join('');
  const given = own.map(([name]) => `, ${name}: $${name}`).join('');
  return `mutation ($id: ID!, $expectedSeq: Int, $key: String${declared}) {
    done: ${field}(meetingId: $id, expectedSeq: $expectedSeq, idempotencyKey: $key${given}) { seq } }`;
}

/** Does a step. If somebody else was faster it is left undone, and the next look shows where the meeting stands. */
async function act(ask: Ask, { id, seq }: Standing, step: Step): Promise<void> {
  const own = Object.fromEntries(Object.entries(step.variables ?? {}).map(([name, { value }]) => [name, value]));
  await ask(documentOf(step), { id, expectedSeq: seq, key: randomUUID(), ...own }).catch((error) => {
    if (!(error instanceof Refused && error.code === 'CONFLICT')) throw error;
  });
}

function showProgress({ agenda, requirements }: Standing, { field, line }: Step): void {
  const things = [
    ...agenda.map(({ status }) => status === 'DONE' || status === 'SKIPPED'),
    ...requirements.map((r) => r.revealedAt !== null),
  ];
  const done = things.filter(Boolean).length;
  const bar = '█'.repeat(done).padEnd(things.length, '·');
  process.stdout.write(`\n  ${bar} ${String(done).padStart(2)}/${things.length}  ${field}${line && `  ${line}`}`);
}

interface Wishes {
  speed: number;
  url: string;
  meeting: string | undefined;
  language: DemoLanguage;
}

function readWishes(): Wishes {
  const { values } = parseArgs({
    options: {
      speed: { type: 'string', default: '1' },
      url: { type: 'string', default: 'http://127.0.0.1:4000/graphql' },
      meeting: { type: 'string' },
      language: { type: 'string', default: 'zh' },
    },
  });
  const { url, meeting, language } = values;
  const speed = Number(values.speed);
  if (!(speed >= 1 && speed <= 600)) throw new Error('--speed is a number from 1 to 600.');
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new Error('--url is the address of a GraphQL service over HTTP.');
  if (language !== 'zh' && language !== 'en') throw new Error('--language is zh or en.');
  return { speed, url, meeting, language };
}

/** The wishes of the command line; or, to whoever forgot npm's own `--`, how to say them. */
function wishes(): Wishes {
  try {
    return readWishes();
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

async function main(): Promise<void> {
  const { speed, url, meeting, language } = wishes();
  const ask = askOver(url, language, await tokenFor(url));
  const id = meeting ?? (await choose(ask, language));
  const read = async (): Promise<Standing> => (await ask(STANDING, { id })).meeting;
  process.stdout.write(`\n  ${(await read()).title}\n  ${new URL(`/board/${id}`, url)}\n`);

  let hasRested = false;
  while (true) {
    const standing = await read();
    const step = nextStep(standing, hasRested, speed);
    if (step === null && standing.status === 'DRAFT') throw new Error('The meeting is a DRAFT: schedule it first.');
    if (step === null) break;
    if (step.field === 'pauseMeeting') hasRested = true;
    showProgress(standing, step);
    await act(ask, standing, step);
    await delay((step.seconds / speed) * 1000);
  }
  process.stdout.write(`\n\n  ${(await read()).status}\n\n`);
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.message}\n`);
  process.exit(1);
});
