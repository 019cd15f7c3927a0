// Processor time that processes have used, from Linux' /proc: what a thing costs, also where others work on the same machine.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Ground } from './ground';

/** Ticks of the kernel's clock in a second, on every Linux that Node runs on. */
const TICKS = 100;

/** Fields of a process from its state on; empty for one that has ended. */
function statOf(pid: number | string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
  } catch {
    return [];
  }
}

/** Seconds of all threads of a process. */
export const cpuOf = (pid: number): number => {
  const fields = statOf(pid);
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
};

/** Seconds of the ground's PostgreSQL: its living processes and, as their parent counts them, those that have ended. */
export function databaseCpu({ dataDir }: Ground): number {
  const [postmaster = ''] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const living = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && statOf(pid)[1] === postmaster);
  const fields = statOf(postmaster);
  const ended = (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / TICKS;
  return ended + [...living, postmaster].reduce((sum, pid) => sum + cpuOf(Number(pid)), 0);
}
