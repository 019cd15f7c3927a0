// How the people of the invented country make their credentials: as a browser does by RFC 9474, but with the system's own RSA, for a
// country has hundreds of them and the library takes tens of milliseconds for each. What it makes is checked like any other.
import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  publicEncrypt,
  randomBytes,
  sign,
  type KeyObject,
} from 'node:crypto';
import { MODULUS_BYTES, PREPARED_BYTES, writeCredential } from '../app/data/credentials';

const PSS = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 } as const;
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (number: bigint): Buffer => Buffer.from(number.toString(16).padStart(MODULUS_BYTES * 2, '0'), 'hex');
const raised = (key: KeyObject, bytes: Buffer): Buffer =>
  publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, bytes);

/** The inverse of a number by the extended algorithm of Euclid. */
function inverse(of: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [of, modulus, 1n, 0n];
  while (b > 0n) {
    const times = a / b;
    [a, b, x, y] = [b, a - times * b, y, x - times * y];
  }
  return ((x % modulus) + modulus) % modulus;
}

/** Makes a credential; `signBlinded` has the blinded message signed, null where that was refused. */
export type Maker = (
  publicKey: string,
  signBlinded: (blinded: Buffer) => Promise<Buffer | null>,
) => Promise<string | null>;

export function credentialMaker(): Maker {
  // A message as PSS encodes it is what any key of this size signs: a key of our own, raised back, shows it.
  const own = generateKeyPairSync('rsa', { modulusLength: MODULUS_BYTES * 8 });
  return async (publicKey, signBlinded) => {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    const modulus = numberOf(Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url'));
    const prepared = randomBytes(PREPARED_BYTES);
    const encoded = raised(own.publicKey, sign('sha384', prepared, { key: own.privateKey, ...PSS }));
    const factor = numberOf(randomBytes(MODULUS_BYTES)) % modulus;
    const blinded = (numberOf(encoded) * numberOf(raised(key, bytesOf(factor)))) % modulus;
    const signed = await signBlinded(bytesOf(blinded));
    if (!signed) return null;
    return writeCredential(prepared, bytesOf((numberOf(signed) * inverse(factor, modulus)) % modulus));
  };
}
