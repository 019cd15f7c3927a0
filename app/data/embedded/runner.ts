// As whom PostgreSQL runs. It refuses to be root, so for root a way around is found that works in containers, under /root and
// on bare machines. Called by ../postgres.ts. Promises that a data folder keeps the owner it was made with.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export type RunnerKind = 'self' | 'namespace' | 'user';
type Account = { uid: number; gid: number };
export type Runner = {
  kind: RunnerKind;
  /** The account it runs under when that is not ours. */
  account: Account | null;
  /** How to spawn `file`; with `endsWithUs` the kernel ends it when this process dies, however it dies. */
  wrap(file: string, args: string[], how?: { endsWithUs: true }): { command: string; args: string[]; account: Partial<Account> };
};

/** Folders of a fall-back account that may not enter the checkout. */
const OUTSIDE = '/var/lib/kenes';
const IN_NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
const ENDS_WITH_PARENT = ['setpriv', '--pdeathsig', 'INT'];

/** Whether it can be run. Throws when it was ended from outside: then nothing is known, and nothing may be decided by it. */
const works = ([command = '', ...args]: string[], account: Partial<Account> = {}): boolean => {
  const { status, signal } = spawnSync(command, args, { ...account, stdio: 'ignore', cwd: '/' });
  if (signal) throw new Error(`${command} was ended by ${signal}`);
  return status === 0;
};

/** Chooses how to run PostgreSQL over `dataDir`; `only` leaves one way for root. Throws one sentence when root has no way. */
export function chooseRunner(dataDir: string, only?: 'namespace' | 'user'): Runner {
  const linux = process.platform === 'linux';
  const tether = linux && works([...ENDS_WITH_PARENT, 'true']) ? ENDS_WITH_PARENT : [];
  const runner = (kind: RunnerKind, before: string[], account: Account | null): Runner => ({
    kind,
    account,
    wrap(file, args, how) {
      const [command = file, ...rest] = [...before, ...(how ? tether : []), file, ...args];
      return { command, args: rest, account: account ?? {} };
    },
  });
  if (process.getuid?.() !== 0) return runner('self', [], null);

  // Made by another account before (say, by an earlier start without root): stay with that account.
  const made = fs.statSync(path.join(dataDir, 'PG_VERSION'), { throwIfNoEntry: false });
  if (made && made.uid !== 0) return runner('user', [], { uid: made.uid, gid: made.gid });
  if (only !== 'user' && linux && works([...IN_NAMESPACE, 'true'])) return runner('namespace', IN_NAMESPACE, null);
  return runner('user', [], postgresAccount());
}

function postgresAccount(): Account {
  const id = (flag: string): number | null => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : null;
  };
  if (id('-u') === null) spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', '--user-group', 'postgres']);
  const uid = id('-u');
  const gid = id('-g');
  if (uid === null || gid === null)
    throw new Error('PostgreSQL can not run as root here: start as another user, or set DATABASE_URL to a PostgreSQL 18 of your own.');
  return { uid, gid };
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Binaries and data folder where the runner's account can reach them: as given, or under /var/lib/kenes. The data folder is then its own. */
export function reachable({ account }: Runner, bin: string, dataDir: string): { bin: string; dataDir: string } {
  fs.mkdirSync(path.dirname(dataDir), { recursive: true });
  if (!account) return { bin, dataDir };
  fs.mkdirSync(OUTSIDE, { recursive: true, mode: 0o755 });
  const enters = (folder: string): boolean => works(['ls', '-d', `${folder}/.`], account);
  const place = {
    bin: enters(bin) ? bin : copyOf(bin),
    dataDir: enters(path.dirname(dataDir)) ? dataDir : path.join(OUTSIDE, `data-${shortHash(dataDir)}`),
  };
  fs.mkdirSync(place.dataDir, { recursive: true, mode: 0o700 });
  handOver(place.dataDir, account);
  return place;
}

function copyOf(bin: string): string {
  const copy = path.join(OUTSIDE, `postgres-${shortHash(bin)}`);
  if (!fs.existsSync(path.join(copy, 'complete'))) {
    fs.cpSync(path.dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
    fs.writeFileSync(path.join(copy, 'complete'), '');
  }
  return path.join(copy, 'bin');
}

/** A data folder that root made in a namespace belongs to root: it is handed over whole. */
function handOver(folder: string, { uid, gid }: Account): void {
  if (fs.statSync(folder).uid === uid) return;
  for (const entry of fs.readdirSync(folder, { recursive: true }) as string[]) fs.lchownSync(path.join(folder, entry), uid, gid);
  fs.chownSync(folder, uid, gid);
}
