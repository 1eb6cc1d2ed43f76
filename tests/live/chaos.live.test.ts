import { expect, it } from '@jest/globals';
import { rage } from '../chaos/chaos.js';

it('[L11] loses, doubles and disorders nothing while servers, the database and the doorbell die again and again', async () => {
  const { faults, facts, reasons } = await rage({ seconds: 16 });
  expect(reasons).toEqual([]);
  expect(Object.entries(faults).filter(([, count]) => count > 0)).toEqual([]);
  // That it was a storm: everything died, and work went on.
  expect(facts.kills).toBeGreaterThan(1);
  expect(facts['database crashes']).toBeGreaterThan(0);
  expect(facts['doorbells cut']).toBeGreaterThan(1);
  expect(facts['entries delivered']).toBeGreaterThan(1_000);
  expect(facts['boards delivered']).toBeGreaterThan(1_000);
}, 240_000);
