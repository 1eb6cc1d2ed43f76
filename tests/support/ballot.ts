import { aDraft, idsOf, perform } from './builders.js';
import type { TestServer } from './server.js';

/** A LIVE meeting whose BALLOT item is current, on so many speakers; `act` does a command on it. */
export async function onBallot(server: TestServer, input: { speakers?: number } & Record<string, unknown> = {}) {
  const { meetingId, speakers } = await aDraft(server, input);
  const act = async (name: string, args: object = {}): Promise<string> =>
    (await perform(server, name, { meetingId, ...args })).subjectId;
  for (const speakerId of speakers)
    await act('addItem', { input: { kind: 'STATEMENT', title: 'Statement', speakerId } });
  const itemId = await act('addItem', { input: { kind: 'BALLOT', title: 'Ballot' } });
  await act('scheduleMeeting');
  await act('openMeeting');
  await act('callItem', { itemId });
  const { statements } = await idsOf(server, meetingId);
  return { meetingId, itemId, statements, act };
}
