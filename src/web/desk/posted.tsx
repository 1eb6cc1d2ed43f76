import { useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { useAction } from '../shared/action.js';
import { Confirm } from '../shared/confirm.js';
import { Field, Lines } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { clockTime } from '../shared/time.js';
import { Aspects, aspectOf } from './aspects.js';
import type { Text } from './autosave.js';
import { CorrectComment, type Posted, RetractComment } from './desk.query.js';
import { deskWords } from './desk.words.js';
import { Said } from './trouble.js';

/** What somebody is about to make of a posted comment, as they read it. */
export interface Change {
  readonly kind: 'CORRECT' | 'RETRACT';
  readonly commentId: string;
  readonly text: Text;
}

interface PostedListProps {
  comments: readonly Posted[];
  timeZone: string;
  /** Whether whoever is here may correct and retract it. */
  mayChange: (comment: Posted) => boolean;
  change: (change: Change) => void;
}

/** What was posted, with its times; corrected or retracted with a reason. [C11] */
export function PostedList({ comments, timeZone, mayChange, change }: PostedListProps) {
  const say = useSay(deskWords);
  const time = (at: string): string => clockTime(Date.parse(at), timeZone);
  return (
    <section class="posted" data-testid="posted">
      <h3>{say.posted}</h3>
      {comments.length === 0 && <p class="dim">{say.nonePosted}</p>}
      <ol class="rows">
        {comments.map((comment) => {
          const { id, body, aspect, status, postedAt, correctedAt, retractedAt, author } = comment;
          const isRetracted = status === 'RETRACTED';
          return (
            <li key={id} class="posted-row" data-testid="posted-comment" data-status={status}>
              <p class="facts dim">
                <bdi>{author.person.name}</bdi>
                {postedAt && <time dateTime={postedAt}>{say.postedAt(time(postedAt))}</time>}
                {correctedAt && !isRetracted && (
                  <time class="badge" dateTime={correctedAt}>
                    {say.correctedAt(time(correctedAt))}
                  </time>
                )}
                {retractedAt && <time dateTime={retractedAt}>{say.retractedAt(time(retractedAt))}</time>}
              </p>
              {body === null ? <p class="dim">{say.retracted}</p> : <Said text={{ body, aspect }} />}
              {body !== null && mayChange(comment) && (
                <div class="buttons">
                  {(['CORRECT', 'RETRACT'] as const).map((kind) => (
                    <button
                      key={kind}
                      type="button"
                      class="quiet-button"
                      onClick={() => change({ kind, commentId: id, text: { body, aspect } })}
                    >
                      {kind === 'CORRECT' ? say.correct : say.retract}
                    </button>
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface ChangeDialogProps {
  change: Change;
  lang: string;
  onDone: () => void;
}

/** Stands above all that follows the meeting: what is typed into it stays, wherever the meeting goes meanwhile. [C11] */
export function ChangeDialog({ change: { kind, ...change }, lang, onDone }: ChangeDialogProps) {
  return kind === 'CORRECT' ? (
    <Correct {...change} lang={lang} onDone={onDone} />
  ) : (
    <Retract {...change} onDone={onDone} />
  );
}

interface DialogProps {
  commentId: string;
  text: Text;
  onDone: () => void;
}

/** Corrects what was read when it began: whoever has corrected it meanwhile is not written over. [C7] */
function Correct({ commentId, text, lang, onDone }: DialogProps & { lang: string }) {
  const say = useSay(deskWords);
  const { attempt } = useConsole();
  const action = useAction();
  const [expected] = useState(text);
  const [{ body, aspect }, setText] = useState(text);
  const [reason, setReason] = useState('');
  const correct = async (): Promise<void> => {
    const variables = { commentId, expected, input: { body, aspect, reason } };
    if (await action.run(() => attempt({ said: say.correct, operation: CorrectComment, variables }))) onDone();
  };
  const press = (event: KeyboardEvent): void => {
    const pressed = aspectOf(event);
    if (!pressed) return;
    event.preventDefault();
    setText({ body, aspect: aspect === pressed ? null : pressed });
  };
  const fields = { body: say.body, reason: say.reason };
  return (
    <Confirm title={say.correctTitle} yes={say.correct} action={action} onYes={correct} onNo={onDone} fields={fields}>
      <div class="form">
        <p>{say.correctMeans}</p>
        <Aspects value={aspect} set={(aspect) => setText({ body, aspect })} />
        <Lines
          label={say.body}
          value={body}
          set={(body) => setText({ body, aspect })}
          rows={6}
          lang={lang}
          onKeyDown={press}
          required
        />
        <Field label={say.reason} hint={say.reasonHint} value={reason} set={setReason} required maxLength={500} />
      </div>
    </Confirm>
  );
}

function Retract({ commentId, text, onDone }: DialogProps) {
  const say = useSay(deskWords);
  const { attempt } = useConsole();
  const action = useAction();
  const [reason, setReason] = useState('');
  const retract = async (): Promise<void> => {
    const variables = { commentId, reason };
    if (await action.run(() => attempt({ said: say.retract, operation: RetractComment, variables }))) onDone();
  };
  const fields = { reason: say.reason };
  return (
    <Confirm
      title={say.retractTitle}
      yes={say.retractYes}
      action={action}
      onYes={retract}
      onNo={onDone}
      fields={fields}
    >
      <div class="form">
        <p>{say.retractMeans}</p>
        <Said text={text} />
        <Field label={say.reason} hint={say.reasonHint} value={reason} set={setReason} required maxLength={500} />
      </div>
    </Confirm>
  );
}
