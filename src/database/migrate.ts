import 'reflect-metadata';
import { readConfig } from '../config.js';
import { openDatabase } from './open.js';

/** `npm run migrate`: brings the database up to date. A server does the same when it starts. */
const { close } = await openDatabase(readConfig());
await close();
