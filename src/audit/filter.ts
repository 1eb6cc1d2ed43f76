import { anywhere } from '../connection.js';
import { id, instant, text } from '../input.js';
import type { AuditFilter } from './audit.type.js';
import type { Wanted } from './trail.load.js';

/** What a filter means, checked like everything that is sent. */
export function wantedBy(filter: AuditFilter): Wanted {
  const { from, to, actorId, actorKind, action, outcome, meetingId } = filter;
  const word = (field: string, value: string | null | undefined) => value && text(field, value, { max: 100 });
  return {
    from: from && instant('from', from),
    to: to && instant('to', to),
    actorId: actorId == null ? null : id('account', actorId),
    actorKind,
    action: word('action', action),
    outcome: word('outcome', outcome),
    meetingId: meetingId == null ? null : id('meeting', meetingId),
    pattern: filter.text == null ? null : anywhere(filter.text),
  };
}
