import type { Person } from '../shared/board.query.js';
import { Fit } from './fit.js';
import { brief, details } from './names.js';
import { useSetting } from './setting.js';
import { widthOf } from './width.js';

/** A person at full size. */
export function PersonLines({ person, testid }: { person: Person; testid?: string }) {
  const { language, isFar } = useSetting();
  // To far viewers a line more would make all of them too small.
  const lines = isFar ? person.organization || person.post : details(person, language);
  return (
    <div class="person" data-testid={testid}>
      <Fit class="person-name" text={person.name} isName testid="name" />
      <Fit class="person-details" text={lines} />
    </div>
  );
}

/** In ems. */
const LONG_NAME = 16;

export function PersonBrief({ person, class: name }: { person: Person; class: string }) {
  const { language } = useSetting();
  // A name that fills the line by itself stands without the unit.
  if (widthOf(person.name) > LONG_NAME) return <Fit class={`${name} long`} text={person.name} isName />;
  return <Fit class={name} text={brief(person, language)} />;
}
