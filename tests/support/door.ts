import type { FormattedExecutionResult } from 'graphql';
import { openSocket, type Socket } from './socket.js';

export type Told = Pick<FormattedExecutionResult<any>, 'data'> & { errors?: readonly any[] };

/** One way to ask: over HTTP, or over a socket. */
export interface Door {
  name: 'HTTP' | 'WebSocket';
  ask(document: string, variables?: object): Promise<Told>;
  close(): Promise<void>;
}

export function httpDoor(url: string, token: string | null): Door {
  return {
    name: 'HTTP',
    async ask(query, variables = {}) {
      const headers = {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(token !== null && { authorization: `Bearer ${token}` }),
      };
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Told;
    },
    close: async () => undefined,
  };
}

/** A socket in somebody's name; null: in nobody's. */
export const socketOf = (url: string, token: string | null, options: Parameters<typeof openSocket>[1] = {}): Socket =>
  openSocket(url, { lazy: false, connectionParams: { token: token ?? undefined, language: 'en' }, ...options });

export function socketDoor(url: string, token: string | null): Door {
  const { client, close } = socketOf(url, token);
  return {
    name: 'WebSocket',
    /** The first answer; of a subscription the first event. */
    ask: (query, variables = {}) =>
      new Promise((resolve, reject) => {
        let told: Told | undefined;
        const stop = client.subscribe(
          { query, variables: variables as Record<string, unknown> },
          {
            next: (value) => {
              told ??= value as Told;
              if (query.startsWith('subscription')) stop();
            },
            error: (error) => (Array.isArray(error) ? resolve({ errors: error }) : reject(error)),
            complete: () => (told ? resolve(told) : reject(new Error('nothing was told'))),
          },
        );
      }),
    close,
  };
}

export const codeOf = ({ errors }: Told): string => errors?.[0].extensions?.code ?? 'OK';
