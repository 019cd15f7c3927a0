// An earlier release as it was: its files from the history of git in a folder of its own, with packages of its own, built there as it builds itself.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Says in one sentence why the release can't be had. */
export class NoRelease extends Error {}

export type Commit = { id: string; at: string; title: string };

const MIGRATIONS = 'prisma/migrations';
const MOST_BYTES = 512 * 1024 * 1024;

function git(...args: string[]): Buffer {
  const { status, stdout, stderr } = spawnSync('git', args, { maxBuffer: MOST_BYTES });
  if (status !== 0) throw new NoRelease(`git ${args.join(' ')}: ${String(stderr).trim() || 'not there'}`);
  return stdout;
}

/** The commit that `name` means. */
export function commitOf(name: string): Commit {
  const shallow = spawnSync('git', ['rev-parse', '--is-shallow-repository'], { encoding: 'utf8' });
  if (shallow.status !== 0) throw new NoRelease('There is no history of git here: clone the repository.');
  try {
    const [id = '', at = '', title = ''] = String(git('log', '-1', '--format=%H%n%cI%n%s', `${name}^{commit}`))
      .trim()
      .split('\n');
    return { id, at, title };
  } catch (error) {
    if (shallow.stdout.trim() === 'true')
      throw new NoRelease(`The history of this clone does not reach ${name}: git fetch --unshallow brings it.`, {
        cause: error,
      });
    throw error;
  }
}

/** Puts the files of a commit into an empty folder, and builds it. Packages are linked where it has the same, else installed by itself. */
export function buildIn(folder: string, { id }: Commit): void {
  const unpacked = spawnSync('tar', ['-x', '-C', folder], { input: git('archive', '--format=tar', id) });
  if (unpacked.status !== 0) throw new NoRelease(`tar: ${String(unpacked.stderr).trim()}`);
  const samePackages = git('show', `${id}:package-lock.json`).equals(git('show', 'HEAD:package-lock.json'));
  if (samePackages) spawnSync('cp', ['-al', path.resolve('node_modules'), path.join(folder, 'node_modules')]);
  const built = spawnSync(process.execPath, [path.join(folder, 'app/prepare.mjs')], { encoding: 'utf8' });
  if (built.status !== 0 || !existsSync(path.join(folder, 'build/start.js')))
    throw new NoRelease(`It could not be built: ${built.stderr.trim() || built.stdout.trim()}`);
}

/** Migrations that are here and not there. */
export function migrationsSince(folder: string): string[] {
  const known = new Set(readdirSync(path.join(folder, MIGRATIONS)));
  return readdirSync(MIGRATIONS).filter((name) => !known.has(name));
}
