import { hash, verify } from '@node-rs/argon2';
import { createTurnstile } from '../access/turnstile.js';
import { meant } from './account.rules.js';

/** What OWASP asks for at least of argon2id, which is the library's kind: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password that nobody has: compared with where there is none, so that it takes as long. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$zsURuTUUzpzFklUHt2DIsA$kmpK4rRG/v2do0lPDssULYHmtJiYxGhUK9z/rtNYv00';

/** So many are reckoned at once: 38 MiB, and half of the threads that the process has for files, names and codes, too. */
const AT_ONCE = 2;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** `work` gets its turn when fewer than two others have theirs, TOO_MANY_ATTEMPTS when too many wait; `matches` compares with nobody's where there is no hash. */
  inTurn<T>(
    work: (matches: (passwordHash: string | null, password: string) => Promise<boolean>) => Promise<T>,
  ): Promise<T>;
}

/** So many wait at most, some twelve seconds; whoever comes then is sent away. */
const LONGEST = 1000;

/**
 * Passwords cost memory by design; two hundred people who sign in at once wait in line instead of exhausting it, and a
 * flood is sent away. [N3]
 */
export function createPasswords(): Passwords {
  const turnstile = createTurnstile(AT_ONCE, LONGEST);
  const inTurn: Passwords['inTurn'] = (work) => turnstile(() => work(matches));
  return { inTurn, hash: (password) => inTurn(() => hash(meant(password), COST)) };
}

/** What is longer than any password can be is not reckoned whole. */
async function matches(passwordHash: string | null, password: string): Promise<boolean> {
  const isSame = await verify(passwordHash ?? NOBODYS, meant(password.slice(0, 1000)));
  return isSame && passwordHash !== null;
}
