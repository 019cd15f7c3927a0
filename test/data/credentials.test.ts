// A credential is signed blind: OpenSSL's private operation gives what the library's gives, and a signature proves a right, not a person.
import { webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSigned, MODULUS_BYTES, newPanelKey, readCredential, signBlinded, takeFor, writeCredential } from '../../app/data/credentials';

let panel: Awaited<ReturnType<typeof newPanelKey>>;
let other: Awaited<ReturnType<typeof newPanelKey>>;
beforeAll(async () => {
  [panel, other] = await Promise.all([newPanelKey(), newPanelKey()]);
});
const take = (key = panel) => takeFor(key.publicKey, async (blinded) => signBlinded(key.privateKey, blinded));
const taken = async () => readCredential((await take()) ?? '') ?? expect.fail('no credential');

describe('a credential', () => {
  it('is signed as the library would sign it', async () => {
    const suite = RSABSSA.SHA384.PSS.Randomized();
    const publicKey = await webcrypto.subtle.importKey('spki', Buffer.from(panel.publicKey, 'base64'), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
    const privateKey = await webcrypto.subtle.importKey('pkcs8', panel.privateKey, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['sign']);
    const { blindedMsg } = await suite.blind(publicKey, suite.prepare(new Uint8Array(32)));
    expect(signBlinded(panel.privateKey, blindedMsg)).toEqual(Buffer.from(await suite.blindSign(privateKey, blindedMsg)));
  });
  it('checks under the key of its panel and under no other', async () => {
    const credential = await taken();
    expect(await isSigned(panel.publicKey, credential)).toBe(true);
    expect(await isSigned(other.publicKey, credential)).toBe(false);
  });
  it('is refused with one bit changed', async () => {
    const { prepared, signature } = await taken();
    const bent = signature.slice();
    bent[10] = (bent[10] ?? 0) ^ 1;
    expect(await isSigned(panel.publicKey, { prepared, signature: bent })).toBe(false);
  });
  it('travels as text, and only whole text is one', async () => {
    const text = (await take()) ?? '';
    const read = readCredential(text);
    expect(read && writeCredential(read.prepared, read.signature)).toBe(text);
    for (const broken of ['', text.slice(1), `${text}A`, text.replace(/^./, '*'), 'x'.repeat(10_000)]) expect(readCredential(broken)).toBeNull();
  });
  it('what the signer saw is not in what the participant holds', async () => {
    const seen: Uint8Array[] = [];
    const text = await takeFor(panel.publicKey, async (blinded) => {
      seen.push(blinded);
      return signBlinded(panel.privateKey, blinded);
    });
    const held = Buffer.from(text ?? '', 'base64url');
    expect(held.includes(Buffer.from(seen[0] ?? []))).toBe(false);
    expect(held.includes(signBlinded(panel.privateKey, seen[0] ?? new Uint8Array()) ?? 'x')).toBe(false);
  });
  it('is not signed for what is no number below the modulus', () => {
    expect(signBlinded(panel.privateKey, new Uint8Array(MODULUS_BYTES).fill(255))).toBeNull();
    expect(signBlinded(panel.privateKey, new Uint8Array(5))).toBeNull();
  });
});
