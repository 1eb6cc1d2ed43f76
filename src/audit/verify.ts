import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import { openDatabase } from '../database/open.js';
import { checkTrail } from './trail.load.js';
import { type End, sentence } from './walk.js';

/**
 * `npm run audit`: goes through the whole audit trail and says whether any row was changed or is missing. With
 * `-- --head <hash>@<seq>`, as it has printed earlier, it also finds a trail that was written anew. Ends with 1 if anything
 * is wrong. [H5]
 */
const MOST_LINES = 100;

const { head: given } = parseArgs({ options: { head: { type: 'string' } } }).values;
const noted = given === undefined ? null : endOf(given);
const { database, close } = await openDatabase(readConfig());
let damages = 0;
const { entries, head } = await checkTrail(database, noted, (found) => {
  damages += 1;
  if (damages <= MOST_LINES) process.stdout.write(`${sentence(found)}\n`);
}).finally(close);
const state = damages === 0 ? 'intact' : `DAMAGED in ${damages} place${damages === 1 ? '' : 's'}`;
process.stdout.write(`audit trail: ${entries} entries, head ${head ? `${head.hash}@${head.seq}` : 'none'}, ${state}\n`);
process.exitCode = damages === 0 ? 0 : 1;

function endOf(text: string): End {
  const [, hash, seq] = /^([0-9a-f]{64})@([1-9]\d{0,17})$/.exec(text) ?? [];
  if (hash && seq) return { hash, seq };
  process.stderr.write('--head wants <hash>@<seq>, as npm run audit prints it.\n');
  process.exit(1);
}
