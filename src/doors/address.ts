import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * The visitor's address. Each trusted proxy has added the address that it was asked from at the end of X-Forwarded-For; what
 * stands further left the visitor may have made up. [G10]
 */
export function addressOf(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trustedProxies: number,
): string {
  const said = trustedProxies > 0 ? String(headers['x-forwarded-for'] ?? '') : '';
  const hops = said.split(',').map((hop) => plain(hop.trim()));
  const way = [plain(socket.remoteAddress ?? ''), ...hops.filter((hop) => hop !== '').reverse()];
  const known = way.slice(0, trustedProxies + 1);
  // A word that is no address comes from a proxy that hides it: the nearest that is known speaks for it.
  const hidden = known.findIndex((hop) => isIP(hop) === 0);
  return known.at(hidden === -1 ? -1 : Math.max(0, hidden - 1)) ?? '';
}

/** An IPv4 address in its own form, also where it came as IPv6 or with a port. */
function plain(hop: string): string {
  const bare = hop.replace(/^\[([^\]]+)\](:\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return bare.toLowerCase().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/, '');
}
