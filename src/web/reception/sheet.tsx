import { useState } from 'preact/hooks';
import { useAction } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { dutyWords } from '../shared/duty.words.js';
import { useSay } from '../shared/language.js';
import { QrCode } from '../shared/qr.js';
import { useStay } from '../shared/stay.js';
import { longDate, shortTime } from '../shared/time.js';
import { languageTag } from './meeting.language.js';
import type { IssuedSlip, Meeting } from './reception.query.js';
import { slipWords } from './slip.words.js';

const ON_A_PAGE = 8;

const inPages = (slips: IssuedSlip[]): IssuedSlip[][] =>
  Array.from({ length: Math.ceil(slips.length / ON_A_PAGE) }, (_, page) =>
    slips.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE),
  );

/** One slip, in the language of the meeting: it is for the participant, not for the operator. */
function Slip({ meeting, slip }: { meeting: Meeting; slip: IssuedSlip }) {
  const language = languageTag(meeting);
  const say = slipWords[language];
  const duty = dutyWords[language];
  const { person, seat, duties } = slip.participant;
  const at = Date.parse(meeting.startsAt);
  return (
    <article class="slip" lang={language === 'zh' ? 'zh-CN' : 'en'} data-testid="printed-slip">
      <header class="slip-head">
        <p class="slip-meeting">{meeting.title}</p>
        <p class="slip-small">
          {longDate(at, meeting.timeZone, language)} {shortTime(at, meeting.timeZone).slice(-5)} {meeting.venue}
        </p>
      </header>
      <div class="slip-who">
        <p class="slip-name">{person.name}</p>
        <p class="slip-fact">{person.organization.name}</p>
        <p class="slip-fact">{person.post}</p>
        <p class="slip-fact">
          {duties.map((one) => duty[one]).join(duty.separator)}
          {seat && (
            <b class="slip-seat">
              {say.seat} {seat}
            </b>
          )}
        </p>
      </div>
      <QrCode text={slip.link} label={say.qr(person.name)} />
      <div class="slip-enter">
        <p class="slip-code" data-testid="code">
          {slip.code}
        </p>
        <p class="slip-small">
          {say.howTo} <b>{slip.link.replace(/^https?:\/\//, '').replace(/#.*/, '')}</b>
        </p>
      </div>
      <p class="slip-foot slip-small">
        {say.expires(shortTime(Date.parse(slip.expiresAt), meeting.timeZone))} · {say.personal}
      </p>
    </article>
  );
}

interface SheetProps {
  meeting: Meeting;
  slips: IssuedSlip[];
  onDone: () => void;
}

/** The slips as they come out of the printer: A4, eight to a page, to be cut apart. [Q8] */
export function Sheet({ meeting, slips, onDone }: SheetProps) {
  const say = useSay(slipWords);
  const action = useAction();
  const [isAsked, setAsked] = useState(false);
  useStay();
  return (
    <div class="sheet" data-testid="sheet">
      <div class="sheet-bar">
        <p class="sheet-warning" role="status">
          {say.keepSafe}
        </p>
        <div class="buttons">
          <button type="button" class="button" onClick={() => window.print()}>
            {say.print(slips.length)}
          </button>
          <button type="button" class="button-plain" onClick={() => setAsked(true)}>
            {say.done}
          </button>
        </div>
        <p class="dim">{say.cut}</p>
      </div>
      {inPages(slips).map((page) => (
        <section key={page[0]?.participant.id} class="sheet-page" aria-label={say.sheet}>
          {page.map((slip) => (
            <Slip key={slip.code} meeting={meeting} slip={slip} />
          ))}
        </section>
      ))}
      {isAsked && (
        <Confirm title={say.leave} yes={say.leaveYes} action={action} onYes={onDone} onNo={() => setAsked(false)}>
          <p>{say.leaveMeans}</p>
        </Confirm>
      )}
    </div>
  );
}
