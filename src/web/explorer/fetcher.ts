import { type DocumentNode, type ExecutionResult, getOperationAST } from 'graphql';
import { createClient } from 'graphql-ws';
import { socketAddress } from '../shared/address.js';

interface Request {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Record<string, unknown>;
}

interface Context {
  readonly headers?: Record<string, string>;
  readonly documentAST?: DocumentNode;
}

interface Sink {
  next(result: ExecutionResult): void;
  error(error: unknown): void;
  complete(): void;
}

/** GraphiQL takes what can be subscribed to; the headers of its editor go along as connection parameters. */
function subscribe(request: Request, headers: Record<string, string> | undefined) {
  return {
    subscribe(sink: Sink) {
      const client = createClient({ url: socketAddress(location), connectionParams: headers ?? {} });
      const stop = client.subscribe(request as Request & { query: string }, {
        next: (result) => sink.next(result as ExecutionResult),
        error: (error) => sink.error(error instanceof CloseEvent ? new Error(error.reason || 'Closed') : error),
        complete: () => sink.complete(),
      });
      return { unsubscribe: stop };
    },
  };
}

async function post(request: Request, headers: Record<string, string> | undefined): Promise<ExecutionResult> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      ...headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
    },
    body: JSON.stringify(request),
  });
  return response.json();
}

/** Subscriptions over the socket, everything else over HTTP; both to this page's own server. */
export function fetcher(request: Request, { headers, documentAST }: Context = {}) {
  const operation = documentAST && getOperationAST(documentAST, request.operationName ?? undefined);
  return operation?.operation === 'subscription' ? subscribe(request, headers) : post(request, headers);
}
