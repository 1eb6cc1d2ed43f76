import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, isOnThisComputer, readConfig } from '../config.js';

/** Where the server keeps the token of the demo's operator. */
export const tokenFile = ({ DATA_DIR }: Pick<Config, 'DATA_DIR'>): string => join(DATA_DIR, 'operator-token');

/**
 * The token to rehearse with, empty if there is none. The demo's operator of this computer is nobody elsewhere, and no
 * other server is to learn the token. [N15]
 */
export async function tokenFor(
  url: string,
  config: Pick<Config, 'DATA_DIR' | 'ROSTRUM_TOKEN'> = readConfig(),
): Promise<string> {
  if (config.ROSTRUM_TOKEN !== '' || !isOnThisComputer(url)) return config.ROSTRUM_TOKEN;
  return (await readFile(tokenFile(config), 'utf8').catch(() => '')).trim();
}
