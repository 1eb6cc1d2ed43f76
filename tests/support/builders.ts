import { prepare } from '../../src/demo/prepare.js';
import type { TestServer } from './server.js';

/** The founding meeting, prepared and SCHEDULED through the API. */
export function aFoundingMeeting(server: TestServer, language: 'zh' | 'en' = 'zh'): Promise<string> {
  return prepare((document, variables) => server.data(document, variables), language, `test ${Math.random()}`);
}

/** A command by its name: `command(server, meetingId, 'callItem', { itemId: 'ID!' }, { itemId })`. Answers data and errors. */
export function command(
  server: TestServer,
  meetingId: string,
  name: string,
  types: Record<string, string> = {},
  values: object = {},
) {
  const declared = Object.entries(types)
    .map(([key, type]) => `, $${key}: ${type}`)
    .join('');
  const given = Object.keys(types)
    .map((key) => `, ${key}: $${key}`)
    .join('');
  return server.ask<{
    done: { seq: number; type: string | null; at: string; subjectId: string; meetingId: string } | null;
  }>(
    `mutation ($meetingId: ID!${declared}) { done: ${name}(meetingId: $meetingId${given}) { seq type at subjectId meetingId } }`,
    { meetingId, ...values },
  );
}
