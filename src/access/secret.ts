import { createHash, randomBytes, randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** A token that nobody guesses: 256 bits, for links, cookies and headers. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. A token has so many bits that a fast hash is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Letters and digits that are not taken for one another, read aloud or on paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that people type: so many of 30 signs. */
export const newCode = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A code as it was meant, however it was typed. */
export const spelled = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–—·_]/g, '');

const derive = promisify<string, string, number, Buffer>(scrypt);

/** What is kept of a code. It has so few bits that only a slow hash keeps it from whoever reads the table. */
export const hashCode = async (code: string): Promise<string> =>
  (await derive(spelled(code), 'rostrum slip', 32)).toString('base64url');
