import { Display } from './display.js';
import { post } from './process.js';
import { Writers } from './writers.js';

/** A meeting with displays that follow it and operators who keep writing to it. */
export interface Room {
  meetingId: string;
  displays: Display[];
  writers: Writers;
}

/** Displays of each kind that come at once. */
const WAVE = 50;

/** A new meeting, so many displays of each kind, and writers. Each asks for the address whenever it connects. */
export async function fill(address: () => string, count: number, rate: number): Promise<Room> {
  const meetingId = await aDraft(address());
  const displays: Display[] = [];
  // A room fills by and by: in one process with all its displays, handshakes would wait for each other.
  for (let n = 0; n < count; n++) {
    displays.push(new Display('journal', meetingId, address, `journal ${n}`));
    displays.push(new Display('board', meetingId, address, `board ${n}`));
    if (n % WAVE === WAVE - 1) await Promise.all(displays.slice(-2 * WAVE).map((display) => display.reaches(1)));
  }
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
