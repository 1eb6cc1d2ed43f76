import { aMeeting, type Call, play } from './course.js';

/** A meeting in each format, and one with a written statement, after a script of commands. */

export const oneByOne = (...calls: Call[]) => play(aMeeting(), ...calls);
export const block = (...calls: Call[]) => play(aMeeting({ meeting: { format: 'BLOCK' } }), ...calls);
export const onPaper = (...calls: Call[]) =>
  play(aMeeting({ agenda: ['WRITTEN_STATEMENTS', 'STATEMENT'], written: 1 }), ...calls);
