import { type Operation, textOf } from './operation.js';

/** Sends a query to this page's own server and gives its data, or throws with the code of the first error. */
export async function ask<Data, Variables>(
  query: Operation<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
    body: JSON.stringify({ query: textOf(query), variables }),
    signal: signal ?? null,
  });
  const { data, errors } = await response.json();
  if (errors?.length) throw new Error(errors[0].extensions?.code ?? errors[0].message);
  return data;
}
