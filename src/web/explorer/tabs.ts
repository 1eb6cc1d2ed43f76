import { parse, print } from 'graphql';
import { ask } from '../shared/http.js';
import { operation } from '../shared/operation.js';

export interface Example {
  readonly name: string;
  readonly title: string;
  readonly document: string;
  readonly variables?: Record<string, unknown>;
}

export interface Tab {
  readonly query: string;
  readonly variables: string | null;
}

const FirstMeeting = operation('query FirstMeeting { meetings(first: 1) { edges { node { id } } } }');
const MEETING_IDS = new Set(['id', 'meetingId']);

/** The first meeting's id; undefined if there is none or the server doesn't answer: the explorer opens all the same. */
export async function firstMeetingId(): Promise<string | undefined> {
  try {
    const { meetings } = await ask(FirstMeeting, {}, AbortSignal.timeout(3_000));
    return meetings.edges[0]?.node.id;
  } catch {
    return undefined;
  }
}

/** The examples as tabs, their meeting's id filled in so that each can be run as it stands. */
export function tabsOf(examples: readonly Example[], meetingId: string | undefined): Tab[] {
  const fill = (name: string, value: unknown): unknown =>
    MEETING_IDS.has(name) && meetingId !== undefined ? meetingId : value;
  return examples.map(({ title, document, variables }) => ({
    query: `# ${title}\n${print(parse(document))}`,
    variables: variables ? JSON.stringify(variables, fill, 2) : null,
  }));
}
