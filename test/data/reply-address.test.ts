// The signed addresses: nobody makes one, nobody reads one, and no mail program breaks one.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { newId } from '../../app/compose';
import { openReplies, signedAddresses } from '../../app/data/reply-address';

const addresses = signedAddresses('reply.kenes.test', randomBytes(32));

describe('an address of replies', () => {
  it('leads back to its letter, also in capitals, and fits the limits of mail', () => {
    for (const way of ['reply', 'bounce'] as const) {
      const letterId = newId();
      const address = addresses.addressOf(way, letterId);
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
      expect(address).toMatch(/^[a-z2-7+]+@reply\.kenes\.test$/);
      for (const spelt of [address, address.toUpperCase(), ` ${address} `]) expect(addresses.read(spelt)).toEqual({ way, letterId });
    }
  });

  it('tells nothing of its letter: neighbours in time share no beginning', () => {
    const made = Array.from({ length: 50 }, () => addresses.addressOf('reply', newId()).slice(6, 14));
    expect(new Set(made).size).toBe(50);
  });

  it('changed by one sign, of the other way, of another domain or of another house is none', () => {
    const address = addresses.addressOf('reply', newId());
    for (let i = 6; i < 58; i++) {
      const sign = address[i] === 'a' ? 'b' : 'a';
      expect(addresses.read(`${address.slice(0, i)}${sign}${address.slice(i + 1)}`)).toBeNull();
    }
    const others = ['', 'reply', address.replace('reply+', 'bounce+'), address.replace('.test', '.tes'), `x${address}`, address.repeat(1000)];
    for (const other of [...others, address.replace('@', '\0@'), `${address}\r\nRCPT TO:<a@b>`]) expect(addresses.read(other)).toBeNull();
    expect(signedAddresses('reply.kenes.test', randomBytes(32)).read(address)).toBeNull();
  });

  it('is signed by a key that is made once, whoever comes first, and that nobody else may read', async () => {
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'kenes-replies-'));
    const opened = await Promise.all(Array.from({ length: 5 }, () => openReplies({ domain: 'reply.kenes.test', dataDir })));
    const letterId = newId();
    expect(new Set(opened.map((one) => one.addressOf('reply', letterId))).size).toBe(1);
    const folder = path.join(dataDir, 'keys');
    expect(readdirSync(folder)).toEqual(['reply.key']);
    expect(statSync(path.join(folder, 'reply.key')).mode & 0o077).toBe(0);
  });
});
