import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

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

/** Whoever has an IPv6 address has 2^64 of them: they count as one. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%')[0]!.split('::');
  const [left, right] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const middle = Array.from({ length: Math.max(0, 8 - left!.length - right!.length) }, () => '0');
  const groups = address.includes('::') ? [...left!, ...middle, ...right!] : left!;
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
