import { Choice, Field } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import type { Filled } from './audit.filter.js';
import { auditWords } from './audit.words.js';
import { useMeetingChoices } from './meetings.js';

/** Which entries are looked for. It takes effect as it is filled in. */
export function FilterForm({ filled, set }: { filled: Filled; set: (filled: Filled) => void }) {
  const say = useSay(auditWords);
  const meetings = useMeetingChoices();
  const put = (name: keyof Filled) => (value: string) => set({ ...filled, [name]: value });
  return (
    <fieldset class="filter">
      <legend class="unseen">{say.filter}</legend>
      <Field label={say.text} value={filled.text} set={put('text')} type="search" autoComplete="off" />
      <Field label={say.action} value={filled.action} set={put('action')} autoComplete="off" />
      <Choice
        label={say.outcome}
        value={filled.outcome}
        set={put('outcome')}
        choices={[['', say.all], ['DONE', say.done], ...REFUSALS.map((code) => [code, code] as const)]}
      />
      <Choice
        label={say.actorKind}
        value={filled.actorKind}
        set={put('actorKind')}
        choices={[['', say.all], ...Object.entries(say.actor)]}
      />
      <Choice
        label={say.meeting}
        value={filled.meetingId}
        set={put('meetingId')}
        choices={[['', say.allMeetings], ...meetings]}
      />
      <Field label={say.from} value={filled.from} set={put('from')} type="datetime-local" />
      <Field label={say.to} value={filled.to} set={put('to')} type="datetime-local" />
    </fieldset>
  );
}

/** What is looked for most; any other code is found by the text of an export. */
const REFUSALS = [
  'WRONG_CREDENTIALS',
  'WRONG_CODE',
  'LINK_USED',
  'TOO_MANY_ATTEMPTS',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CONFLICT',
  'WRONG_STATUS',
  'INVALID_INPUT',
  'NOT_FOUND',
];
