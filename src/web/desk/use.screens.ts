import { useEffect } from 'preact/hooks';
import { useAnswer } from '../shared/answer.js';
import { type RoomScreen, screensOf } from './screens.js';
import { RoomScreens } from './screens.query.js';

/** All screens that can be shown in small, the hall's first. */
export function useScreens(meetingId: string, seq: number): RoomScreen[] {
  const { data, refresh } = useAnswer(RoomScreens, { meetingId });
  useEffect(() => void refresh(), [seq]);
  return screensOf(data?.meeting?.displays ?? []);
}
