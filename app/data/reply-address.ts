// The addresses that letters come back to: one for replies and one for reports of mail servers, each for one letter, and so for one reader and
// one case. Signed, so that nobody makes another; the letter's id is encrypted in it, so that it tells nothing. Its key is a file beside
// those of the register: an address never ends, for what a reply may do is decided when it comes.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diskMail, type RawMail } from './raw-mail';

export const WAYS = ['reply', 'bounce'] as const;
export type MailWay = (typeof WAYS)[number];
export type Replies = {
  domain: string;
  addressOf(way: MailWay, letterId: string): string;
  /** What an address was made for; null for one that we did not make. Takes the same time for every wrong one. */
  read(address: string): { way: MailWay; letterId: string } | null;
  /** The bytes of letters that came in. */
  mail: RawMail;
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const BLOCK = 16;
export const REPLY_KEY = 'reply.key';

/** Small letters and digits alone: mail programs change the case of addresses. */
function spelt(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

function bytesOf(text: string): Buffer | null {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  return spelt(bytes) === text ? bytes : null;
}

/** Addresses under a secret of at least 32 bytes. */
export function signedAddresses(domain: string, secret: Buffer): Omit<Replies, 'mail'> {
  const keyFor = (use: string, length: number) => Buffer.from(hkdfSync('sha256', secret, '', `kenes ${use}`, length));
  const [hides, signs] = [keyFor('letter', 32), keyFor('address', 32)];
  const tag = (way: string, id: Buffer) => createHmac('sha256', signs).update(way).update(id).digest().subarray(0, BLOCK);
  // The tag is what the stream that hides the id begins with (as SIV does, RFC 5297): no two letters share one, and one letter has one address.
  const hide = (id: Buffer, first: Buffer) => createCipheriv('aes-256-ctr', hides, first).update(id);
  const show = (hidden: Buffer, first: Buffer) => createDecipheriv('aes-256-ctr', hides, first).update(hidden);
  const shape = new RegExp(`^(${WAYS.join('|')})\\+([${LETTERS}]{52})@${domain.replaceAll('.', '\\.')}$`);
  return {
    domain,
    addressOf(way, letterId) {
      const id = Buffer.from(letterId.replaceAll('-', ''), 'hex');
      const first = tag(way, id);
      return `${way}+${spelt(Buffer.concat([hide(id, first), first]))}@${domain}`;
    },
    read(address) {
      const found = shape.exec(address.trim().toLowerCase());
      const way = WAYS.find((one) => one === found?.[1]);
      const bytes = bytesOf(found?.[2] ?? '');
      if (!way || bytes?.length !== 2 * BLOCK) return null;
      const [hidden, given] = [bytes.subarray(0, BLOCK), bytes.subarray(BLOCK)];
      const id = show(hidden, given);
      if (!timingSafeEqual(given, tag(way, id))) return null;
      const hex = id.toString('hex');
      return { way, letterId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') };
    },
  };
}

/** With the key and the letters in the data folder; the key is made on first use. */
export async function openReplies({ domain, dataDir }: { domain: string; dataDir: string }): Promise<Replies> {
  const secret = await readSecret(path.join(dataDir, 'keys'));
  return { ...signedAddresses(domain.toLowerCase(), secret), mail: diskMail(path.join(dataDir, 'mail')) };
}

/** Whole or not at all, and never over one that another process made at the same time. */
async function readSecret(folder: string): Promise<Buffer> {
  const file = path.join(folder, REPLY_KEY);
  const read = () => readFile(file, 'utf8').then((text) => Buffer.from(text.trim(), 'base64url'));
  const known = await read().catch(() => null);
  if (known) return known;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = path.join(folder, `.reply.${randomBytes(8).toString('hex')}`);
  await writeFile(draft, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600, flush: true });
  await link(draft, file).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  await rm(draft, { force: true });
  return read();
}
