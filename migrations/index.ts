import type { MigrationInterface } from 'typeorm';
import { AMeeting1763900000001 } from './0001-a-meeting.js';
import { AnEpoch1764100000002 } from './0002-an-epoch.js';
import { Access1764100000003 } from './0003-access.js';
import { Screens1764100000004 } from './0004-screens.js';
import { Ballot1764200000005 } from './0005-ballot.js';

/** Every migration, in order. */
export const migrations: (new () => MigrationInterface)[] = [
  AMeeting1763900000001,
  AnEpoch1764100000002,
  Access1764100000003,
  Screens1764100000004,
  Ballot1764200000005,
];
