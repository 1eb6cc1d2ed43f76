import type { Board, Item } from '../shared/board.query.js';
import { AgendaList } from './agenda.list.js';
import { Fit } from './fit.js';
import { Label } from './label.js';
import { PersonBrief } from './person.js';
import { useSetting } from './setting.js';
import { Side } from './side.js';

function Current({ item }: { item: Item }) {
  const { words } = useSetting();
  return (
    <div class="current" data-testid="current">
      <Label phase="agenda" word={words.kind[item.kind]}>
        <span class="label-text">{words.now}</span>
      </Label>
      <Fit class="current-title" text={item.title} />
      {item.speaker && <PersonBrief class="current-speaker" person={item.speaker} />}
    </div>
  );
}

function Between({ agenda }: { agenda: Board['agenda'] }) {
  const { words } = useSetting();
  const next = agenda.find((item) => item.status === 'PENDING');
  return (
    <div class="current" data-testid="between">
      <Label phase="agenda" word={words.agenda}>
        {next && <span class="label-text">{words.nextItem}</span>}
      </Label>
      <Fit class="current-title" text={next?.title ?? words.onlySchedule} />
      {next?.speaker && <PersonBrief class="current-speaker" person={next.speaker} />}
    </div>
  );
}

/** The agenda, and large beside it the item that the meeting is dealing with, or the one that comes next. */
export function AgendaStage({ board }: { board: Board }) {
  const { words } = useSetting();
  const { agenda, current } = board;
  const done = agenda.filter((item) => item.status === 'DONE').length;
  return (
    <section class="pair agenda" data-testid="agenda">
      <Side>
        {current ? <Current item={current} /> : <Between agenda={agenda} />}
        <p class="progress" data-testid="progress">
          {words.doneOf(done, agenda.length)}
        </p>
      </Side>
      <AgendaList agenda={agenda} currentId={current?.id ?? null} />
    </section>
  );
}
