import 'reflect-metadata';
import { readConfig } from '../config.js';
import { renewEpochs } from './incarnation.js';
import { openDatabase } from './open.js';

/** `npm run restored`: to be run after a cold copy of the files was put back, which a server can't see by itself. [L8] */
const { database, close } = await openDatabase(readConfig());
await database.transaction(renewEpochs);
await close();
process.stdout.write('Every meeting has a new epoch: its followers will be told RESYNC.\n');
