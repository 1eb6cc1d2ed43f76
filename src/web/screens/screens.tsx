import { useConsole } from '../console/state.js';
import { Displays } from './list.js';

/** The displays of the meeting, in its console. */
export function Screens() {
  const { meeting } = useConsole();
  return <Displays meeting={meeting} />;
}
