import { useState } from 'preact/hooks';
import { useSetting } from '../board/setting.js';
import { useAction } from '../shared/action.js';
import { Lines } from '../shared/fields.js';
import { ask } from '../shared/http.js';
import { useSay } from '../shared/language.js';
import { Trouble } from '../shared/problem.js';
import { useStay } from '../shared/stay.js';
import { type Statement, WriteStatement } from './me.query.js';
import { meWords } from './me.words.js';

interface TextProps {
  meetingId: string;
  statement: Statement;
  mayWrite: boolean;
  isLost: boolean;
  refresh: () => Promise<void>;
}

/** The text of one's statement: read, handed in and replaced, until the meeting is archived. [Q16] */
export function MyText({ meetingId, statement, mayWrite, isLost, refresh }: TextProps) {
  const say = useSay(meWords);
  const { textLanguage } = useSetting();
  /** What is being written, and what stood there when that began. */
  const [draft, setDraft] = useState<{ text: string; from: string } | null>(null);
  const body = statement.body ?? '';

  return (
    <section class="me-part">
      <h2>{say.text}</h2>
      {draft ? (
        <Writing
          meetingId={meetingId}
          statementId={statement.id}
          text={draft.text}
          set={(text) => setDraft({ ...draft, text })}
          isChangedElsewhere={draft.from !== body}
          isLost={isLost}
          refresh={refresh}
          close={() => setDraft(null)}
        />
      ) : (
        <>
          {body === '' ? (
            <p class="dim">{say.noText}</p>
          ) : (
            <div class="me-text" data-testid="text" lang={textLanguage} dir="auto">
              {body}
            </div>
          )}
          {mayWrite && (
            <button type="button" class="button-plain" onClick={() => setDraft({ text: body, from: body })}>
              {body === '' ? say.handIn : say.edit}
            </button>
          )}
        </>
      )}
    </section>
  );
}

interface WritingProps {
  meetingId: string;
  statementId: string;
  text: string;
  set: (text: string) => void;
  isChangedElsewhere: boolean;
  isLost: boolean;
  refresh: () => Promise<void>;
  close: () => void;
}

/** What was typed stays until it has arrived. */
function Writing({ meetingId, statementId, text, set, isChangedElsewhere, isLost, refresh, close }: WritingProps) {
  const say = useSay(meWords);
  const { isBusy, problem, run } = useAction();
  useStay();
  const save = async (): Promise<void> => {
    const isDone = await run(async () => {
      await ask(WriteStatement, { meetingId, statementId, body: text });
      await refresh();
    });
    if (isDone) close();
  };
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {isChangedElsewhere && (
        <p class="note" role="alert">
          {say.changedElsewhere}
        </p>
      )}
      <Lines label={say.text} value={text} set={set} rows={12} hint={say.characters([...text].length)} />
      <Trouble problem={problem} fields={{ body: say.text }} />
      <div class="buttons">
        <button type="submit" class="button" disabled={isBusy || isLost}>
          {say.save}
        </button>
        <button type="button" class="button-plain" disabled={isBusy} onClick={close}>
          {say.cancel}
        </button>
      </div>
    </form>
  );
}
