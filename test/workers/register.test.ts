// The public register: every event is in it once, whatever happens to the worker; it names nobody; any edit of what was published is
// found from the published files alone; keys change in the open; and followers get what proves a rewriting.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { follow } from '../../app/commands/follows/follow';
import { stopLetters } from '../../app/commands/follows/stop-letters';
import { publishRegister } from '../../app/commands/register/publish';
import { acceptAppeal } from '../../app/commands/appeals/accept';
import { fileAppeal } from '../../app/commands/appeals/file';
import { addDays, type Day } from '../../app/core/day';
import { checkRegister, type Known } from '../../app/data/register/check';
import { diskKeyring, givenKeyring } from '../../app/data/register/keyring';
import { placeAt } from '../../app/data/register/open';
import { verifyLedger } from '../../app/data/verify';
import { deliver } from '../../workers/deliver';
import { testDatabase } from '../help/database';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import type { Death, Given } from './job-child';
import { never } from './help';

const FIRST: Day = '2026-02-02';
const { world, at, today } = testWorld(FIRST);
const { prisma } = world.db;
const { folder } = world.register;
let cast: Cast;
const filed: string[] = [];

async function file(visibility: 'public' | 'private' = 'private'): Promise<void> {
  const done = await fileAppeal(world, cast.ngo, { ...anAppeal(cast), visibility });
  if (!done.ok) throw new Error(done.refusal.code);
  filed.push(done.value.id);
}
const accept = async () => {
  const done = await acceptAppeal(world, cast.registrar, { appealId: filed.at(-1) });
  if (!done.ok) throw new Error(done.refusal.code);
};
const check = (known: Known = {}, where = folder) => checkRegister(placeAt(where), known);
const scratch = () => mkdtempSync(path.join(os.tmpdir(), 'kenes-published-'));

beforeAll(async () => {
  cast = await castInto(world);
  for (let i = 0; i < 3; i++) await file(i === 0 ? 'public' : 'private');
  at('2026-02-03');
  await accept();
  at('2026-02-05');
  await file();
  await accept();
  at('2026-02-06', '00:15');
});

describe('the nightly job', () => {
  it('signs every day that is over, also those without events, and nothing of today', async () => {
    await file();
    expect(await publishRegister(world)).toEqual({ days: 4, leaves: 6, until: '2026-02-05' });
    expect(await check()).toMatchObject({ days: 4, leaves: 6, until: '2026-02-05', faults: [] });
    expect(readdirSync(folder).sort()).toEqual([
      '2026-02-02',
      '2026-02-03',
      '2026-02-04',
      '2026-02-05',
      'register.json',
    ]);
  });

  it('does nothing more when it runs again, alone or several at once', async () => {
    const before = readFileSync(path.join(folder, 'register.json'), 'utf8');
    await Promise.all([1, 2, 3].map(() => publishRegister(world)));
    expect(await prisma.registerLeaf.count()).toBe(6);
    expect(readFileSync(path.join(folder, 'register.json'), 'utf8')).toBe(before);
  });

  it('writes files that were lost again, the same to the byte', async () => {
    const kept = readFileSync(path.join(folder, '2026-02-02/leaves.jsonl'), 'utf8');
    rmSync(path.join(folder, '2026-02-02'), { recursive: true });
    await publishRegister(world);
    expect(readFileSync(path.join(folder, '2026-02-02/leaves.jsonl'), 'utf8')).toBe(kept);
  });

  it('takes what was recorded late into the next day', async () => {
    at('2026-02-05', '23:59');
    await file();
    at('2026-02-07', '00:15');
    expect(await publishRegister(world)).toEqual({ days: 1, leaves: 2, until: '2026-02-06' });
    expect((await check()).faults).toEqual([]);
  });

  const deaths: Death[] = [
    { when: 'before', statement: 'RegisterLeaf' },
    { when: 'after', statement: 'INSERT INTO \\"RegisterLeaf\\"' },
    { when: 'after', statement: 'INSERT INTO \\"RegisterDay\\"' },
    { when: 'before', statement: 'COMMIT' },
    { when: 'after', statement: 'COMMIT' },
    { when: 'before', statement: 'register_leaves' },
  ];
  it.each(deaths)('killed $when $statement is made up for by the next, with nothing twice', async (death) => {
    await file();
    const day = today();
    at(addDays(day, 1), '00:15');
    const keys = scratch();
    const given: Given = { url: testDatabase().url, now: world.now(), death, register: { folder, keys } };
    for (const [i, key] of (await pems()).entries()) writeFileSync(path.join(keys, `${i + 1}.pem`), key);
    const child = spawnSync(process.execPath, ['--import', 'tsx', 'test/workers/job-child.ts', JSON.stringify(given)], {
      encoding: 'utf8',
    });
    expect({ signal: child.signal, said: child.stdout + child.stderr }).toEqual({ signal: 'SIGKILL', said: '' });
    await publishRegister(world);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await check()).toMatchObject({ until: day, faults: [] });
    expect(await prisma.registerLeaf.count({ where: { day } })).toBe(1);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
});

/** The files of this world's keys. */
const pems = async (): Promise<string[]> => {
  await world.register.keys.read();
  return readdirSync(keyFolder).map((name) => readFileSync(path.join(keyFolder, name), 'utf8'));
};
const keyFolder = scratch();
world.register.keys = diskKeyring(keyFolder);

const published = (where = folder) =>
  readdirSync(where, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') || name.endsWith('.jsonl'))
    .sort();

describe('what is published', () => {
  it('names nobody and nothing: no name, id, number, kind, text, hash of the ledger or hour of an event', async () => {
    const text = published()
      .filter((name) => name.endsWith('leaves.jsonl'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('');
    expect(text.length).toBeGreaterThan(1000);
    for (const line of text.trim().split('\n'))
      expect(Object.keys(JSON.parse(line) as object)).toEqual(['entry', 'object', 'previous', 'version']);
    const events = await prisma.event.findMany();
    const nonces = await prisma.registerLeaf.findMany();
    const secrets = [
      ...events.flatMap(({ stream, hash, type }) => [stream.slice(7), hash, type]),
      ...nonces.map(({ nonce }) => nonce),
      cast.ngo.name,
    ];
    expect(secrets.filter((one) => text.includes(one))).toEqual([]);
  });

  it('two events that say the same have nothing in common', async () => {
    const leaves = await prisma.registerLeaf.findMany();
    expect(new Set(leaves.map(({ entry }) => entry)).size).toBe(leaves.length);
    expect(new Set(leaves.map(({ nonce }) => nonce)).size).toBe(leaves.length);
  });

  it('lies in an order that tells nothing of the hour', () => {
    const lines = readFileSync(path.join(folder, '2026-02-02/leaves.jsonl'), 'utf8').trim().split('\n');
    const objects = lines.map((line) => (JSON.parse(line) as { object: string }).object);
    expect(objects).toEqual(objects.toSorted());
  });
});

/** An edit of one published file, as somebody with the folder in hand may make it. */
type Edit = {
  file: number;
  at: number;
  kind: 'byte' | 'cut' | 'drop' | 'double' | 'swap' | 'space' | 'delete';
  bit: number;
};
const edit = fc.record<Edit>({
  file: fc.nat(),
  at: fc.nat(),
  kind: fc.constantFrom('byte', 'cut', 'drop', 'double', 'swap', 'space', 'delete'),
  bit: fc.nat({ max: 7 }),
});

function apply(where: string, { file, at: place, kind, bit }: Edit): boolean {
  const names = published(where);
  const name = path.join(where, names[file % names.length] ?? '');
  const bytes = readFileSync(name);
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  const i = lines.length > 0 ? place % lines.length : 0;
  const write = (next: Buffer | string) => {
    writeFileSync(name, next);
    return !Buffer.from(next).equals(bytes);
  };
  const text = (next: readonly string[]) => write(next.map((line) => `${line}\n`).join(''));
  switch (kind) {
    case 'byte': {
      if (bytes.length === 0) return false;
      const next = Buffer.from(bytes);
      const where = place % bytes.length;
      next[where] = (next[where] ?? 0) ^ (1 << bit);
      return write(next);
    }
    case 'cut':
      return write(bytes.subarray(0, place % (bytes.length + 1)));
    case 'drop':
      return text(lines.toSpliced(i, 1));
    case 'double':
      return text(lines.toSpliced(i, 0, lines[i] ?? ''));
    case 'swap':
      return text(lines.length < 2 ? lines : lines.toSpliced(i, 1).toSpliced(0, 0, lines[i] ?? ''));
    case 'space':
      return write(bytes.toString('utf8').replace(/[,:]/, '$& '));
    case 'delete':
      rmSync(name);
      return true;
  }
}

describe('the verifier, from the published files alone', () => {
  it('finds any edit: a changed bit, something removed, doubled, moved, put in, or written otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(edit, async (one) => {
        const where = scratch();
        cpSync(folder, where, { recursive: true });
        if (apply(where, one)) expect((await check({}, where)).faults).not.toEqual([]);
        rmSync(where, { recursive: true });
      }),
      { numRuns: 300 },
    );
  }, 120_000);

  it('finds a day that is taken out or exchanged with another', async () => {
    const where = scratch();
    cpSync(folder, where, { recursive: true });
    rmSync(path.join(where, '2026-02-04'), { recursive: true });
    expect((await check({}, where)).faults).not.toEqual([]);
    cpSync(path.join(folder, '2026-02-03'), path.join(where, '2026-02-04'), { recursive: true });
    expect((await check({}, where)).faults.map(({ what }) => what)).toContain('is about 2026-02-03');
  });

  it('finds a register that was written anew by whoever has the key, for everyone who kept a statement', async () => {
    const kept = (await check()).statement ?? '';
    expect((await check({ statement: kept })).faults).toEqual([]);
    expect((await check({ statement: 'a'.repeat(64) })).faults).not.toEqual([]);
  });

  it('believes only the key that its reader knows', async () => {
    const [key = ''] = (await check()).keys;
    expect((await check({ key })).faults).toEqual([]);
    expect((await check({ key: 'A'.repeat(43) })).faults).not.toEqual([]);
  });
});

describe('keys', () => {
  const night = async () => {
    await file();
    at(addDays(today(), 1), '00:15');
    await publishRegister(world);
  };
  it('change in the open: the old one announces the new one, which signs from the next day on', async () => {
    const { id } = await world.register.keys.rotate();
    const before = (await check()).keys;
    await night();
    expect((await check()).keys).toEqual(before);
    await night();
    expect(await check()).toMatchObject({ keys: [...before, id], faults: [] });
  });

  it('come from the environment too, the wanted one last', async () => {
    world.register.keys = givenKeyring((await pems()).join('\n'));
    await night();
    expect((await check()).faults).toEqual([]);
    await expect(world.register.keys.rotate()).rejects.toThrow('REGISTER_KEY');
    expect(() => givenKeyring('nothing')).toThrow('no private key');
  });

  it('of somebody else sign nothing here', async () => {
    const own = world.register.keys;
    world.register.keys = diskKeyring(scratch());
    await file();
    at(addDays(today(), 1), '00:15');
    await expect(publishRegister(world)).rejects.toThrow('which is not here');
    world.register.keys = own;
    await publishRegister(world);
    expect((await check()).faults).toEqual([]);
  });
});

describe('whoever follows the register', () => {
  it('gets one letter a day with what proves a rewriting, and stops it by its link', async () => {
    await follow(world, cast.ngo, { what: 'register', value: 'days' });
    at(addDays(today(), 1), '00:15');
    await publishRegister(world);
    await publishRegister(world);
    await deliver(world, never);
    const letters = await prisma.letter.findMany({ where: { letter: 'register_day' } });
    expect(letters).toHaveLength(1);
    const { statement } = await check();
    expect(letters[0]?.text).toContain(statement);
    expect((await check({ statement: statement ?? '' })).faults).toEqual([]);
    const token = /\/unfollow\/([\w-]+)/.exec(letters[0]?.text ?? '')?.[1];
    expect(await stopLetters(world, { token })).toEqual({ ok: true, value: { stopped: 1 } });
    at(addDays(today(), 1), '00:15');
    await publishRegister(world);
    expect(await prisma.letter.count({ where: { letter: 'register_day' } })).toBe(1);
  });
});

describe('npm run verify', () => {
  it('finds an event that was taken out of the ledger, or exchanged, after its day was signed', async () => {
    const { pool } = world.db;
    const stream = `appeal:${filed[0]}`;
    await pool.query(`ALTER TABLE "Event" DISABLE TRIGGER event_append_only`);
    await pool.query(`UPDATE "Event" SET hash = $2 WHERE stream = $1`, [stream, 'a'.repeat(64)]);
    expect((await verifyLedger(world)).faults.filter((one) => one.stream === stream).map(({ what }) => what)).toContain(
      'event 1 is not the one in the public register',
    );
    await pool.query(`DELETE FROM "Event" WHERE stream = $1`, [stream]);
    expect((await verifyLedger(world)).faults).toContainEqual({
      stream,
      what: 'event 1 is in the public register and not in the ledger',
    });
    await pool.query(`ALTER TABLE "Event" ENABLE TRIGGER event_append_only`);
  });
});
