import { useEffect, useState } from 'preact/hooks';
import { useConsole } from '../console/state.js';
import { Choice } from '../shared/fields.js';
import { useSay } from '../shared/language.js';
import { type Draft, isBlank } from './autosave.js';
import { deskWords } from './desk.words.js';
import { DraftCard } from './draft.js';
import { Post } from './post.js';
import { type Change, ChangeDialog, PostedList } from './posted.js';
import { type Extent, Preview } from './preview.js';
import { StatementChoice, useChosen } from './statement.choice.js';
import { type Counted, commentsWith, inOrder, presentOf, shownOf } from './statements.js';
import { type DeskState, useDrafts } from './use.desk.js';

/** The desk itself: the drafts on one statement side by side, the board as it will be, and what was posted. */
export function Drafting({ desk }: { desk: DeskState }) {
  const say = useSay(deskWords);
  const { board } = useConsole();
  const drafts = useDrafts(desk.drafts);
  const statements = inOrder(desk.meeting);
  const isBegun = (id: string): boolean => drafts.some((one) => one.statementId === id && !isBlank(one.text));
  const [change, setChange] = useState<Change | null>(null);
  const { chosen, choose } = useChosen(statements, presentOf(board), isBegun);
  if (!chosen) return <p class="dim">{say.noneAtAll}</p>;
  return (
    <div class="drafting">
      <StatementChoice
        statements={statements}
        drafts={drafts}
        presentId={presentOf(board)}
        chosen={chosen}
        choose={choose}
      />
      {desk.authors.length === 0 && <p class="note">{say.nobody}</p>}
      <OnStatement key={chosen.id} desk={desk} statement={chosen} all={drafts} change={setChange} />
      {change && <ChangeDialog change={change} lang={langOf(desk)} onDone={() => setChange(null)} />}
    </div>
  );
}

const langOf = ({ meeting }: DeskState): string => (meeting.language === 'EN' ? 'en' : 'zh-CN');

interface OnStatementProps {
  desk: DeskState;
  statement: Counted;
  all: readonly Draft[];
  change: (change: Change) => void;
}

function OnStatement({ desk, statement, all, change }: OnStatementProps) {
  const say = useSay(deskWords);
  const { meeting, drafts, authors, hasLooked } = desk;
  const own = all.filter(({ statementId }) => statementId === statement.id);
  const [chosenId, setAuthor] = useState<string | null>(null);
  const [shownId, show] = useState<string | null>(null);
  const [posting, setPosting] = useState<Draft | null>(null);
  const [extent, setExtent] = useState<Extent | null>(null);
  const shown = own.find(({ id }) => id === shownId) ?? own[0];
  const authorOf = (id: string) => meeting.participants.find((participant) => participant.id === id);
  // Commenters may be appointed, and dismissed, while the desk is open.
  const authorId = (authors.find(({ id }) => id === chosenId) ?? authors[0])?.id ?? null;
  const lang = langOf(desk);
  const isBare = hasLooked && own.length === 0 && authorId !== null;
  // Whoever comes to the desk can type at once; nothing of it is kept anywhere until they do.
  useEffect(() => {
    if (isBare) drafts.begin(statement.id, authorId);
  }, [isBare]);

  const post = async (draft: Draft): Promise<void> => {
    show(draft.id);
    // What can't be saved says by itself why, and is not posted.
    setPosting(await drafts.save(draft.id));
  };
  const lasting = meeting.status === 'LIVE' ? say.until[statement.phase] : say.until[meeting.status];
  return (
    <div class="on-statement">
      <div class="drafts" data-testid="drafts">
        {own.map((draft, index) => (
          <DraftCard
            key={draft.id}
            draft={draft}
            number={index + 1}
            drafts={drafts}
            author={authorOf(draft.authorId)?.person.name ?? ''}
            lang={lang}
            obstacle={lasting ?? null}
            isShown={draft.id === shown?.id}
            onShow={() => show(draft.id)}
            onPost={() => void post(draft)}
          />
        ))}
        {authorId !== null && (
          <div class="another">
            {authors.length > 1 && (
              <Choice
                label={say.author}
                value={authorId}
                set={setAuthor}
                choices={authors.map(({ id, person }) => [id, person.name])}
              />
            )}
            <button type="button" class="button-plain" onClick={() => show(drafts.begin(statement.id, authorId))}>
              {say.another}
            </button>
            {lasting && <p class="hint">{lasting}</p>}
            <p class="hint keys">{say.keys}</p>
          </div>
        )}
      </div>
      <Preview
        meetingId={meeting.id}
        seq={meeting.seq}
        statement={shownOf(statement)}
        comments={commentsWith(statement, shown, shown && authorOf(shown.authorId))}
        extent={extent}
        onExtent={setExtent}
      />
      <PostedList
        comments={statement.comments}
        timeZone={meeting.timeZone}
        change={change}
        mayChange={({ author }) => meeting.status !== 'ARCHIVED' && (desk.isOperator || author.id === desk.ownId)}
      />
      {posting && (
        <Post
          draft={posting}
          drafts={drafts}
          speaker={statement.speaker.person.name}
          extent={extent}
          onDone={() => setPosting(null)}
        />
      )}
    </div>
  );
}
