// A seal is made once whoever asks, survives until it is destroyed, and nothing that was sealed opens without it.
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskSeals } from '../../app/data/seals';
import { answerOpener, lockKey, sealAnswer, sealKeyOf, unlockKey } from '../../app/data/sealing';

/** Sealed among answers of up to 4,000 bytes. */
const sealed_ = (key: string, answer: string, bound: string) => sealAnswer(key, { answer, bound, longest: 4000 });

const WAVE = '01890000-0000-7000-8000-000000000001';
const fresh = () => {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'kenes-seals-')), 'seals');
  return { folder, seals: diskSeals(folder) };
};

describe('the seal of a wave', () => {
  it('is the same for twenty who make it at once', async () => {
    const { seals, folder } = fresh();
    const made = await Promise.all(Array.from({ length: 20 }, () => seals.make(WAVE)));
    expect(new Set(made.map((seal) => Buffer.from(seal).toString('hex'))).size).toBe(1);
    expect(readdirSync(folder)).toEqual([WAVE]);
  });
  it('is read by the owner alone', async () => {
    const { seals, folder } = fresh();
    await seals.make(WAVE);
    expect(statSync(path.join(folder, WAVE)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });
  it('is gone once destroyed, also twice', async () => {
    const { seals, folder } = fresh();
    await seals.make(WAVE);
    await seals.destroy(WAVE);
    await seals.destroy(WAVE);
    expect(await seals.read(WAVE)).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });
  it('is whole or gone for whoever reads it while it is destroyed', async () => {
    const { seals } = fresh();
    for (let round = 0; round < 100; round++) {
      await seals.make(WAVE);
      const [read] = await Promise.all([
        Promise.all(Array.from({ length: 8 }, () => seals.read(WAVE))),
        seals.destroy(WAVE),
        seals.destroy(WAVE),
      ]);
      expect(read.every((one) => one === null || one.length === 32)).toBe(true);
    }
    expect(await seals.read(WAVE)).toBeNull();
  });
  it('is refused when it was cut short', async () => {
    const { seals, folder } = fresh();
    await seals.make(WAVE);
    writeFileSync(path.join(folder, WAVE), 'short');
    await expect(seals.read(WAVE)).rejects.toThrow('damaged');
  });
  it('takes no name that leads out of its folder', async () => {
    await expect(async () => fresh().seals.make('../../../etc/passwd')).rejects.toThrow('not the id');
  });
});

describe('a sealed answer', () => {
  const seal = new Uint8Array(32).fill(7);
  it('comes out as it went in, in Kazakh too', async () => {
    const answer = JSON.stringify({ said: 'Жауап уақытында келді, бірақ сұраққа жауап болмады', trust: 4 });
    const open = await answerOpener(seal);
    expect(await open(await sealed_(await sealKeyOf(seal), answer, 'credential'), 'credential')).toBe(answer);
  });
  it('does not open with another seal, for another credential, or with one bit changed', async () => {
    const sealed = await sealed_(await sealKeyOf(seal), '{}', 'credential');
    const bent = Buffer.from(sealed, 'base64');
    bent[100] = (bent[100] ?? 0) ^ 1;
    const open = await answerOpener(seal);
    expect(await open(sealed, 'another')).toBeNull();
    expect(await open(bent.toString('base64'), 'credential')).toBeNull();
    expect(await open('', 'credential')).toBeNull();
    expect(await (await answerOpener(new Uint8Array(32).fill(8)))(sealed, 'credential')).toBeNull();
  });
  it('is as long as any other of its wave, however much was written, and never twice the same', async () => {
    const key = await sealKeyOf(seal);
    const answers = ['{}', 'ұ'.repeat(2000), '{}'];
    const [one, two, same] = await Promise.all(answers.map((answer) => sealed_(key, answer, 'c')));
    expect(one?.length).toBe(two?.length);
    expect(one).not.toBe(same);
  });
  it('holds the longest that can be asked, and says so of more', async () => {
    const key = await sealKeyOf(seal);
    const open = await answerOpener(seal);
    const long = 'ұ'.repeat(2000);
    expect(await open(await sealed_(key, long, 'c'), 'c')).toBe(long);
    await expect(sealed_(key, `${long}.`, 'c')).rejects.toThrow('longer');
  });
});

describe('a locked signing key', () => {
  it('unlocks for its panel and seal alone', () => {
    const seal = new Uint8Array(32).fill(7);
    const key = Buffer.from('a key');
    const locked = lockKey(seal, 'panel', key);
    expect(unlockKey(seal, 'panel', locked)).toEqual(key);
    expect(() => unlockKey(seal, 'other', locked)).toThrow();
    expect(() => unlockKey(new Uint8Array(32), 'panel', locked)).toThrow();
  });
});
