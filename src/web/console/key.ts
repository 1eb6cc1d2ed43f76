/** A key that no other command has. Pages that came without TLS, as in a hall's own network, have no randomUUID(). */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
