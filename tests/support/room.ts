import { Display } from './display.js';
import { post } from './process.js';
import { Writers } from './writers.js';

/** A meeting with displays that follow it and operators who keep writing to it. */
export interface Room {
  meetingId: string;
  displays: Display[];
  writers: Writers;
}

/** A new meeting, so many displays of each kind, and writers. Each asks for the address whenever it connects. */
export async function fill(address: () => string, count: number, rate: number): Promise<Room> {
  const meetingId = await aDraft(address());
  const displays = Array.from({ length: count }, (_, n) => [
    new Display('journal', meetingId, address, `journal ${n}`),
    new Display('board', meetingId, address, `board ${n}`),
  ]).flat();
  return { meetingId, displays, writers: new Writers({ meetingId, address, rate }) };
}

async function aDraft(url: string): Promise<string> {
  const made = await post(url, 'mutation { made: createOrganization(input: { name: "Unit" }) { id } }');
  const input = {
    organizationId: made.data.made.id,
    title: 'Before the storm',
    period: '2021',
    startsAt: '2022-02-10T01:00:00Z',
    timeZone: 'UTC',
  };
  const create = 'mutation ($input: CreateMeetingInput!) { done: createMeeting(input: $input) { meetingId } }';
  return (await post(url, create, { input })).data.done.meetingId;
}
