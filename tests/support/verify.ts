import { expect } from '@jest/globals';
import { restore } from '../../src/journal/diff.js';
import { JournalRow } from '../../src/journal/journal.entity.js';
import { loadLastStep } from '../../src/journal/undo.load.js';
import { undoLastStep } from '../../src/journal/undo.rules.js';
import type { Write } from '../../src/journal/write.js';
import type { Course, Decision } from '../../src/meeting/course.js';
import { loadCourse } from '../../src/meeting/course.load.js';
import { MeetingRow } from '../../src/meeting/meeting.entity.js';
import { perform } from './builders.js';
import type { TestServer } from './server.js';

export async function load({ services }: TestServer, meetingId: string): Promise<Course | null> {
  const { manager } = services.database;
  const meeting = await manager.findOneBy(MeetingRow, { id: meetingId });
  return meeting && loadCourse(manager, meeting);
}

/** Lets every command through to the real writer and hands out what its rule decided. */
function overhear(server: TestServer, hear: (decision: Decision) => void): void {
  const { services } = server;
  const { writeAs } = services;
  // A command's digest holds the rule's name, so the name must stay.
  const heard = <Rule extends (...given: any[]) => Decision>(rule: Rule): Rule => {
    const named = {
      [rule.name]: (...given: any[]) => {
        const decision = rule(...given);
        hear(decision);
        return decision;
      },
    };
    return named[rule.name] as Rule;
  };
  services.writeAs = (visit) => {
    const write = writeAs(visit);
    const overheard: Omit<Write, never> = {
      create: (rule, input, key) => write.create(heard(rule), input, key),
      within: (manager, command, rule, input) => write.within(manager, command, heard(rule), input),
      announce: write.announce,
      undo: async (command) => {
        const course = await load(server, command.meetingId);
        if (course) hear(undoLastStep(course, await loadLastStep(services.database.manager, command.meetingId)));
        return write.undo(command);
      },
    };
    return Object.assign(((command, rule, input) => write(command, heard(rule), input)) as Write, overheard);
  };
}

export interface Verified {
  /** Does a command and compares the receipt, the rows and the journal with what its rule decided; answers the subject's id. */
  verify(name: string, args?: object): Promise<string>;
  /** The mutations that were verified. */
  tried: Set<string>;
}

/**
 * Zulip's verify_action: what a rule decided, overheard inside the server, must be what a fresh load gives; and the rows
 * that the entry keeps must lead back to where it came from.
 */
export function verifying(server: TestServer): Verified {
  let decided: Decision | undefined;
  overhear(server, (decision) => (decided = decision));
  const tried = new Set<string>();
  return {
    tried,
    async verify(name, args = {}) {
      tried.add(name);
      decided = undefined;
      const about = (args as { meetingId?: string }).meetingId;
      const before = about ? await load(server, about) : null;
      const receipt = await perform(server, name, args);
      const after = await load(server, receipt.meetingId);
      if (!decided) throw new Error(`${name} decided nothing`);
      await compare(server, decided, before, after, receipt);
      return receipt.subjectId;
    },
  };
}

async function compare(
  server: TestServer,
  decided: Decision,
  before: Course | null,
  after: Course | null,
  receipt: any,
) {
  const { course, entry, id } = decided;
  expect(receipt).toMatchObject({ subjectId: id, type: entry?.type ?? null });
  if (!course) {
    expect(after).toBeNull();
    return;
  }
  const seq = (before?.meeting.seq ?? 0) + (entry ? 1 : 0);
  expect(receipt.seq).toBe(seq);
  expect(after).toEqual({ ...course, meeting: { ...course.meeting, seq } });

  const { manager } = server.services.database;
  const entries = await manager.find(JournalRow, { where: { meetingId: receipt.meetingId }, order: { seq: 'ASC' } });
  expect(entries.map((row) => row.seq)).toEqual(Array.from({ length: seq }, (_, index) => index + 1));
  if (!entry || !before || !after) return;
  const { type, ...refs } = entry;
  const written = entries.at(-1)!;
  expect(written).toMatchObject({ type, refs, at: new Date(receipt.at) });
  const back = restore(after, written.before);
  const { seq: seqBefore, epoch } = before.meeting;
  expect({ ...back, meeting: { ...back.meeting, seq: seqBefore, epoch } }).toEqual(before);
}
