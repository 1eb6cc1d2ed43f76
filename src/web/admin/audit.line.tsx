import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { localMoment } from '../shared/time.js';
import { type AuditEntry, Before } from './audit.query.js';
import { auditWords } from './audit.words.js';

/** JSON as it is read best; what is none stays as it is. */
function spread(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

/** One entry; all that is known of it is folded away. */
export function AuditLine({ entry }: { entry: AuditEntry }) {
  const say = useSay(auditWords);
  const { seq, at, actorKind, actorName, address, action, outcome, meeting, meetingSeq, times } = entry;
  const [isOpen, setOpen] = useState(false);
  const isDone = outcome === 'DONE';
  return (
    <li class="trail-line" data-testid="entry" data-outcome={outcome}>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary class="trail-summary">
          <time class="trail-time" dateTime={at}>
            {localMoment(Date.parse(at))}
          </time>
          <span class="trail-who">
            <bdi>{actorName || say.actor[actorKind]}</bdi> <span class="dim">{address}</span>
          </span>
          <span class="trail-what">
            <b>{action}</b>
            {meeting && <bdi class="trail-meeting dim">{meeting.title}</bdi>}
          </span>
          <span class="trail-outcome">
            <span class={isDone ? 'badge' : 'badge badge-bad'}>{isDone ? say.done : outcome}</span>
            {times > 1 && <span class="dim">{say.times(times)}</span>}
          </span>
        </summary>
        {isOpen && (
          <>
            <Known entry={entry} />
            {meetingSeq !== null && <WhatStood seq={seq} />}
          </>
        )}
      </details>
    </li>
  );
}

function Known({ entry }: { entry: AuditEntry }) {
  const say = useSay(auditWords);
  const { seq, actorKind, actorId, sessionId, meeting, meetingId, meetingSeq, subjectId, detail, hash } = entry;
  const facts: [string, string | null][] = [
    [say.seq, seq],
    [say.actorKind, [say.actor[actorKind], actorId].filter(Boolean).join(' ')],
    [say.session, sessionId],
    [say.meeting, meetingId && [meeting?.title, meetingId].filter(Boolean).join(' ')],
    [say.meetingSeq, meetingSeq === null ? null : String(meetingSeq)],
    [say.subject, subjectId],
    [say.hash, hash],
  ];
  return (
    <>
      <dl class="facts-list">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {detail !== '{}' && <pre class="values">{spread(detail)}</pre>}
    </>
  );
}

/** What stood before, asked for when somebody wants to read it. */
function WhatStood({ seq }: { seq: string }) {
  const say = useSay(auditWords);
  const { isBusy, problem, run } = useAction();
  const [rows, setRows] = useState<{ what: string; id: string; values: string }[] | null>(null);
  // The page that begins after the number above this one begins with this one.
  const after = String(BigInt(seq) + 1n);
  const look = () =>
    run(async () => {
      const { auditTrail } = await ask(Before, { after });
      setRows(auditTrail.entries.find((one) => one.seq === seq)?.before ?? []);
    });
  if (!rows) {
    return (
      <>
        <button type="button" class="quiet-button" disabled={isBusy} onClick={look}>
          {say.beforeShow}
        </button>
        <Trouble problem={problem} />
      </>
    );
  }
  return (
    <section aria-label={say.before} data-testid="before">
      <p class="dim">{rows.length === 0 ? say.beforeNone : `${say.before} · ${say.beforeMeans}`}</p>
      {rows.map(({ what, id, values }) => (
        <pre key={id} class="values">
          {what} {spread(values)}
        </pre>
      ))}
    </section>
  );
}
