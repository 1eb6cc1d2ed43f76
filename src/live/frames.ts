/** The id that a client gave to its operation, as it stands in JSON: the bytes of its UTF-8, one character each. */
export type OperationId = string;

export function operationId(id: string): OperationId {
  const bytes = Buffer.from(JSON.stringify(id).slice(1, -1)).toString('latin1');
  // Most are as the client sent them, and that is kept anyway.
  return bytes === id ? id : bytes;
}

const HEAD = '{"id":"';
const MIDDLE = '","type":"next","payload":';
const FIN_AND_TEXT = 0x81;
/** Clients choose their ids, and with them how many lengths there are; most choose the same. */
const MOST_LENGTHS = 8;

/** All bytes of some frames but the ids, which are of one length. */
interface Template {
  bytes: Buffer;
  /** Where the id stands in each frame. */
  ids: number[];
}

/**
 * Messages of type `next` (graphql-transport-ws) with the same payloads for many operations, which differ by their ids
 * only. A payload is serialised once and framed once per length of id (RFC 6455, 5.2); each operation's id is put into the same memory.
 */
export class Frames {
  private readonly tails: Buffer[];
  private readonly templates = new Map<number, Template>();

  /** Payloads as JSON. */
  constructor(readonly payloads: readonly string[]) {
    this.tails = payloads.map((payload) => Buffer.from(`${MIDDLE}${payload}}`));
  }

  /** The messages as text. */
  texts(id: OperationId): string[] {
    const text = Buffer.from(id, 'latin1').toString();
    return this.payloads.map((payload) => `${HEAD}${text}${MIDDLE}${payload}}`);
  }

  /** The messages as bytes, ready for the TCP socket, until they are asked for with another id. */
  bytes(id: OperationId): Buffer {
    const { bytes, ids } = this.template(id.length);
    for (const at of ids) bytes.write(id, at, 'latin1');
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
    if (this.templates.size === MOST_LENGTHS) this.templates.clear();
    this.templates.set(length, template);
    return template;
  }
}

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
