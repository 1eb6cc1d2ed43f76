import { CloseCode, type Message, MessageType, parseMessage } from 'graphql-ws';

/** How a socket is closed: a code and a sentence. */
export type Closing = readonly [code: number, reason: string];

export const isClosing = (message: Message | Closing): message is Closing => Array.isArray(message);

const UNSUPPORTED_DATA = 1003;
/** Parameters are kept as long as the socket is there: a token and a language need little of it. */
const MOST_OF_INIT = 8 * 1024;
const DEEPEST = 24;

/** A message for graphql-ws, or how the socket is to be closed instead. [G11] */
export function readMessage(data: unknown, isBinary: boolean): Message | Closing {
  if (isBinary) return [UNSUPPORTED_DATA, 'Messages are text'];
  const text = String(data);
  // What can be read in any depth can't be written so.
  if (isNestedTooDeeply(text)) return [CloseCode.BadRequest, 'Nested too deeply'];
  try {
    const message = parseMessage(text);
    const isTooLarge = text.length > MOST_OF_INIT && message.type === MessageType.ConnectionInit;
    return isTooLarge ? [CloseCode.BadRequest, 'Too large'] : message;
  } catch {
    return [CloseCode.BadRequest, 'Invalid message received'];
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...'"\\[]{}'].map((c) => c.charCodeAt(0));

function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isText && code === BACKSLASH) at += 1;
    else if (code === QUOTE) isText = !isText;
    else if (isText) continue;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}
