import { isIPv6 } from 'node:net';

/**
 * Where an address belongs to, for counting. Whoever has one address of IPv6 has at least all that share its first 64
 * bits; an address of IPv4 is the same when it is written as one of IPv6.
 */
export function networkOf(address: string): string {
  const bare = address.split('%')[0]!;
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.split('::');
  const groups = (part: string | undefined) => (part ? part.split(':') : []);
  const before = groups(head);
  const after = groups(tail);
  // The last group may be an address of IPv4, which stands for two.
  const length = before.length + after.length + (bare.includes('.') ? 1 : 0);
  const whole = tail === undefined ? before : [...before, ...Array(8 - length).fill('0'), ...after];
  return `${whole
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
