import { useState } from 'preact/hooks';
import { useAnswer } from '../shared/answer.js';
import { useSay } from '../shared/language.js';
import { Barred, Lost } from '../shared/problem.js';
import { useSettled } from '../shared/settled.js';
import { exportAddress, type Filled, filterOf, nothing } from './audit.filter.js';
import { FilterForm } from './audit.form.js';
import { AuditLine } from './audit.line.js';
import { AuditTrail } from './audit.query.js';
import { auditWords } from './audit.words.js';

const PAGE = 50;

/** Who did, or was refused, what, when and from where: the newest first. [Q11] */
export function Audit() {
  const say = useSay(auditWords);
  const [filled, setFilled] = useState<Filled>(nothing);
  /** Where the pages that were left begin; the last is shown. */
  const [pages, setPages] = useState<(string | null)[]>([null]);
  const text = useSettled(filled.text);
  const action = useSettled(filled.action);
  const filter = filterOf({ ...filled, text, action });
  const after = pages.at(-1) ?? null;
  const { data, problem } = useAnswer(AuditTrail, { first: PAGE, after, filter });
  const trail = data?.auditTrail;
  const older = trail?.pageInfo.hasNextPage ? trail.pageInfo.endCursor : null;

  const look = (change: Filled): void => {
    setFilled(change);
    setPages([null]);
  };
  return (
    <>
      <Lost isLost={problem?.code === 'UNREACHABLE'} />
      <Barred problem={problem} />
      <FilterForm filled={filled} set={look} />
      <p class="exports">
        {say.export} <a href={exportAddress('csv', filter)}>CSV</a>{' '}
        <a href={exportAddress('jsonl', filter)}>JSON Lines</a>
      </p>
      {trail?.entries.length === 0 && <p class="dim">{say.none}</p>}
      <ul class="rows trail" data-testid="trail">
        {trail?.entries.map((entry) => (
          <AuditLine key={entry.seq} entry={entry} />
        ))}
      </ul>
      <div class="buttons other-way">
        {pages.length > 1 && (
          <button type="button" class="button-plain" onClick={() => setPages(pages.slice(0, -1))}>
            {say.newer}
          </button>
        )}
        {older && (
          <button type="button" class="button-plain" onClick={() => setPages([...pages, older])}>
            {say.older}
          </button>
        )}
      </div>
    </>
  );
}
