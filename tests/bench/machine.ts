import { arch, cpus, release, totalmem, type } from 'node:os';
import { isPinned } from './process.js';
import type { World } from './world.js';

export interface Machine {
  date: string;
  processor: string;
  memory: string;
  system: string;
  node: string;
  postgres: string;
  cores: string;
}

export async function describeMachine({ writer }: World): Promise<Machine> {
  const { rows } = await writer.query('SHOW server_version');
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: `${cpus().length} × ${cpus()[0]?.model.trim() ?? arch()}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${type()} ${release()}`,
    node: `Node ${process.version.slice(1)}`,
    postgres: `PostgreSQL ${rows[0].server_version}`,
    cores: isPinned
      ? 'the server on one core, displays and PostgreSQL on another'
      : 'all processes on all cores: what is said of CPU holds, what is said of time does not',
  };
}
