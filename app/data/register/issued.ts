// What a dossier was issued on: a signed note of which record it shows, where that stood, on which day and for whom. The note is short enough
// for a square code on paper; the file ends with a signature over all its bytes before. Both are by the register's key and need no database.
import { createHash, verify } from 'node:crypto';
import { z } from 'zod';
import { day } from '../../core/shape';
import type { World } from '../../world';
import { canonical } from './leaf';
import { keyOf } from './statement';

const NOTE = 'kenes dossier/1';
const FILE = 'kenes dossier file/1';
/** For whom it was printed: everyone who may read the record, or one of its parties. */
export const AUDIENCES = ['public', 'applicant', 'body'] as const;
const head = z.string().regex(/^[0-9a-f]{32}$/);

const issuedShape = z.strictObject({
  number: z.string().regex(/^(?:R-)?\d{4}-\d{6,12}$/),
  /** How many events the record had, and the first half of the last one's hash. */
  version: z.int().positive(),
  day,
  audience: z.enum(AUDIENCES),
  lang: z.enum(['kk', 'ru', 'en']),
  head,
});
export type Issued = z.infer<typeof issuedShape>;
export type Audience = Issued['audience'];

type Keys = Pick<World['register'], 'keys'>;
const noted = (issued: Issued): string => canonical({ format: NOTE, ...issued });
const filed = (code: string, bytes: Buffer): string =>
  canonical({ format: FILE, code, sha256: createHash('sha256').update(bytes).digest('hex') });

/** Whether one of these keys signed exactly this. */
function isBy(keys: readonly string[], text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.toString('base64url') !== signature) return false;
  return keys.some((key) => verify(null, Buffer.from(text), keyOf(key), bytes));
}

const lastOf = async ({ keys }: Keys) => {
  const key = (await keys.read()).at(-1);
  if (!key) throw new Error('the register has no key');
  return key;
};

/** The note as one word for an address: what it says, and who signed it. The same note gives the same word. `hash`: of the last event. */
export async function issue(register: Keys, { hash, ...stand }: Omit<Issued, 'head'> & { hash: string }): Promise<string> {
  const issued = { ...stand, head: hash.slice(0, 32) };
  const { number, version, audience, lang } = issued;
  const said = [number, version, issued.day, audience, lang, Buffer.from(issued.head, 'hex').toString('base64url')];
  return [...said, (await lastOf(register)).sign(noted(issued))].join('.');
}

/** What a note says; null where it is none, or none of these keys signed it. */
export function issuedIn(keys: readonly string[], code: string): Issued | null {
  const [number, version, on, audience, lang, short = '', signature = '', ...more] = code.split('.');
  const read = issuedShape.safeParse({
    ...{ number, version: Number(version), day: on, audience, lang },
    head: Buffer.from(short, 'base64url').toString('hex'),
  });
  return read.success && more.length === 0 && isBy(keys, noted(read.data), signature) ? read.data : null;
}

const MARK = '%kenes dossier ';
/** The file with its last line, which programs that show it pass over: the note, and the signature over everything before. */
export async function signedFile(register: Keys, bytes: Buffer, code: string): Promise<Buffer> {
  const signature = (await lastOf(register)).sign(filed(code, bytes));
  return Buffer.concat([bytes, Buffer.from(`\n${MARK}${code} ${signature}\n`)]);
}

/** `whole`: not a byte of the file is another than when it was issued. Null where no note of ours stands at its end. */
export function checkFile(keys: readonly string[], file: Buffer): { code: string; issued: Issued; whole: boolean } | null {
  const at = file.lastIndexOf(`\n${MARK}`);
  const line = at === -1 ? '' : file.toString('latin1', at + 1 + MARK.length);
  const [, code = '', signature = ''] = /^(\S{1,300}) (\S{1,100})\n$/.exec(line) ?? [];
  const issued = issuedIn(keys, code);
  return issued && { code, issued, whole: isBy(keys, filed(code, file.subarray(0, at)), signature) };
}
