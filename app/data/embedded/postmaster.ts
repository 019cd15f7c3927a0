// What is going on in a data folder right now: is a PostgreSQL running there, did one die and leave its papers, are its children
// still ending. Called by ../postgres.ts. Needed because a killed server that nobody has reaped yet still "exists" for PostgreSQL itself.
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

export type Postmaster =
  | { state: 'none' }
  /** The pid file names a process that is dead, or another program that got its number. */
  | { state: 'dead' }
  | { state: 'running'; pid: number; socketDir: string };

const pidFile = (dataDir: string): string => path.join(dataDir, 'postmaster.pid');
const proc = (pid: number | string, what: string): string => fs.readFileSync(`/proc/${pid}/${what}`, 'utf8');

/** Reads postmaster.pid and checks it against the processes that really are there. */
export function postmasterOf(dataDir: string): Postmaster {
  let lines: string[];
  try {
    lines = fs.readFileSync(pidFile(dataDir), 'utf8').split('\n');
  } catch {
    return { state: 'none' };
  }
  const pid = Number(lines[0]);
  return pid && isServer(pid, dataDir) ? { state: 'running', pid, socketDir: lines[4] ?? '' } : { state: 'dead' };
}

function isServer(pid: number, dataDir: string): boolean {
  if (process.platform !== 'linux') {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM';
    }
  }
  try {
    const zombie = proc(pid, 'stat').replace(/^.*\) /s, '').startsWith('Z');
    return !zombie && proc(pid, 'cmdline').includes(dataDir);
  } catch {
    return false;
  }
}

/** Takes away what a dead server left, once none of its children works in the folder any more; PostgreSQL would refuse to start over it. */
export function clearRemains(dataDir: string, socketDir: string): void {
  if (hasOrphans(dataDir)) return;
  if (postmasterOf(dataDir).state === 'dead') fs.rmSync(pidFile(dataDir), { force: true });
  fs.rmSync(path.join(socketDir, '.s.PGSQL.5432.lock'), { force: true });
}

function hasOrphans(dataDir: string): boolean {
  if (process.platform !== 'linux') return false;
  return fs.readdirSync('/proc').some((entry) => {
    try {
      return /^\d+$/.test(entry) && fs.readlinkSync(`/proc/${entry}/cwd`) === dataDir && proc(entry, 'cmdline').startsWith('postgres:');
    } catch {
      return false;
    }
  });
}

/** Whether someone listens on the socket. */
export const listens = (socketDir: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(path.join(socketDir, '.s.PGSQL.5432'));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
