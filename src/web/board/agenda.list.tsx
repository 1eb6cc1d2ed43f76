import { useRef } from 'preact/hooks';
import type { Item } from '../shared/board.query.js';
import { Fit } from './fit.js';
import { useRoom } from './room.js';
import { useSetting } from './setting.js';
import { Shape, type ShapeName } from './shape.js';
import { windowOf } from './window.js';

const SHAPES: Record<Item['status'], ShapeName | null> = {
  PENDING: null,
  CURRENT: 'arrow',
  DONE: 'check',
  SKIPPED: 'dash',
};

function Row({ item, isCurrent }: { item: Item; isCurrent: boolean }) {
  const { words, language } = useSetting();
  const status = isCurrent ? 'CURRENT' : item.status;
  const shape = SHAPES[status];
  const name = item.speaker && !item.title.includes(item.speaker.name) ? item.speaker.name : '';
  const title = [item.title, name].filter(Boolean).join(language === 'zh' ? '　' : '\n');
  return (
    <li class="row" data-status={status} data-testid="item">
      <span class="row-mark">{shape ? <Shape name={shape} /> : item.position}</span>
      <Fit class="row-text" text={title} />
      {status === 'SKIPPED' && <span class="row-word">{words.skipped}</span>}
    </li>
  );
}

/** As many items as fit, around the current one: done, current, skipped and to come are told by shape and colour. */
export function AgendaList({ agenda, currentId }: { agenda: readonly Item[]; currentId: string | null }) {
  const { textLanguage } = useSetting();
  const list = useRef<HTMLOListElement>(null);
  const room = useRoom(list);
  const current = agenda.findIndex((item) => item.id === currentId);
  const next = agenda.findIndex((item) => item.status === 'PENDING');
  const around = current >= 0 ? current : next >= 0 ? next : agenda.length - 1;
  return (
    <ol ref={list} class="rows rows-agenda" lang={textLanguage}>
      {windowOf(agenda, around, room).map((item) => (
        <Row key={item.id} item={item} isCurrent={item.id === currentId} />
      ))}
    </ol>
  );
}
