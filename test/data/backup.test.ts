// A backup and its way back: everything that was recorded is there again, to the last column, with its proofs, and goes on; what is not whole,
// not of this version or not into an empty place is refused.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { publishRegister } from '../../app/commands/register/publish';
import { brokenFiles, readManifest, restore } from '../../app/data/backup/restore';
import { writeBackup } from '../../app/data/backup/write';
import { diskFiles } from '../../app/data/files';
import { diskKeyring } from '../../app/data/register/keyring';
import { checkRegister } from '../../app/data/register/check';
import { placeAt } from '../../app/data/register/open';
import { verifyLedger } from '../../app/data/verify';
import type { World } from '../../app/world';
import { chance } from '../../prisma/chance';
import { live } from '../../prisma/live';
import { instantOf } from '../../app/core/day';
import { scratchDatabase } from '../help/database';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';

const scratch = () => mkdtempSync(path.join(os.tmpdir(), 'kenes-backup-'));
const dataDir = scratch();
const { world, at } = testWorld('2026-03-20');
Object.assign(world, {
  files: diskFiles(path.join(dataDir, 'files')),
  register: { folder: path.join(dataDir, 'register'), keys: diskKeyring(path.join(dataDir, 'keys')) },
});
let cast: Cast;
let folder = '';
const manifestOf = (where: string) => path.join(where, 'backup.json');

/** An empty place: a database in the right shape, and a data folder. */
async function place(): Promise<{ elsewhere: World; to: string }> {
  const to = scratch();
  const { world: other } = testWorld('2026-03-21', (await scratchDatabase({ empty: false })).url);
  const register = { folder: path.join(to, 'register'), keys: diskKeyring(path.join(to, 'keys')) };
  return { elsewhere: { ...other, files: diskFiles(path.join(to, 'files')), register }, to };
}

/** Keys, references, checks and indexes, each as the database itself tells it. */
async function shape({ db }: World): Promise<unknown[]> {
  const { rows } = await db.pool.query(
    `SELECT conrelid::regclass::text AS place, conname::text AS name, pg_get_constraintdef(oid) AS what FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1, 2, 3`,
  );
  return rows;
}

/** Every row of every table, as the database writes it. */
async function everything({ db }: World): Promise<Record<string, string>> {
  const { rows } = await db.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const all = await db.pool.query<{ all: string }>(`SELECT coalesce(string_agg(t::text, E'\n' ORDER BY t::text), '') AS all FROM "${name}" t`);
    found[name] = all.rows[0]?.all ?? '';
  }
  return found;
}

beforeAll(async () => {
  cast = await castInto(world);
  await live(world, { appeals: 25, from: '2026-03-02', until: instantOf('2026-03-19', '18:00'), chance: chance(5) });
  at('2026-03-20');
  async function* bytes() {
    yield Buffer.from('Қосымша: бір жол, "тырнақша", \\ и табуляция\t.\n');
    await Promise.resolve();
  }
  const stored = await world.files.put({ bytes: bytes(), name: 'қосымша.txt', limit: 10_000 });
  if ('rejected' in stored) throw new Error(stored.rejected);
  const filed = await fileAppeal(world, cast.ngo, { ...anAppeal(cast), text: 'Жол\nүзілген, "тырнақша", \\N (a,b) {} и пробелы  \u00010\u0002.' });
  if (!filed.ok) throw new Error(filed.refusal.code);
  const file = { id: world.newId(), stream: `appeal:${filed.value.id}`, version: 1, ownerId: cast.ngo.personId, name: 'қосымша.txt' };
  await world.db.prisma.file.create({ data: { ...file, ...stored, appealId: filed.value.id, createdAt: new Date(world.now()) } });
  at('2026-03-21', '00:15');
  await publishRegister(world);
  folder = path.join(scratch(), 'now');
  await writeBackup(world, { folder, dataDir });
}, 120_000);

describe('a backup', () => {
  it('comes back whole: every row of every table, attachments, keys, proofs', async () => {
    const { elsewhere, to } = await place();
    await restore(elsewhere, { folder, dataDir: to });
    expect(await everything(elsewhere)).toEqual(await everything(world));
    expect(await shape(elsewhere)).toEqual(await shape(world));
    expect((await verifyLedger(elsewhere)).faults).toEqual([]);
    expect(await brokenFiles(elsewhere)).toEqual([]);
    // The register goes on with the same key, its files made anew.
    await publishRegister(elsewhere);
    expect(await checkRegister(placeAt(elsewhere.register.folder))).toMatchObject({ until: '2026-03-20', faults: [] });
    expect(readFileSync(path.join(to, 'register/2026-03-20/statement.json'))).toEqual(
      readFileSync(path.join(dataDir, 'register/2026-03-20/statement.json')),
    );
  });

  it('goes on where it was: the next case gets the next number, and the guards of the database stand again', async () => {
    const { elsewhere, to } = await place();
    await restore(elsewhere, { folder, dataDir: to });
    const [here, there] = [await fileAppeal(world, cast.ngo, anAppeal(cast)), await fileAppeal(elsewhere, cast.ngo, anAppeal(cast))];
    if (!here.ok || !there.ok) throw new Error('not filed');
    expect(there.value.number).toBe(here.value.number);
    await expect(elsewhere.db.pool.query('DELETE FROM "Event"')).rejects.toThrow('append-only');
    await expect(elsewhere.db.pool.query(`UPDATE "Membership" SET "personId" = gen_random_uuid()`)).rejects.toThrow('foreign key');
  });

  it('is one state of the database while acts go on', async () => {
    const under = path.join(scratch(), 'under-way');
    let going = true;
    const acts = (async () => {
      while (going) await fileAppeal(world, cast.ngo, anAppeal(cast));
    })();
    await writeBackup(world, { folder: under, dataDir });
    going = false;
    await acts;
    const { elsewhere, to } = await place();
    await restore(elsewhere, { folder: under, dataDir: to });
    expect((await verifyLedger(elsewhere)).faults).toEqual([]);
  });

  it('does not hold the seals of open surveys', () => {
    expect(readdirSync(folder).sort()).toEqual(['backup.json', 'database', 'files', 'keys']);
  });
});

describe('what is refused', () => {
  const broken = (change: (where: string) => void) => {
    const where = path.join(scratch(), 'broken');
    cpSync(folder, where, { recursive: true });
    change(where);
    return where;
  };
  it('is a place that holds something', async () => {
    await expect(restore(world, { folder, dataDir })).rejects.toThrow('holds something already');
  });

  it('is a backup of another version', async () => {
    const where = broken((at) => writeFileSync(manifestOf(at), readFileSync(manifestOf(at), 'utf8').replace('_house"', '_cottage"')));
    const { elsewhere, to } = await place();
    await expect(restore(elsewhere, { folder: where, dataDir: to })).rejects.toThrow('another version');
  });

  it('is a backup with a file that is missing, cut or exchanged, and nothing of it stays', async () => {
    const { tables } = await readManifest(folder);
    const name = (table: string) => tables.find((one) => one.name === table)?.file ?? '';
    const changes = [
      (at: string) => rmSync(path.join(at, name('Letter'))),
      (at: string) => writeFileSync(path.join(at, name('Event')), readFileSync(path.join(at, name('Event'))).subarray(0, -40)),
      (at: string) => cpSync(path.join(at, name('Council')), path.join(at, name('SavedSearch'))),
    ];
    const { elsewhere, to } = await place();
    for (const change of changes) {
      await expect(restore(elsewhere, { folder: broken(change), dataDir: to })).rejects.toThrow(/can't be read|not what the backup says/);
      expect(await elsewhere.db.prisma.person.count()).toBe(0);
    }
    await restore(elsewhere, { folder, dataDir: to });
    expect((await verifyLedger(elsewhere)).faults).toEqual([]);
  });

  it('is an attachment whose bytes are others', async () => {
    const { elsewhere, to } = await place();
    const where = broken((at) => {
      const [prefix = ''] = readdirSync(path.join(at, 'files'));
      const [name = ''] = readdirSync(path.join(at, 'files', prefix));
      writeFileSync(path.join(at, 'files', prefix, name), 'басқа');
    });
    await restore(elsewhere, { folder: where, dataDir: to });
    expect(await brokenFiles(elsewhere)).toHaveLength(1);
  });
});

describe('the drill', () => {
  it('brings a backup back on an empty machine, checks it and tells the times', () => {
    const ran = spawnSync(process.execPath, ['--import', 'tsx', 'app/restore.ts', '--from', folder, '--drill'], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: '', DATA_DIR: scratch() },
    });
    expect(ran.stdout, ran.stderr).toMatch(/all as written/);
    expect(ran.status).toBe(0);
  }, 120_000);
});
