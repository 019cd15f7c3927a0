// Makes the folder that a database lives in (initdb). Called by ../postgres.ts for a folder that is new. Promises: made aside and
// moved into place whole, so that nobody ever sees half of it, of two that make it at once one wins, and who is told to end leaves nothing.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { markOf } from '../../lock.mjs';
import type { Runner } from './runner';

type Cluster = {
  bin: string;
  dataDir: string;
  user: string;
  runner: Runner;
  /** Whether it must survive a loss of power. */
  durable: boolean;
  signal?: AbortSignal;
};

/** Makes the cluster of a folder that is missing or empty. Throws one sentence when it can't, or the signal's reason when that came first. */
export async function makeCluster({ bin, dataDir, user, runner, durable, signal }: Cluster): Promise<void> {
  const [strange] = fs.existsSync(dataDir) ? fs.readdirSync(dataDir) : [];
  if (strange) throw new Error(`The folder ${dataDir} is not a database (it holds ${strange}): set DATA_DIR to another folder.`);
  sweepHalfMade(dataDir);
  const aside = `${dataDir}.new-${process.pid}`;
  fs.mkdirSync(aside, { mode: 0o700 });
  if (runner.account) fs.chownSync(aside, runner.account.uid, runner.account.gid);
  const args = [
    ...['-D', aside, '-U', user, '--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin'],
    ...['--builtin-locale=C.UTF-8', ...(durable ? [] : ['--no-sync'])],
  ];
  try {
    await run(runner, path.join(bin, 'initdb'), args, signal).catch((error: Error) => {
      signal?.throwIfAborted();
      throw new Error(`The database in ${dataDir} could not be made: ${error.message}`, { cause: error });
    });
    fs.renameSync(aside, dataDir);
  } catch (fault) {
    fs.rmSync(aside, { recursive: true, force: true, maxRetries: 5 });
    const madeMeanwhile = ['ENOTEMPTY', 'EEXIST'].includes((fault as NodeJS.ErrnoException).code ?? '');
    if (!madeMeanwhile) throw fault;
  }
}

/** Runs a program to its end, in a process group of its own: Ctrl-C reaches us alone, and the signal ends the whole group. */
function run(runner: Runner, file: string, args: string[], signal: AbortSignal | undefined): Promise<void> {
  const { command, args: wrapped, account } = runner.wrap(file, args, { endsWithUs: true });
  return new Promise((resolve, reject) => {
    const child = spawn(command, wrapped, { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    let words = '';
    const end = () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It ended at this very moment.
        return;
      }
    };
    if (signal?.aborted) end();
    signal?.addEventListener('abort', end);
    child.stderr.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-4_000)));
    child.once('error', reject);
    child.once('close', (code, ended) => {
      signal?.removeEventListener('abort', end);
      if (code === 0) resolve();
      else reject(new Error(words.trim() || `it ended with ${ended ?? code}`));
    });
  });
}

/** Takes away what starters left that were killed while making the database. */
function sweepHalfMade(dataDir: string): void {
  const folder = path.dirname(dataDir);
  for (const entry of fs.readdirSync(folder)) {
    const [, pid] = entry.startsWith(path.basename(dataDir)) ? (/\.new-(\d+)$/.exec(entry) ?? []) : [];
    if (pid && markOf(Number(pid)) === null) fs.rmSync(path.join(folder, entry), { recursive: true, force: true });
  }
}
