import { useEffect } from 'preact/hooks';
import { useSetting } from '../board/setting.js';
import { useAnswer } from '../shared/answer.js';
import { useSay } from '../shared/language.js';
import { Barred } from '../shared/problem.js';
import { clockTime } from '../shared/time.js';
import { type Comment, type Meeting, MyStatement } from './me.query.js';
import { meWords } from './me.words.js';
import { MyText } from './text.js';

interface WorkProps {
  meeting: Meeting;
  statementId: string;
  /** How far the meeting is: with each step the comments may be others. */
  seq: number;
  isLost: boolean;
}

/** What was said of somebody's statement, and its text. [Q16] */
export function MyWork({ meeting, statementId, seq, isLost }: WorkProps) {
  const say = useSay(meWords);
  const { data, problem, refresh } = useAnswer(MyStatement, { id: statementId });
  useEffect(() => void refresh(), [seq]);
  const statement = data?.statement && 'body' in data.statement ? data.statement : null;
  return (
    <>
      <Barred problem={problem} />
      {statement && (
        <section class="me-part">
          <h2>{say.comments}</h2>
          {statement.comments.length === 0 && <p class="dim">{say.noComments}</p>}
          <ul class="me-comments" data-testid="comments">
            {statement.comments.map((comment) => (
              <OneComment key={comment.id} comment={comment} />
            ))}
          </ul>
        </section>
      )}
      {statement && (
        <MyText
          meetingId={meeting.id}
          statement={statement}
          mayWrite={meeting.status !== 'ARCHIVED'}
          isLost={isLost}
          refresh={refresh}
        />
      )}
    </>
  );
}

function OneComment({ comment }: { comment: Comment }) {
  const say = useSay(meWords);
  const { words, zone, textLanguage } = useSetting();
  const { body, aspect, status, postedAt, author } = comment;
  return (
    <li class="me-comment" data-testid="comment" data-status={status} data-aspect={aspect}>
      <p class="dim">
        <bdi>{author.person.name}</bdi>
        {postedAt && ` · ${clockTime(Date.parse(postedAt), zone)}`}
        {aspect && <b> · {words.aspect[aspect]}</b>}
        {status === 'CORRECTED' && <b> · {say.corrected}</b>}
      </p>
      {body === null ? (
        <p class="dim">{say.retracted}</p>
      ) : (
        <p class="me-said" lang={textLanguage} dir="auto">
          {body}
        </p>
      )}
    </li>
  );
}
