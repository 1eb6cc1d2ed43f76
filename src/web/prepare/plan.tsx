import { useState } from 'preact/hooks';
import { goingOn, outline } from '../../agenda/plan.outline.js';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Button } from '../shared/button.js';
import { Choice } from '../shared/fields.js';
import { useKept } from '../shared/kept.js';
import { useSay } from '../shared/language.js';
import { fieldOf, Trouble } from '../shared/problem.js';
import { words } from '../shared/words.js';
import { planKeptOf } from './kept.rules.js';
import { type Around, Parts } from './plan.parts.js';
import { type Candidate, candidatesOf, kept } from './plan.rules.js';
import { Speakers } from './plan.speakers.js';
import { planWords } from './plan.words.js';
import { PlanAgenda } from './prepare.query.js';

const TIMES = ['plannedSeconds', 'intermissionSeconds'];

/** What was chosen and is not planned yet. */
interface Chosen {
  readonly speakers?: readonly Candidate[];
  readonly mode?: 'REPLACE' | 'APPEND';
  readonly around?: Around;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const seconds = (minutes: string): number => Math.round(Number(minutes) * 60) || 0;

/** “One statement, one comment” for all speakers in one press, with the agenda that it makes shown before. [A15] */
export function Plan() {
  const say = useSay(planWords);
  const { listSeparator } = useSay(words);
  const action = useAction();
  const { meeting, attempt, isBusy, isLost } = useConsole();
  const { participants, agenda } = meeting;
  const now = candidatesOf(participants, agenda);
  const [chosen, keep] = useKept<Chosen>(planKeptOf(meeting.id));
  const [planned, setPlanned] = useState<Around>({
    withOpening: true,
    withBallot: agenda.some(({ kind }) => kind === 'BALLOT'),
    withRemarks: agenda.some(({ kind }) => kind === 'REMARKS'),
    withRequirements: true,
    withClosing: true,
    minutes: String(meeting.plannedSeconds / 60),
    intermissionAfter: '',
    intermissionMinutes: '15',
  });
  const { mode = 'REPLACE', around = planned } = chosen ?? {};
  const choose = (part: Chosen): void => {
    const next = { speakers: now, mode: 'REPLACE', around: planned, ...chosen, ...part };
    keep(isSame([next.speakers, next.mode, next.around], [now, 'REPLACE', planned]) ? null : { ...chosen, ...part });
  };

  const hasStatement = (id: string) =>
    agenda.some(({ statements }) => statements.some(({ speaker }) => speaker.id === id));
  const all = kept(chosen?.speakers ?? now, now);
  const isAppending = agenda.length > 0 && mode === 'APPEND';
  // Nobody makes a second statement.
  const candidates = isAppending ? all.filter(({ id }) => !hasStatement(id)) : all;
  const by = (way: Candidate['way']) => candidates.filter((one) => one.way === way).map(({ id }) => id);
  const speakerIds = by('ON_SITE');
  const after = Math.min(Number(around.intermissionAfter), speakerIds.length);
  const { minutes, intermissionAfter: _, intermissionMinutes, ...parts } = around;
  const own = seconds(minutes);
  const input = {
    ...parts,
    speakerIds,
    writtenSpeakerIds: by('WRITTEN'),
    mode,
    plannedSeconds: own === meeting.plannedSeconds ? null : own,
    intermissionAfter: after > 0 ? after : null,
    intermissionSeconds: seconds(intermissionMinutes),
  };
  const units = Object.fromEntries(participants.map(({ id, person }) => [id, person.organization.name]));
  const former = isAppending ? [] : agenda.filter(({ status }) => status === 'PENDING');
  const preview = goingOn(
    outline(meeting.language, { ...input, units }),
    former,
    ({ statements }) => statements[0]?.speaker.id,
  );
  const nameOf = (id: string) => participants.find((one) => one.id === id)?.person.name ?? '';
  const gone = agenda.length > 0 && !isAppending ? by('NOT').filter(hasStatement).map(nameOf) : [];
  const yes = agenda.length === 0 ? say.yes : isAppending ? say.yesAppend : say.yesReplace;

  const plan = async (): Promise<void> => {
    const command = { said: yes, operation: PlanAgenda, variables: { input }, expectedSeq: meeting.seq };
    if (!(await action.run(() => attempt(command)))) return;
    setPlanned(around);
    keep(null);
  };

  if (all.length === 0) return <p class="dim">{say.noSpeakers}</p>;
  return (
    <form
      class="plan"
      onSubmit={(event) => {
        event.preventDefault();
        void plan();
      }}
    >
      <div class="plan-choice">
        {agenda.length > 0 && (
          <Choice
            label={say.mode}
            value={mode}
            set={(value) => choose({ mode: value === 'APPEND' ? 'APPEND' : 'REPLACE' })}
            choices={[
              ['REPLACE', say.replace],
              ['APPEND', say.append],
            ]}
          />
        )}
        <p class="legend">{say.speakers}</p>
        <Speakers candidates={candidates} set={(speakers) => choose({ speakers })} participants={participants} />
        <Parts
          around={around}
          set={(next) => choose({ around: next })}
          count={speakerIds.length}
          problem={action.problem}
        />
      </div>
      <section class="plan-preview" aria-label={say.preview}>
        <p class="legend">{say.preview}</p>
        <ol data-testid="preview">
          {preview.map(({ kind, title, plannedSeconds, speakerIds: ids }, index) => (
            <li key={`${kind} ${ids.join()} ${index}`} data-kind={kind}>
              <bdi>{title}</bdi>
              <span class="dim">
                {[ids.map(nameOf).join(listSeparator), plannedSeconds && say.minutesOf(plannedSeconds / 60)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
        {gone.length > 0 && <p class="note">{say.gone(gone.join(listSeparator))}</p>}
        <Trouble problem={action.problem && !TIMES.includes(fieldOf(action.problem)) ? action.problem : null} />
        <Button
          type="submit"
          class="button"
          isOff={isBusy || isLost || speakerIds.length + input.writtenSpeakerIds.length === 0}
        >
          {yes}
        </Button>
        <p class="dim" role="status">
          {say.chosen(speakerIds.length + input.writtenSpeakerIds.length)}
        </p>
      </section>
    </form>
  );
}
