import { createHash, randomBytes } from 'node:crypto';

/** A message as it came, or the close. */
export type Received =
  | { type: 'text'; text: string }
  | { type: 'ping' | 'pong'; data: Buffer }
  | { type: 'close'; code: number | null; reason: string };

const [CONTINUATION, TEXT, CLOSE, PING, PONG] = [0x0, 0x1, 0x8, 0x9, 0xa];
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Says where the server's bytes break RFC 6455. */
export class Violation extends Error {}

const demand = (holds: boolean, sentence: string) => {
  if (!holds) throw new Violation(sentence);
};

/**
 * Reads a server's bytes, however they are cut, and takes nothing that RFC 6455 doesn't allow to a server that agreed
 * on no extension. Answers with what has become complete.
 */
function createFrameReader(): (chunk: Buffer) => Received[] {
  let rest: Buffer = Buffer.alloc(0);
  let fragments: Buffer[] = [];
  let isFragmented = false;
  let isClosed = false;

  const control = (opcode: number, data: Buffer): Received => {
    if (opcode !== CLOSE) return { type: opcode === PING ? 'ping' : 'pong', data };
    isClosed = true;
    demand(data.length !== 1, '5.5.1: a close has no body, or a code of two bytes');
    if (data.length === 0) return { type: 'close', code: null, reason: '' };
    const code = data.readUInt16BE(0);
    const isForSending = (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || code >= 3000;
    demand(isForSending && code < 5000, `7.4: ${code} is no code to be sent`);
    return { type: 'close', code, reason: utf8.decode(data.subarray(2)) };
  };

  const message = (opcode: number, isFinal: boolean, data: Buffer): Received | null => {
    demand(opcode === CONTINUATION || opcode === TEXT, `5.2: ${opcode} is no opcode of a text protocol`);
    demand((opcode === CONTINUATION) === isFragmented, '5.4: a continuation follows a fragment, and only that');
    fragments.push(data);
    isFragmented = !isFinal;
    if (!isFinal) return null;
    const text = utf8.decode(Buffer.concat(fragments));
    fragments = [];
    return { type: 'text', text };
  };

  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const received: Received[] = [];
    while (true) {
      const frame = firstFrame(rest);
      if (!frame) return received;
      demand(!isClosed, '5.5.1: nothing follows a close');
      const { isFinal, opcode, data } = frame;
      rest = rest.subarray(frame.size);
      if (opcode < CLOSE) received.push(...[message(opcode, isFinal, data)].filter((one) => one !== null));
      else {
        demand(opcode <= PONG, `5.2: the opcode ${opcode} is reserved`);
        demand(isFinal, '5.5: control frames are not fragmented');
        demand(data.length <= 125, '5.5: control frames have at most 125 bytes');
        received.push(control(opcode, data));
      }
    }
  };
}

/** The frame at the beginning, if it is whole. */
function firstFrame(bytes: Buffer) {
  if (bytes.length < 2) return null;
  const [first, second] = [bytes[0]!, bytes[1]!];
  demand((first & 0x70) === 0, '5.2: reserved bits are 0');
  demand((second & 0x80) === 0, '5.1: a server does not mask');
  const short = second & 0x7f;
  const head = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < head) return null;
  const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  demand(short !== 126 || length > 125, '5.2: the length is written in the fewest bytes');
  demand(short !== 127 || length > 65_535, '5.2: the length is written in the fewest bytes');
  demand(Number.isSafeInteger(length), '5.2: the highest bit of a length is 0');
  const size = head + length;
  if (bytes.length < size) return null;
  return { isFinal: (first & 0x80) !== 0, opcode: first & 0x0f, data: bytes.subarray(head, size), size };
}

/** A client's frame: masked, as it must be. */
export function clientFrame(opcode: 'text' | 'close' | 'ping' | 'pong', data: string | Buffer): Buffer {
  const body = Buffer.from(data as string);
  const mask = randomBytes(4);
  const length = body.length;
  const long = length > 65_535 ? Buffer.alloc(8) : length > 125 ? Buffer.alloc(2) : Buffer.alloc(0);
  if (long.length === 8) long.writeBigUInt64BE(BigInt(length));
  if (long.length === 2) long.writeUInt16BE(length);
  const short = long.length === 8 ? 127 : long.length === 2 ? 126 : length;
  for (let at = 0; at < length; at++) body[at]! ^= mask[at % 4]!;
  return Buffer.concat([
    Buffer.from([0x80 | { text: TEXT, close: CLOSE, ping: PING, pong: PONG }[opcode], 0x80 | short]),
    long,
    mask,
    body,
  ]);
}

const KEY = 'dGhlIHNhbXBsZSBub25jZQ==';

export const handshake = (host: string) =>
  `GET /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\nSec-WebSocket-Key: ${KEY}\r\n\r\n`;

/** Takes the answer to the handshake if it is whole, and gives the bytes after it. */
function readHandshake(bytes: Buffer): Buffer | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const [status = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const accept = createHash('sha1').update(`${KEY}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
  demand(status.startsWith('HTTP/1.1 101 '), `4.2.2: ${status}`);
  demand(headers.get('upgrade')?.toLowerCase() === 'websocket', '4.2.2: upgrade: websocket');
  demand(headers.get('connection')?.toLowerCase() === 'upgrade', '4.2.2: connection: upgrade');
  demand(headers.get('sec-websocket-accept') === accept, '4.2.2: the accept is the hash of the key');
  demand(headers.get('sec-websocket-protocol') === 'graphql-transport-ws', '4.2.2: the protocol is the one asked for');
  demand(!headers.has('sec-websocket-extensions'), '4.2.2: no extension that was not asked for');
  return bytes.subarray(end + 4);
}

/** Reads what a server says, in chunks as they come: its answer to the handshake, of which `opened` is told, then frames. */
export function createReader(opened = () => {}): (chunk: Buffer) => Received[] {
  const read = createFrameReader();
  let head: Buffer | null = Buffer.alloc(0);
  return (chunk) => {
    if (head === null) return read(chunk);
    head = Buffer.concat([head, chunk]);
    const rest = readHandshake(head);
    if (rest === null) return [];
    head = null;
    opened();
    return read(rest);
  };
}
