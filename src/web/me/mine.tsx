import { useEffect, useState } from 'preact/hooks';
import { SettingContext } from '../board/setting.js';
import { useAnswer } from '../shared/answer.js';
import { useLanguage, useSay, way } from '../shared/language.js';
import { nothingYet, type Sight, watchBoardOf } from '../shared/live.js';
import { Barred, Lost } from '../shared/problem.js';
import { words } from '../shared/words.js';
import { type Board, MeOf, MyBoard } from './me.query.js';
import { meWords } from './me.words.js';
import { MyPlace } from './place.js';
import { placeOf } from './place.rules.js';
import { MyWork } from './work.js';

interface MineProps {
  participantId: string;
  meetingId: string;
  /** Finds out whether they are still signed in. */
  check: () => Promise<void>;
}

/** What a participant sees of the meeting; it follows by itself. [Q14] */
export function Mine({ participantId, meetingId, check }: MineProps) {
  const say = useSay(meWords);
  const { language } = useLanguage();
  const [sight, show] = useState<Sight<Board>>(nothingYet);
  const { data, problem, refresh } = useAnswer(MeOf, { participantId, meetingId });
  const { board, refusal, lostAt, now } = sight;
  useEffect(() => watchBoardOf<Board>({ meetingId, language, query: MyBoard, show }), [meetingId, language]);
  useEffect(() => {
    void refresh();
    void check();
  }, [board?.epoch, board?.seq, refusal]);

  const isLost = (board !== null && lostAt !== null) || problem?.code === 'UNREACHABLE';
  const person = data?.participant && 'duties' in data.participant ? data.participant : null;
  const meeting = data?.meeting;
  const isOver = board?.status === 'CLOSED' || board?.status === 'ARCHIVED';
  const place = meeting ? placeOf(meeting.agenda, participantId, isOver) : null;
  const zone = board?.timeZone ?? 'UTC';
  const textLanguage = board?.language === 'EN' ? ('en' as const) : ('zh-CN' as const);
  const setting = { language, words: words[language], textLanguage, zone, isFar: false, now };
  return (
    <SettingContext.Provider value={setting}>
      <Lost isLost={isLost} />
      <Barred problem={problem} />
      {meeting && person && (
        <article class="me" data-testid="me" data-place={place?.kind ?? 'NONE'}>
          <h1>
            <bdi>{person.person.name}</bdi>
          </h1>
          <p class="entered-meeting">
            <bdi>{meeting.title}</bdi>
          </p>
          {board && <MyPlace board={board} place={place} />}
          {place && <MyWork meeting={meeting} statementId={place.statementId} seq={board?.seq ?? 0} isLost={isLost} />}
          <nav class="me-ways">
            <a href={way('/enter')}>{say.comings}</a>
            <a href={`/board/${encodeURIComponent(meeting.id)}`}>{say.board}</a>
          </nav>
        </article>
      )}
    </SettingContext.Provider>
  );
}
