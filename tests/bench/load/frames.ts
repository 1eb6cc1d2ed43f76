const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** A frame as a client sends it. RFC 6455 wants it masked; a mask of zeros is one, and costs the load nothing. */
function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head = length < 126 ? Buffer.alloc(6) : Buffer.alloc(8);
  head[0] = 0x80 | opcode;
  head[1] = 0x80 | (length < 126 ? length : 126);
  if (length >= 126) head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
}

export const textFrame = (text: string): Buffer => frame(TEXT, Buffer.from(text));
export const pongFrame = (payload: Buffer): Buffer => frame(PONG, payload);

export interface Heard {
  /** A whole message lies in these bytes; they are only good until the call returns. */
  message(bytes: Buffer, from: number, to: number): void;
  ping(payload: Buffer): void;
  close(code: number): void;
}

/** Takes a server's bytes as they come, in any pieces, and says what they hold. */
export function createFrameReader(heard: Heard): (chunk: Buffer) => void {
  let rest: Buffer | null = null;
  let parts: Buffer[] = [];

  const take = (first: number, bytes: Buffer, from: number, to: number) => {
    const opcode = first & 0x0f;
    const isFinal = (first & 0x80) !== 0;
    if (opcode === PING) return heard.ping(Buffer.from(bytes.subarray(from, to)));
    if (opcode === CLOSE) return heard.close(to - from >= 2 ? bytes.readUInt16BE(from) : 1005);
    if (opcode === PONG) return;
    if ((first & 0x70) !== 0) throw new Error(`a frame with reserved bits: ${first}`);
    if ((opcode === TEXT) === parts.length > 0) throw new Error(`a frame that does not belong here: ${opcode}`);
    if (isFinal && opcode === TEXT) return heard.message(bytes, from, to);
    parts.push(Buffer.from(bytes.subarray(from, to)));
    if (!isFinal) return;
    const whole = Buffer.concat(parts);
    parts = [];
    heard.message(whole, 0, whole.length);
  };

  return (chunk) => {
    const bytes = rest ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    while (bytes.length - at >= 2) {
      const short = bytes[at + 1]!;
      if (short & 0x80) throw new Error('a server must not mask');
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length - at < head) break;
      const length =
        short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
      const end = at + head + length;
      if (end > bytes.length) break;
      take(bytes[at]!, bytes, at + head, end);
      at = end;
    }
    rest = at === bytes.length ? null : Buffer.from(bytes.subarray(at));
  };
}
