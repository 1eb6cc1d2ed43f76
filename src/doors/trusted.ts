import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where `npm run schema` puts the list: schema/, seen from dist/src/doors as from src/doors. */
const file = fileURLToPath(
  new URL(
    `${import.meta.url.includes('/dist/src/') ? '../../../' : '../../'}schema/trusted-documents.json`,
    import.meta.url,
  ),
);

/** SHA-256 of every operation that our own screens send. [G14] */
export function readTrusted(): ReadonlySet<string> {
  try {
    return new Set(Object.keys(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    throw new Error(`TRUSTED_DOCUMENTS=yes: the list of documents can't be read: ${(error as Error).message}`);
  }
}
