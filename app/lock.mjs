// Says whether this process is the only one that uses a folder. Called by the launcher (one Kenes per data folder), by the
// preparation (one build at a time) and by the tests. Promises: a lock whose holder is dead, however it died, counts as free.
import fs from 'node:fs';
import path from 'node:path';

/** What the kernel knows about a process: null when it is gone or only waits to be reaped, else a mark that a reused pid can't have. */
export function markOf(pid) {
  try {
    const [state, ...rest] = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return state === 'Z' || state === 'X' ? null : rest[18];
  } catch {
    if (process.platform === 'linux') return null;
  }
  try {
    process.kill(pid, 0);
    return 'alive';
  } catch (error) {
    return error.code === 'EPERM' ? 'alive' : null;
  }
}

const read = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

const lives = (holder) => holder !== null && markOf(holder.pid) === holder.mark;

/** Takes a dead holder's lock away, or puts it back when a living process took it at this very moment. */
function clear(file, dead) {
  try {
    fs.renameSync(file, dead);
    if (lives(read(dead))) fs.linkSync(dead, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(dead, { force: true });
  }
}

/**
 * Takes the lock kept in `file`. Returns `{ holder }` (what the holder wrote: pid and more) when another living process has it,
 * else `{ note, release }`: `note(facts)` adds facts for others to read, `release()` gives it up. It is also given up when the process ends.
 * @param {string} file
 * @returns {{ holder: { pid: number, url?: string } } | { note(facts: object): void, release(): void }}
 */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = { pid: process.pid, mark: markOf(process.pid) };
  // Written aside and linked into place: a reader never sees a half-written lock, and only one of two can link.
  const aside = `${file}.${process.pid}`;
  const write = (facts) => fs.writeFileSync(aside, JSON.stringify({ ...mine, ...facts }));
  for (;;) {
    write({});
    try {
      fs.linkSync(aside, file);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const holder = read(file);
      if (lives(holder)) return { holder };
      clear(file, `${aside}.dead`);
    } finally {
      fs.rmSync(aside, { force: true });
    }
  }
  const release = () => {
    if (read(file)?.pid === process.pid) fs.rmSync(file, { force: true });
  };
  process.once('exit', release);
  return {
    note(facts) {
      write(facts);
      fs.renameSync(aside, file);
    },
    release() {
      process.removeListener('exit', release);
      release();
    },
  };
}
