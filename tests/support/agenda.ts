import type { AgendaItemInput } from '../../src/agenda/agenda.type.js';
import type { Course } from '../../src/meeting/course.js';
import { aMeeting, type Call, play } from './course.js';

export const ids = ({ items }: Course) => items.map(({ id }) => id);
export const positions = ({ items }: Course) => items.map(({ position }) => position);
export const BREAK: AgendaItemInput = { kind: 'INTERMISSION', title: 'Tea' };
export const five = (...calls: Call[]) =>
  play(aMeeting({ agenda: ['OPENING', 'STATEMENT', 'REMARKS', 'STATEMENT', 'CLOSING'] }), ...calls);
