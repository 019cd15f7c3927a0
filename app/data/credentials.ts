// Credentials that prove the right to answer once and say nothing of whose it was: RSA blind signatures by RFC 9474 (variant
// RSABSSA-SHA384-PSS-Randomized). The private operation is OpenSSL's (the library's own takes 200 ms of JavaScript); all the rest is
// the library's. A credential is what the participant holds: prepared message (64 bytes) and signature.
import { constants, createHash, createPrivateKey, createPublicKey, generateKeyPair, privateDecrypt, publicEncrypt, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import { RSABSSA } from '@cloudflare/blindrsa-ts';

const suite = RSABSSA.SHA384.PSS.Randomized();
const MODULUS_BITS = 2048;
export const MODULUS_BYTES = MODULUS_BITS / 8;
/** A message of 32 bytes after its random prefix of 32 (RFC 9474, section 4.1). */
export const PREPARED_BYTES = 64;
const RAW = { padding: constants.RSA_NO_PADDING } as const;
const makePair = promisify(generateKeyPair);

/** A new key pair: `publicKey` SPKI in base64, `privateKey` PKCS#8 in DER. Made off the main thread. */
export async function newPanelKey(): Promise<{ publicKey: string; privateKey: Buffer }> {
  const { publicKey, privateKey } = await makePair('rsa', { modulusLength: MODULUS_BITS, publicExponent: 0x10001 });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

/**
 * BlindSign (RFC 9474, section 4.3) for a blinded message of MODULUS_BYTES. The same message gets the same signature. Null where the
 * message is no number below the modulus; throws when the signature does not check, which means a fault of the machine.
 */
export function signBlinded(privateKeyDer: Buffer, blinded: Uint8Array): Buffer | null {
  if (blinded.length !== MODULUS_BYTES) return null;
  const key = createPrivateKey({ key: privateKeyDer, type: 'pkcs8', format: 'der' });
  let signature: Buffer;
  try {
    signature = privateDecrypt({ key, ...RAW }, blinded);
  } catch {
    return null;
  }
  const back = publicEncrypt({ key: createPublicKey(key), ...RAW }, signature);
  if (!back.equals(blinded)) throw new Error('a blind signature does not check');
  return signature;
}

const imported = (publicKey: string) =>
  webcrypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64'), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);

/** A credential as it travels: base64url of prepared message and signature. Null where it is none. */
export function readCredential(text: string): { prepared: Uint8Array; signature: Uint8Array; hash: string } | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const whole = new Uint8Array(Buffer.from(text, 'base64url'));
  if (whole.length !== PREPARED_BYTES + MODULUS_BYTES || Buffer.from(whole).toString('base64url') !== text) return null;
  const prepared = whole.slice(0, PREPARED_BYTES);
  return { prepared, signature: whole.slice(PREPARED_BYTES), hash: createHash('sha256').update(prepared).digest('hex') };
}
export const writeCredential = (prepared: Uint8Array, signature: Uint8Array): string =>
  Buffer.concat([prepared, signature]).toString('base64url');

/** Whether a credential was signed by the panel's key. */
export async function isSigned(publicKey: string, { prepared, signature }: { prepared: Uint8Array; signature: Uint8Array }): Promise<boolean> {
  return suite.verify(await imported(publicKey), signature, prepared).catch(() => false);
}

/** What a browser without scripts can't do: makes a credential, blinds it, has it signed, unblinds it. Nothing of it is kept. */
export async function takeFor(publicKey: string, sign: (blinded: Uint8Array) => Promise<Uint8Array | null>): Promise<string | null> {
  const key = await imported(publicKey);
  const prepared = suite.prepare(webcrypto.getRandomValues(new Uint8Array(PREPARED_BYTES / 2)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  const blindSignature = await sign(blindedMsg);
  return blindSignature && writeCredential(prepared, await suite.finalize(key, prepared, blindSignature, inv));
}
