import type { WebSocket } from 'ws';
import type { Closing } from './message.js';

const WITHIN = 1_000;

export const TOO_MANY_MESSAGES: Closing = [4429, 'Too many messages'];
export const NOT_READ: Closing = [1008, 'What was sent is not read'];

/** Sends a socket away that does not keep to its limits: nothing of it is read any more, and it is cut off if it stays. [G16] */
export function dismiss(socket: WebSocket, [code, reason]: Closing): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, reason);
  socket.pause();
  setTimeout(cutOff, WITHIN, socket).unref();
}

const cutOff = (socket: WebSocket) => socket.terminate();
