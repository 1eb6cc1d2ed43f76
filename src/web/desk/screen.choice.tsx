import { useSay } from '../shared/language.js';
import { boardWords } from './board.words.js';
import type { RoomScreen } from './screens.js';

interface ScreenChoiceProps {
  screens: readonly RoomScreen[];
  chosen: RoomScreen;
  choose: (id: string) => void;
}

/** Which of the room's screens is looked at. */
export function ScreenChoice({ screens, chosen, choose }: ScreenChoiceProps) {
  const say = useSay(boardWords);
  return (
    <select
      class="small"
      aria-label={say.view}
      value={chosen.id}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    >
      {screens.map(({ id, name, view }) => (
        <option key={id} value={id}>
          {name === null ? say.views[view] : say.viewOf(name, say.views[view])}
        </option>
      ))}
    </select>
  );
}
