import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import { ensureCluster, launchLogged, logTail, prepareSite, type Site } from './embedded.cluster.js';
import { closeSession, isLast, openSession, takeLease } from './embedded.lease.js';
import { clearReusedLock, isPostmaster, runningPostmaster, signalPostmaster } from './embedded.postmaster.js';

export interface EmbeddedDatabase {
  /** Carries an `application_name` of this start's own; `stop` knows its own connections by it. */
  url: string;
  /** Close the connections made with `url` first. Safe to call twice; always ends. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** More `-c` settings, over ours. They hold only if this start is the one that launches PostgreSQL. */
  settings?: Record<string, string>;
  /** A port to insist on; without it any free one is taken. */
  port?: number;
}

const READY_MS = 30_000;
const SHUTDOWN_MS = 10_000;
const POLL_MS = 40;
const REVIVE_MS = 1_000;
/** With growing pauses between them: the children of a killed postmaster take a moment to end. */
const LAUNCHES = 6;

/** Durability stays as PostgreSQL ships it. The log holds no data of the people we serve. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '64MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_destination: 'stderr',
  logging_collector: 'off',
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/**
 * A PostgreSQL of our own, from the binaries npm installed, with its data in `dataDir`. It runs
 * detached: if this process is killed it stays, and the next start attaches to it. Any number of
 * processes may start on one folder at once: PostgreSQL's own lock file lets one launch it, the
 * others attach. A launch that misses the deadline is left running (a long crash recovery ends some
 * time, and a later start then attaches).
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const site = await prepareSite(dataDir);
  const password = await ensureCluster(site, options.settings?.fsync !== 'off');
  const name = `rostrum-${process.pid}-${randomBytes(4).toString('hex')}`;
  const connect = (port: number) => openSession(port, password, name);
  const enter = async (port: number) => takeLease(await connect(port));
  const held = hold(await attach(site, options, enter), (port) => attach(site, { ...options, port }, enter));
  const url = `postgres://rostrum:${password}@127.0.0.1:${held.port}/rostrum?application_name=${name}`;
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= held.release().then((lease) => leave(site, lease, connect, name));
    return stopping;
  };
  return { url, stop };
}

/** Should PostgreSQL end while this process uses it, it is launched again on the same port: the url stays good. */
function hold(first: Client, again: (port: number) => Promise<Client>) {
  const { port } = first;
  let lease = first;
  let isReleased = false;
  let reviving = Promise.resolve();
  const revive = async () => {
    while (!isReleased) {
      try {
        lease = await again(port);
        watch();
        return;
      } catch {
        await delay(REVIVE_MS, undefined, { ref: false });
      }
    }
  };
  const watch = () =>
    lease.once('end', () => {
      if (!isReleased) reviving = revive();
    });
  watch();
  return {
    port,
    release: async () => {
      isReleased = true;
      await reviving;
      return lease;
    },
  };
}

type Enter = (port: number) => Promise<Client>;

/** Connects to the postmaster that runs, and launches one whenever there is none, until a session holds. */
async function attach(site: Site, options: EmbeddedOptions, enter: Enter): Promise<Client> {
  const deadline = Date.now() + READY_MS;
  let child: ChildProcess | undefined;
  let launches = 0;
  let reason: unknown = 'it exits as soon as it is started';
  while (Date.now() < deadline) {
    const postmaster = await runningPostmaster(site.cluster);
    if (postmaster) {
      try {
        return await enter(postmaster.port);
      } catch (error) {
        reason = error;
      }
    } else if (!child || child.exitCode !== null || child.signalCode !== null) {
      if (launches === LAUNCHES) break;
      await delay(100 * launches++);
      await clearReusedLock(site.cluster);
      child = await launchPostgres(site, {
        ...options,
        port: options.port ?? (launches === 1 ? await lastPort(site) : undefined),
      });
      child.on('error', (error) => {
        reason = error;
      });
    }
    await delay(POLL_MS);
  }
  throw new Error(`The embedded PostgreSQL did not start: ${reason}. ${await logTail(site)}`);
}

async function launchPostgres(site: Site, options: EmbeddedOptions): Promise<ChildProcess> {
  const port = options.port ?? (await freePort());
  const settings = Object.entries({ ...SETTINGS, port, ...options.settings });
  const args = ['-D', site.cluster, ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`])];
  const child = await launchLogged(site, 'postgres', args, { cwd: site.cluster, detached: true });
  child.unref();
  return child;
}

/** The port it had last, which others who use this cluster still know. PostgreSQL notes how it was started. */
async function lastPort({ cluster }: Site): Promise<number | undefined> {
  const noted = await readFile(join(cluster, 'postmaster.opts'), 'utf8').catch(() => '');
  return Number(/"port=(\d+)"/.exec(noted)?.[1]) || undefined;
}

/** Free now; somebody may take it before PostgreSQL does, and then the next launch asks for another. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/**
 * Stops PostgreSQL if this process was the last to use it. A cluster that cannot be asked who uses
 * it is left running, and the next start attaches to it.
 */
async function leave(site: Site, lease: Client, connect: Enter, name: string): Promise<void> {
  const sessions = [lease];
  try {
    const postmaster = await runningPostmaster(site.cluster);
    if (!postmaster) return;
    const holds = await lease.query('SELECT').catch(() => undefined);
    if (!holds) sessions.unshift(await connect(postmaster.port));
    if (await isLast(sessions[0] ?? lease, name)) await shutDown(site, postmaster.pid);
  } catch {
    // The sessions are lost, or the postmaster is another user's: not ours to stop.
  } finally {
    await Promise.all(sessions.map(closeSession));
  }
}

/** A fast shutdown, then an immediate one, which costs the next start a recovery but no data. */
async function shutDown(site: Site, pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    await signalPostmaster(site.native, pid, signal);
    const deadline = Date.now() + SHUTDOWN_MS;
    while (Date.now() < deadline) {
      if (!(await isPostmaster(pid, site.cluster))) return;
      await delay(POLL_MS);
    }
  }
}
