import { useAnswer } from '../shared/answer.js';
import { operation } from '../shared/operation.js';
import { shortTime } from '../shared/time.js';

const RecentMeetings = operation(`
  query RecentMeetings {
    meetings(first: 100) { edges { node { id title startsAt timeZone } } }
  }
`);

/** The newest meetings to choose from: id, and day with title. */
export function useMeetingChoices(): (readonly [id: string, name: string])[] {
  const { data } = useAnswer(RecentMeetings, {});
  const meetings = data?.meetings.edges ?? [];
  return meetings.map(({ node: { id, title, startsAt, timeZone } }) => [
    id,
    `${shortTime(Date.parse(startsAt), timeZone).slice(0, 10)} ${title}`,
  ]);
}
