// The embedded database: a real PostgreSQL from npm, on a Unix socket, in the data folder. Called by start.ts when DATABASE_URL is
// unset, and by the tests. Promises: it ends when this process ends, even by SIGKILL; a server found running is taken over; whatever
// a crash left behind is cleared away.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { binariesDir } from './embedded/binaries';
import { makeCluster } from './embedded/cluster';
import { clearRemains, listens, postmasterOf } from './embedded/postmaster';
import { chooseRunner, reachable, type Runner, type RunnerKind } from './embedded/runner';

export type Connection = { host: string; port: number; user: string; database: string };
export type EmbeddedPostgres = {
  /** Fields for a client of the maintenance database; with another `database` for any other. */
  conn: Connection;
  /** A URL that pg, Prisma and BullMQ understand alike. */
  url(database: string): string;
  stop(): Promise<void>;
  pid: number;
  /** Whether it was already running, started by someone else. */
  adopted: boolean;
  runner: RunnerKind;
  /** How long it took until it answered, in milliseconds. */
  ms: number;
};
type Options = {
  dataDir: string;
  /** What the server itself says, as it says it. */
  log?: (text: string) => void;
  /** Settings in the form `name=value`. */
  flags?: string[];
  /** For root: the one way of running it that may be used. */
  runner?: 'namespace' | 'user';
  /** Ends the start: what was begun is ended, and the start throws the signal's reason. */
  signal?: AbortSignal;
};

const USER = 'kenes';
/** Recovery after a crash may take a while; longer than this is a fault. */
const PATIENCE_MS = 60_000;
/** A server told to stop writes everything to its files first. Where that takes longer it is told to end as it stands, and recovers at the next start. */
const LAST_WRITES_MS = 12_000;
/** A Unix socket's whole path has at most 107 bytes. */
const SOCKET_PATH_LIMIT = 107 - '/.s.PGSQL.5432'.length;

/** Starts (or takes over) the server over `dataDir`, making the folder when it is new. Throws an Error with the server's own words. */
export async function startPostgres({ dataDir: wanted, log = () => {}, flags = [], runner: only, signal }: Options): Promise<EmbeddedPostgres> {
  const began = performance.now();
  const chosen = path.resolve(wanted);
  const runner = chooseRunner(chosen, only);
  const { bin, dataDir } = reachable(runner, await binariesDir(), chosen);
  const socketDir = socketDirOf(dataDir, runner);
  if (!fs.existsSync(path.join(dataDir, 'PG_VERSION'))) await makeCluster({ bin, dataDir, user: USER, runner, durable: !flags.includes('fsync=off'), signal });

  const settings = ['listen_addresses=', `unix_socket_directories=${socketDir}`, ...flags].flatMap((flag) => ['-c', flag]);
  const { command, args, account } = runner.wrap(path.join(bin, 'postgres'), ['-D', dataDir, ...settings], { endsWithUs: true });
  const begin = () => {
    clearRemains(dataDir, socketDir);
    // A process group of its own: Ctrl-C reaches us alone, and the database is stopped last.
    return listenTo(spawn(command, args, { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true }), log);
  };
  const { pid, at, adopted } = await untilItAnswers(dataDir, begin, signal);
  return {
    conn: connection(at),
    url: (database) => `postgresql://${USER}@localhost/${database}?host=${encodeURIComponent(at)}`,
    pid,
    adopted,
    runner: runner.kind,
    ms: Math.round(performance.now() - began),
    stop: () => stop(dataDir, pid),
  };
}

/** Tells the server to stop, and returns when it is gone. */
async function stop(dataDir: string, pid: number): Promise<void> {
  const tell = (word: 'SIGINT' | 'SIGQUIT') => {
    try {
      return process.kill(pid, word);
    } catch {
      return false;
    }
  };
  const runs = () => {
    const found = postmasterOf(dataDir);
    return found.state === 'running' && found.pid === pid;
  };
  if (!tell('SIGINT')) return;
  const until = performance.now() + LAST_WRITES_MS;
  while (runs() && performance.now() < until) await sleep(10);
  if (runs()) tell('SIGQUIT');
  while (runs()) await sleep(10);
}

/** Makes the database `name` where it is missing. Two that try at once both succeed. */
export async function ensureDatabase(conn: Connection, name: string): Promise<void> {
  const client = new pg.Client(conn);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    const madeMeanwhile = ['42P04', '23505'].includes((error as { code?: string }).code ?? '');
    if (!madeMeanwhile) throw error;
  } finally {
    await client.end();
  }
}

const connection = (host: string): Connection => ({ host, port: 5432, user: USER, database: 'postgres' });

function socketDirOf(dataDir: string, runner: Runner): string {
  const name = `kenes-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  const inTemp = path.join(os.tmpdir(), name);
  const dir = Buffer.byteLength(inTemp) <= SOCKET_PATH_LIMIT ? inTemp : path.join('/tmp', name);
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const owner = runner.account ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (process.getuid?.() === 0) fs.chownSync(dir, owner.uid, owner.gid);
  // Whoever owns the folder of the socket could pose as our database.
  if (fs.statSync(dir).uid !== owner.uid) throw new Error(`The folder ${dir} belongs to someone else: remove it, or set TMPDIR to a folder of your own.`);
  return dir;
}

type Child = { process: ChildProcess; words: string; gone: boolean };

function listenTo(process: ChildProcess, log: (text: string) => void): Child {
  const child: Child = { process, words: '', gone: false };
  process.stderr?.setEncoding('utf8').on('data', (text: string) => {
    child.words = (child.words + text).slice(-4_000);
    log(text);
  });
  process.once('exit', () => (child.gone = true));
  process.once('error', (error) => {
    child.words = error.message;
    child.gone = true;
  });
  process.unref();
  (process.stderr as { unref?: () => void } | null)?.unref?.();
  return child;
}

/** Starts as often as needed until a server answers: ours, or one that another process started at the same moment. */
async function untilItAnswers(dataDir: string, start: () => Child, signal: AbortSignal | undefined): Promise<{ pid: number; at: string; adopted: boolean }> {
  const until = performance.now() + PATIENCE_MS;
  let child: Child | null = null;
  for (;;) {
    if (signal?.aborted) await giveUp(child, dataDir);
    signal?.throwIfAborted();
    const found = postmasterOf(dataDir);
    if (found.state === 'running') {
      if (await accepts(found.socketDir)) return { pid: found.pid, at: found.socketDir, adopted: child?.process.pid !== found.pid };
    } else if (!child) child = start();
    else if (child.gone) {
      // Lost to another instance, or the remains of a killed server are still ending: look again.
      if (!/lock file|pre-existing shared memory/.test(child.words)) throw new Error(`PostgreSQL does not start: ${child.words.trim()}`);
      child = null;
      await sleep(100);
    }
    if (performance.now() > until) throw new Error(`PostgreSQL does not answer: ${child?.words.trim() ?? ''}`);
    await sleep(15);
  }
}

/** Ends the server that we began to start; one that another process started is left to it. */
async function giveUp(child: Child | null, dataDir: string): Promise<void> {
  const { pid } = child?.process ?? {};
  if (!child || !pid) return;
  await stop(dataDir, pid);
  while (!child.gone) await sleep(10);
}

const NOT_YET = ['57P03', '57P01', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'];

async function accepts(socketDir: string): Promise<boolean> {
  if (!socketDir || !(await listens(socketDir))) return false;
  const client = new pg.Client(connection(socketDir));
  try {
    await client.connect();
    await client.end();
    return true;
  } catch (error) {
    if (NOT_YET.includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}
