import { useEffect, useState } from 'preact/hooks';
import { type Connection, connectionOf, untilNextConnection } from '../shared/connection.js';
import { exactTime } from '../shared/time.js';
import { useSetting } from './setting.js';
import { Shape } from './shape.js';

/** The connection in words, changing by itself as time without the server goes by. */
export function useConnection(lostAt: number | null): Connection {
  const [, redraw] = useState(0);
  const now = performance.now();
  const connection = connectionOf(lostAt, now);
  useEffect(() => {
    const wait = untilNextConnection(lostAt, performance.now());
    if (wait === null) return;
    const timer = setTimeout(() => redraw((count) => count + 1), wait + 1);
    return () => clearTimeout(timer);
  }, [lostAt, connection]);
  return connection;
}

/** Tells the room when the screen may be behind. It lies over the foot, so nothing moves when it comes or goes. */
export function Notice({ connection, heardAt }: { connection: Connection; heardAt: number | null }) {
  const { words, zone } = useSetting();
  if (connection === 'live' || connection === 'lost') return null;
  if (connection === 'reconnecting') {
    return (
      <p class="notice" data-testid="reconnecting" role="status">
        <Shape name="ring" />
        {heardAt === null ? words.connecting : words.reconnecting}
      </p>
    );
  }
  return (
    <p class="notice notice-stale" data-testid="stale" role="status">
      <Shape name="triangle" />
      {heardAt === null ? words.unreachable : words.stale(exactTime(heardAt, zone))}
    </p>
  );
}
