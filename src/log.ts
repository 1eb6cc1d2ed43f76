import { type Logger, pino, stdSerializers } from 'pino';

/**
 * An error as it is logged: what it says and where, and none of what it carries. A statement that fails carries its
 * parameters: texts of the meeting, and hashes of secrets. [E1]
 */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = stdSerializers.err(error);
  const { code } = error as { code?: unknown };
  return { type, message, stack, ...(code !== undefined && { code }) };
}

export const createLog = (level: string): Logger => pino({ level, serializers: { err: errorForLog } });
