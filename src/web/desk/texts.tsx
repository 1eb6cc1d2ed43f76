import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { useAnswer } from '../shared/answer.js';
import { Button } from '../shared/button.js';
import { Confirm } from '../shared/confirm.js';
import { Choice, Lines } from '../shared/fields.js';
import { useKept } from '../shared/kept.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import type { Meeting } from './desk.query.js';
import { deskWords } from './desk.words.js';
import { Elsewhere } from './elsewhere.js';
import { inOrder } from './statements.js';
import { DropWritten, StatementText, WriteStatement } from './texts.query.js';
import { WrittenForm } from './written.form.js';

/** The texts that speakers hand in, for those who take them down; and statements on paper alone. [C12] */
export function Texts({ meeting }: { meeting: Meeting }) {
  const say = useSay(deskWords);
  const statements = inOrder(meeting);
  const [chosenId, choose] = useState<string | null>(null);
  const chosen = statements.find(({ id }) => id === chosenId) ?? statements[0];
  const choices = statements.map(({ id, mode, number, speaker: { person } }) => {
    const facts = [`${number} ${person.name}`, person.organization.name, mode === 'WRITTEN' ? say.written : null];
    return [id, facts.filter(Boolean).join(' · ')] as const;
  });
  return (
    <section class="texts" data-testid="texts">
      {chosen && (
        <>
          <Choice label={say.statement} value={chosen.id} set={choose} choices={choices} />
          <OneText key={chosen.id} meeting={meeting} statementId={chosen.id} />
          {chosen.mode === 'WRITTEN' && chosen.phase === 'WAITING' && chosen.comments.length === 0 && (
            <Drop seq={meeting.seq} statementId={chosen.id} speaker={chosen.speaker.person.name} />
          )}
        </>
      )}
      <WrittenForm meeting={meeting} />
    </section>
  );
}

/** What was handed in meanwhile by the speaker is shown, and replaced only knowingly. */
function OneText({ meeting, statementId }: { meeting: Meeting; statementId: string }) {
  const say = useSay(deskWords);
  const { attempt, board } = useConsole();
  const action = useAction();
  const { data, refresh } = useAnswer(StatementText, { meetingId: meeting.id, statementId });
  const [typed, keep] = useKept<{ body: string; over: string }>(`text ${statementId}`);
  useEffect(() => void refresh(), [board.seq]);
  if (!data?.statement || !('body' in data.statement)) return null;
  const present = data.statement.body ?? '';
  const isChangedElsewhere = typed !== null && typed.over !== present;
  const isOver = meeting.status === 'ARCHIVED';
  const body = typed?.body ?? present;

  const save = async (): Promise<void> => {
    const variables = { statementId, body };
    const command = { said: say.asBefore, operation: WriteStatement, variables, expectedSeq: data.meeting?.seq };
    if (await action.run(() => attempt(command))) {
      await refresh();
      keep(null);
    }
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isChangedElsewhere) void save();
      }}
    >
      <Lines
        label={say.text}
        hint={say.characters([...body.trim()].length)}
        value={body}
        set={(body) => keep({ body, over: typed?.over ?? present })}
        rows={14}
        maxLength={50_000}
        lang={meeting.language === 'EN' ? 'en' : 'zh-CN'}
      />
      {isChangedElsewhere && (
        <Elsewhere said={present} keepMine={() => keep({ body, over: present })} takeTheirs={() => keep(null)} />
      )}
      <Trouble problem={action.problem} fields={{ body: say.text }} />
      <div class="buttons">
        <Button
          type="submit"
          class="button"
          isOff={action.isBusy || isChangedElsewhere || isOver || typed === null || body.trim() === ''}
        >
          {say.asBefore}
        </Button>
        <span class="hint" role="status">
          {typed !== null ? say.notSavedYet : present !== '' && say.saved}
        </span>
      </div>
    </form>
  );
}

function Drop({ seq, statementId, speaker }: { seq: number; statementId: string; speaker: string }) {
  const say = useSay(deskWords);
  const { attempt } = useConsole();
  const action = useAction();
  const [isAsked, setAsked] = useState(false);
  const command = { said: say.drop, operation: DropWritten, variables: { statementId }, expectedSeq: seq };
  const drop = async (): Promise<void> => {
    if (await action.run(() => attempt(command))) setAsked(false);
  };
  return (
    <>
      <p class="buttons">
        <button type="button" class="quiet-button" onClick={() => setAsked(true)}>
          {say.dropWritten}
        </button>
      </p>
      {isAsked && (
        <Confirm title={say.dropWritten} yes={say.drop} action={action} onYes={drop} onNo={() => setAsked(false)}>
          <p>
            <bdi>{speaker}</bdi>
          </p>
        </Confirm>
      )}
    </>
  );
}
