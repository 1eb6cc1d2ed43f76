import type { AgendaPlan } from '../../src/agenda/plan.outline.js';

/** A plan as the API gives it to the rule where nothing else is said. */
export const aPlan = (plan: Partial<AgendaPlan>): AgendaPlan => ({
  speakerIds: [],
  mode: 'REPLACE',
  withOpening: true,
  withBallot: false,
  withRemarks: false,
  withRequirements: true,
  withClosing: true,
  intermissionSeconds: 900,
  units: {},
  ...plan,
});
