// What a wave's seal opens and closes: answers, sealed with HPKE (RFC 9180) to a key pair that derives from it, the names under which
// they lie in their boxes, and the signing keys of panels, encrypted with AES-256-GCM. Nothing here is random but what the library and node:crypto draw.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
/** Answers are filled up to the longest of their wave, rounded up to a whole number of these many bytes. */
const STEP = 256;
const LENGTH_BYTES = 4;
const ENCAPSULATED = 65;

const bytes = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(base64, 'base64'));
const own = (data: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(data);
const base64 = (...parts: (Uint8Array | ArrayBuffer)[]): string =>
  Buffer.concat(parts.map((part) => new Uint8Array(part as ArrayBuffer))).toString('base64');

const derive = (seal: Uint8Array, purpose: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(hkdfSync('sha256', seal, '', purpose, 32));
const pairOf = (seal: Uint8Array) => suite.kem.deriveKeyPair(derive(seal, 'kenes answers').buffer);

/** The public key that answers of a wave are sealed to, base64 of the uncompressed point. */
export const sealKeyOf = async (seal: Uint8Array): Promise<string> =>
  base64(await suite.kem.serializePublicKey((await pairOf(seal)).publicKey));

function filled(text: string, longest: number): Uint8Array<ArrayBuffer> {
  const content = Buffer.from(text, 'utf8');
  if (content.length > longest) throw new Error('an answer is longer than any that can be given');
  const block = new Uint8Array(Math.ceil((longest + LENGTH_BYTES) / STEP) * STEP);
  new DataView(block.buffer).setUint32(0, content.length);
  block.set(content, LENGTH_BYTES);
  return block;
}
const emptied = (block: ArrayBuffer): string =>
  Buffer.from(block, LENGTH_BYTES, new DataView(block).getUint32(0)).toString('utf8');

type Sealing = {
  answer: string;
  /** The name of its place in the box: must be given again to open it. */
  bound: string;
  /** Bytes of the longest answer that the wave's instrument allows: each is as long as that, so that its length tells nothing. */
  longest: number;
};

/** Seals an answer to the public key of its wave. Throws for an answer above the longest. */
export async function sealAnswer(sealKey: string, { answer, bound, longest }: Sealing): Promise<string> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytes(sealKey).buffer);
  const { ct, enc } = await suite.seal({ recipientPublicKey }, filled(answer, longest).buffer, own(Buffer.from(bound)).buffer);
  return base64(enc, ct);
}

/** Opens answers with the seal of their wave; gives null for one that was sealed to another, tampered with or bound to another name. */
export async function answerOpener(seal: Uint8Array): Promise<(sealed: string, bound: string) => Promise<string | null>> {
  const { privateKey: recipientKey } = await pairOf(seal);
  return async (sealed, bound) => {
    const whole = bytes(sealed);
    const [enc, ct] = [whole.slice(0, ENCAPSULATED).buffer, whole.slice(ENCAPSULATED).buffer];
    try {
      return emptied(await suite.open({ recipientKey, enc }, ct, own(Buffer.from(bound)).buffer));
    } catch {
      return null;
    }
  };
}

/**
 * The name under which an answer lies in its box. It follows from the hash of the credential, which is the receipt, and from the seal:
 * whoever has backups and the published receipts, and not the seal, can't tell which of these came when.
 */
export const boxNameOf = (seal: Uint8Array, hash: string): string =>
  createHmac('sha256', derive(seal, 'kenes boxes')).update(hash).digest('hex');

/** A panel's private signing key as the database keeps it: of no use without the seal. */
export function lockKey(seal: Uint8Array, panelId: string, key: Uint8Array): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(seal, `kenes panel ${panelId}`), nonce);
  const locked = Buffer.concat([cipher.update(key), cipher.final()]);
  return base64(nonce, cipher.getAuthTag(), locked);
}

/** The key that lockKey locked. Throws with another seal, another panel, or a changed text. */
export function unlockKey(seal: Uint8Array, panelId: string, locked: string): Buffer {
  const whole = Buffer.from(locked, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', derive(seal, `kenes panel ${panelId}`), whole.subarray(0, 12));
  decipher.setAuthTag(whole.subarray(12, 28));
  return Buffer.concat([decipher.update(whole.subarray(28)), decipher.final()]);
}
