import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Request, Router } from 'express';
import type { Visit } from '../access/viewer.js';
import type { AuditFilter } from '../audit/audit.type.js';
import { exported, formats } from '../audit/export.js';
import { wantedBy } from '../audit/filter.js';
import type { Services } from '../context.js';
import { Refusal, type RefusalCode } from '../errors.js';
import { presentError, type ReportBug, tongueOf, translate } from './present.js';

interface Settings {
  services: Pick<Services, 'database' | 'audit'>;
  visitOf: (request: Request) => Promise<Visit>;
  reportBug: ReportBug;
}

const statuses: Partial<Record<RefusalCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  UNAVAILABLE: 503,
  INTERNAL: 500,
};

/** The audit trail as a file, for administrators: read in pages, so that its length does not matter. Is itself in the trail. [H6] */
export function auditExport({ services: { database, audit }, visitOf, reportBug }: Settings): Router {
  const router = Router();
  for (const [name, format] of Object.entries(formats)) {
    router.get(`/audit.${name}`, async (request, response) => {
      const visit = await visitOf(request);
      const filter = filterOf(request.query);
      const note = (outcome: 'DONE' | RefusalCode, detail: Record<string, unknown>) =>
        audit.note(visit, {
          action: 'EXPORT',
          outcome,
          meetingId: filter.meetingId,
          detail: { format: name, ...detail },
        });
      try {
        checkAdministrator(visit);
        const wanted = wantedBy(filter);
        response.set({
          'Content-Type': format.type,
          'Content-Disposition': `attachment; filename="audit.${name}"`,
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
        });
        let lines = 0;
        const file = exported(database.manager, wanted, format, (count) => {
          lines += count;
        });
        // What goes wrong with the first page can still be told.
        const { value } = await file.next();
        response.write(value);
        // Who leaves half-way has what was sent until then.
        await pipeline(Readable.from(file), response).finally(() => note('DONE', { ...given(filter), lines }));
      } catch (error) {
        if (error instanceof Refusal) note(error.code, {});
        // Whoever has part of it sees that the rest is missing.
        if (response.headersSent || response.destroyed) return void response.destroy();
        const told = translate(presentError(error, reportBug), tongueOf(request.headers['accept-language']));
        response.removeHeader('Content-Disposition');
        response.status(statuses[told.extensions?.code as RefusalCode] ?? 400).json({ errors: [told] });
      }
    });
  }
  return router;
}

function checkAdministrator({ viewer }: Visit): void {
  if (viewer.kind === 'PUBLIC') throw new Refusal('UNAUTHENTICATED');
  if (!viewer.isAdministrator) throw new Refusal('FORBIDDEN');
}

/** What stands in a filter. */
const given = (filter: AuditFilter) => Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));

/** The same conditions as the API's, as parameters of the address. */
function filterOf(query: Request['query']): AuditFilter {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const time = (name: string) => {
    const value = one(name);
    return value === null ? null : new Date(value);
  };
  return {
    from: time('from'),
    to: time('to'),
    actorId: one('actorId'),
    actorKind: one('actorKind') as AuditFilter['actorKind'],
    action: one('action'),
    outcome: one('outcome'),
    meetingId: one('meetingId'),
    text: one('text'),
  };
}
