/** The id that a client gave to its operation, as it stands in JSON. */
export interface OperationId {
  readonly text: string;
  /** Bytes of the text in UTF-8. */
  readonly length: number;
}

export function operationId(id: string): OperationId {
  const text = JSON.stringify(id).slice(1, -1);
  return { text, length: Buffer.byteLength(text) };
}

const HEAD = '{"id":"';
const MIDDLE = '","type":"next","payload":';
const FIN_AND_TEXT = 0x81;
const SLAB = 64 * 1024;

/** All bytes of some frames but the ids, which are of one length. */
interface Template {
  bytes: Buffer;
  /** Where the id stands in each frame. */
  ids: number[];
}

/**
 * Messages of type `next` (graphql-transport-ws) with the same payloads for many operations, which differ by their ids
 * only. A payload is serialised once and framed once per length of id (RFC 6455, 5.2); each operation gets a copy with its id put in.
 */
export class Frames {
  private readonly tails: Buffer[];
  private readonly templates = new Map<number, Template>();
  private slab = NONE;
  private used = 0;

  /** Payloads as JSON. */
  constructor(readonly payloads: readonly string[]) {
    this.tails = payloads.map((payload) => Buffer.from(`${MIDDLE}${payload}}`));
  }

  /** The messages as text. */
  texts({ text }: OperationId): string[] {
    return this.payloads.map((payload) => `${HEAD}${text}${MIDDLE}${payload}}`);
  }

  /** The messages as one piece of memory of the operation's own, ready for the TCP socket. */
  bytes({ text, length }: OperationId): Buffer {
    const template = this.template(length);
    const bytes = this.take(template.bytes.length);
    bytes.set(template.bytes);
    const encoding = text.length === length ? 'latin1' : 'utf8';
    for (const at of template.ids) bytes.write(text, at, length, encoding);
    return bytes;
  }

  private template(length: number): Template {
    const known = this.templates.get(length);
    if (known) return known;
    const ids: number[] = [];
    const parts: Buffer[] = [];
    let at = 0;
    for (const tail of this.tails) {
      const header = headerOf(HEAD.length + length + tail.length);
      ids.push(at + header.length + HEAD.length);
      const parted = [header, Buffer.from(HEAD), Buffer.alloc(length), tail];
      parts.push(...parted);
      at += parted.reduce((sum, part) => sum + part.length, 0);
    }
    const template = { bytes: Buffer.concat(parts), ids };
    this.templates.set(length, template);
    return template;
  }

  /** Memory for many copies is asked for at once. What a socket was given is never used again. */
  private take(size: number): Buffer {
    if (size > SLAB / 4) return Buffer.allocUnsafeSlow(size);
    if (this.used + size > this.slab.length) {
      this.slab = Buffer.allocUnsafeSlow(SLAB);
      this.used = 0;
    }
    this.used += size;
    return this.slab.subarray(this.used - size, this.used);
  }
}

const NONE = Buffer.alloc(0);

/** FIN, opcode text, not masked, and the length in its shortest form. */
function headerOf(length: number): Buffer {
  if (length < 126) return Buffer.from([FIN_AND_TEXT, length]);
  if (length < 65_536) {
    const header = Buffer.from([FIN_AND_TEXT, 126, 0, 0]);
    header.writeUInt16BE(length, 2);
    return header;
  }
  const header = Buffer.alloc(10);
  header[0] = FIN_AND_TEXT;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
