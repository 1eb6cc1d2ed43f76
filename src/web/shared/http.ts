import { type Operation, textOf } from './operation.js';

/** What the server has refused: its code, its sentence in the page's language, and what else it told. */
export class Refused extends Error {
  override name = 'Refused';

  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** Longer than any answer takes; a line that has gone silent must not look like work. */
const PATIENCE = 20_000;

/** Ends with the signal, or when patience does. Phones that are some years old have no AbortSignal.any(). */
function patient(signal: AbortSignal | undefined, patience: number): { signal: AbortSignal; done: () => void } {
  const end = new AbortController();
  const abort = (): void => end.abort();
  const timer = setTimeout(abort, patience);
  signal?.addEventListener('abort', abort);
  const done = (): void => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  };
  return { signal: end.signal, done };
}

/** Sends an operation to this page's own server and gives its data, or throws what was refused. */
export async function ask<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  patience = PATIENCE,
): Promise<Data> {
  const { signal: end, done } = patient(signal, patience);
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'accept-language': document.documentElement.lang,
      },
      body: JSON.stringify({ query: textOf(operation), variables }),
      signal: end,
    });
    const { data, errors } = await response.json();
    if (errors?.length) {
      const [{ message, extensions }] = errors;
      throw new Refused(extensions?.code ?? 'INTERNAL', message, extensions);
    }
    return data;
  } finally {
    done();
  }
}
