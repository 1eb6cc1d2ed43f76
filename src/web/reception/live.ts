import { useEffect, useState } from 'preact/hooks';
import { socketAddress } from '../shared/address.js';
import { textOf } from '../shared/operation.js';
import { connect, type Version } from '../shared/rostrum.client.js';
import { ReceptionChanges } from './reception.query.js';

/** Calls when the meeting has moved on; answers whether the server is lost. [Q6] */
export function useChanges(meetingId: string, changed: () => void): boolean {
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const server = connect({ url: socketAddress(location), connection: (lostSince) => setLost(lostSince !== null) });
    // What is refused is told by the answer that is asked for then.
    server.board<Version>(meetingId, { query: textOf(ReceptionChanges), next: changed, refused: changed });
    return server.close;
  }, [meetingId]);
  return isLost;
}
