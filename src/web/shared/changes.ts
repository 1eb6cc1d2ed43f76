import { useEffect, useState } from 'preact/hooks';
import { socketAddress } from './address.js';
import { operation, textOf } from './operation.js';
import { connect, type Version } from './rostrum.client.js';

/** Only says that something has changed: what has, is asked for. */
const Changes = operation(`
  subscription Changes($meetingId: ID!) {
    board(meetingId: $meetingId) { meetingId epoch seq }
  }
`);

/** Calls when the meeting has moved on; answers whether the server is lost. */
export function useChanges(meetingId: string, changed: () => void): boolean {
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const server = connect({
      url: socketAddress(location),
      connection: (lostSince) => setLost(lostSince !== null),
      // The session is over, or sees with other eyes.
      closed: (code) => (code === 4401 || code === 4403) && changed(),
    });
    // Why it is refused is told by the answer that is asked for then.
    server.board<Version>(meetingId, { query: textOf(Changes), next: changed, refused: changed });
    return server.close;
  }, [meetingId]);
  return isLost;
}
