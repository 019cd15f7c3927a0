// The keys that sign the public register (Ed25519): from the environment, or files in the data folder, of which the first is made on first
// use. The last one is wanted; an older one signs until its statement has announced the change.
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** `id`: its public half, as statements name it. */
export type SigningKey = { id: string; sign(text: string): string };
export type Keyring = {
  /** Every key there is, the wanted one last; never empty. */
  read(): Promise<SigningKey[]>;
  /** Makes another, wanted from now on. Throws where keys come from the environment. */
  rotate(): Promise<SigningKey>;
};

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;

function signingKey(key: KeyObject): SigningKey {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('a key of the register is not an Ed25519 key');
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  if (!x) throw new Error('a key of the register has no public half');
  return { id: x, sign: (text) => sign(null, Buffer.from(text), key).toString('base64url') };
}

/** Keys given as PKCS#8 PEM, one after another, the wanted one last. */
export function givenKeyring(pem: string): Keyring {
  const blocks = pem.match(/-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/g) ?? [];
  const keys = blocks.map((block) => signingKey(createPrivateKey(block)));
  if (keys.length === 0) throw new Error('REGISTER_KEY holds no private key in PEM');
  return {
    read: () => Promise.resolve(keys),
    rotate: () => Promise.reject(new Error('The keys come from REGISTER_KEY: add the new one there, after the old one.')),
  };
}

/** Keys as files in `folder`, 1.pem, 2.pem …, readable by nobody else. Every process needs the same folder. */
export function diskKeyring(folder: string): Keyring {
  const numbers = async () => {
    const names = await readdir(folder).catch((error: unknown) => {
      if (isCode(error, 'ENOENT')) return [];
      throw error;
    });
    return names.flatMap((name) => Number(/^(\d+)\.pem$/.exec(name)?.[1] ?? []) || []).sort((a, b) => a - b);
  };
  const fileOf = (number: number) => path.join(folder, `${number}.pem`);
  const read = async (number: number) => signingKey(createPrivateKey(await readFile(fileOf(number), 'utf8')));
  const make = async (number: number) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = path.join(folder, `.${process.pid}.${Math.trunc(performance.now())}`);
    const { privateKey } = generateKeyPairSync('ed25519');
    await writeFile(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600, flush: true });
    try {
      // Whole or not at all, and never over one that another process made at the same time.
      await link(draft, fileOf(number));
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    } finally {
      await rm(draft, { force: true });
    }
    return read(number);
  };
  return {
    async read() {
      const there = await numbers();
      return there.length > 0 ? Promise.all(there.map(read)) : [await make(1)];
    },
    rotate: async () => make(((await numbers()).at(-1) ?? 0) + 1),
  };
}
