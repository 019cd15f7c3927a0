// Erasing on lawful request: by two people, on the record, everywhere; every chain, root and receipt still holds.
import { beforeAll, describe, expect, it } from 'vitest';
import { fileAppeal } from '../../app/commands/appeals/file';
import { publishRegister } from '../../app/commands/register/publish';
import { askErasure } from '../../app/commands/records/ask-erasure';
import { decideErasure } from '../../app/commands/records/decide-erasure';
import { erasedWords } from '../../app/core/personal-fields';
import { checkRegister } from '../../app/data/register/check';
import { placeAt } from '../../app/data/register/open';
import { checkReceipt } from '../../app/data/register/receipt';
import { verifyLedger } from '../../app/data/verify';
import { erasableFields } from '../../app/queries/erasures';
import { receiptFile, receiptsIn } from '../../app/queries/receipts';
import { deliver } from '../../workers/deliver';
import { search } from '../../workers/search';
import { anAppeal, castInto, testWorld, type Cast } from '../help/world';
import { never } from '../workers/help';

const { world, at } = testWorld('2026-02-02');
const { pool, prisma } = world.db;
const SUBJECT = 'Айрықша тақырып о редком слове';
const TEXT = 'Меня зовут Сәуле Нұрланқызы, прошу ответить о сверхредкослове.';
let cast: Cast;
let number = '';
let kept = '';
beforeAll(async () => {
  cast = await castInto(world);
  const filed = await fileAppeal(world, cast.ngo, {
    ...anAppeal(cast),
    visibility: 'public',
    subject: SUBJECT,
    text: TEXT,
  });
  if (!filed.ok) throw new Error(filed.refusal.code);
  number = filed.value.number;
  await deliver(world, never);
  await search(world, never);
  at('2026-02-03', '00:15');
  await publishRegister(world);
  kept = (await receiptFile(world, cast.ngo, { number, version: 1 })) ?? '';
  at('2026-02-03');
});

const request = {
  fields: ['1 text', '1 subject', '1 actor'],
  ground: 'court',
  reason: 'Сот шешімі бойынша, істің нөмірі көрсетілген.',
};
const registered = async (day: string) =>
  (await checkRegister(placeAt(world.register.folder))).statements.get(day as `${number}-${number}-${number}`) ?? null;

/** Every table that says the words somewhere. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found = await Promise.all(
    rows.map(async ({ name }) => ({
      name,
      n: (await pool.query(`SELECT 1 FROM "${name}" t WHERE t::text LIKE $1 LIMIT 1`, [`%${words}%`])).rowCount,
    })),
  );
  return found.filter(({ n }) => n).map(({ name }) => name);
}

describe('a receipt', () => {
  it('of a filing proves it, alone and against the register; a changed one proves nothing', async () => {
    expect(await checkReceipt(kept, registered)).toMatchObject({ faults: [], day: '2026-02-02' });
    for (const [from, to] of [
      [TEXT, `${TEXT} `],
      ['"kk"', '"ru"'],
      ['"index":0', '"index":1'],
      ['2026-02-02', '2026-02-03'],
    ] as const)
      if (kept.includes(from))
        expect((await checkReceipt(kept.replace(from, to), registered)).faults, from).not.toEqual([]);
    expect((await checkReceipt(kept, () => Promise.resolve(null))).faults).toHaveLength(1);
  });

  it('is for whoever did the act, and for nobody else', async () => {
    expect((await receiptsIn(world, cast.ngo, number))?.receipts).toMatchObject([{ version: 1, day: '2026-02-02' }]);
    for (const other of [cast.stranger, cast.citizen, cast.registrar, cast.administrator])
      expect(await receiptFile(world, other, { number, version: 1 })).toBeNull();
  });
});

describe('an erasure', () => {
  let erasureId = '';
  it('is asked for by an administrator for fields that are there', async () => {
    expect(await askErasure(world, cast.ngo, { number, ...request })).toMatchObject({
      ok: false,
      refusal: { code: 'not_allowed' },
    });
    expect(await askErasure(world, cast.administrator, { number: '2020-000001', ...request })).toMatchObject({
      ok: false,
      refusal: { code: 'not_found' },
    });
    expect(await askErasure(world, cast.administrator, { number, ...request, fields: '9 text' })).toMatchObject({
      ok: false,
      refusal: { code: 'nothing_to_erase' },
    });
    expect(await askErasure(world, cast.administrator, { number, ...request, reason: '' })).toMatchObject({
      ok: false,
      refusal: { code: 'invalid' },
    });
    expect((await erasableFields(world, number))?.map(({ value }) => value)).toEqual([
      '1 subject',
      '1 text',
      '1 actor',
    ]);
    const asked = await askErasure(world, cast.administrator, { number, ...request });
    if (!asked.ok) throw new Error(asked.refusal.code);
    erasureId = asked.value.id;
    expect((await prisma.appeal.findFirstOrThrow()).text).toBe(TEXT);
  });

  it('is decided by a second person: never by who asked, nor by officials of other bodies', async () => {
    const decide = (viewer: Cast['ngo']) => decideErasure(world, viewer, { id: erasureId, step: 'erase' });
    expect(await decide(cast.administrator)).toMatchObject({ refusal: { code: 'own_request' } });
    for (const other of [cast.ngo, cast.registrar, cast.committeeRegistrar, cast.chair])
      expect(await decide(other)).toMatchObject({ refusal: { code: 'not_allowed' } });
    expect(await decide(cast.head)).toEqual({ ok: true, value: { number } });
    expect(await decide(cast.head)).toMatchObject({ refusal: { code: 'changed_meanwhile' } });
  });

  it('takes the words from every table, and says since when in their place', async () => {
    await search(world, never);
    expect(await tablesWith('Нұрланқызы')).toEqual([]);
    expect(await tablesWith(SUBJECT)).toEqual([]);
    const words = erasedWords('2026-02-03');
    expect(await prisma.appeal.findFirstOrThrow()).toMatchObject({ text: words, subject: words });
    expect((await prisma.obligation.findMany()).every(({ title }) => title === words)).toBe(true);
    expect(await erasableFields(world, number)).toMatchObject([{ version: 2, name: 'actor' }]);
  });

  it('stands on the record: who asked, who decided, why, and which fields', async () => {
    const last = await prisma.event.findFirstOrThrow({ orderBy: { seq: 'desc' } });
    expect(last).toMatchObject({ type: 'record.erased', version: 2 });
    expect(last.payload).toMatchObject({
      ...{ ground: 'court', reason: request.reason, events: [{ version: 1, fields: ['subject', 'text', 'actor'] }] },
      ...{ asked: { name: cast.administrator.name }, approved: { name: cast.head.name } },
    });
  });

  it('leaves every proof whole: the chain, the fold, the register, the receipt from before and the one from now', async () => {
    expect((await verifyLedger(world)).faults).toEqual([]);
    at('2026-02-04', '00:15');
    await publishRegister(world);
    expect((await checkRegister(placeAt(world.register.folder))).faults).toEqual([]);
    expect((await checkReceipt(kept, registered)).faults).toEqual([]);
    const now = (await receiptFile(world, cast.ngo, { number, version: 1 })) ?? '';
    expect((await checkReceipt(now, registered)).faults).toEqual([]);
    expect(now).not.toContain('Нұрланқызы');
    expect(now).not.toContain(cast.ngo.name);
  });

  it('is no door for other changes: the database lets nothing else be changed, and verify finds an erasure that nobody recorded', async () => {
    const change = (set: string) =>
      pool.query(`DO $$ BEGIN PERFORM set_config('kenes.erasing', 'on', true); UPDATE "Event" SET ${set}; END $$`);
    await expect(change(`type = 'appeal.withdrawn'`)).rejects.toThrow('append-only');
    await expect(change(`payload = '{}'`)).rejects.toThrow('append-only');
    await expect(pool.query(`DELETE FROM "Event"`)).rejects.toThrow('append-only');
    const stream = (await prisma.event.findFirstOrThrow()).stream;
    await pool.query(`ALTER TABLE "Event" DISABLE TRIGGER event_append_only`);
    await pool.query(`DELETE FROM "Event" WHERE version = 2`);
    expect((await verifyLedger(world)).faults.filter((one) => one.stream === stream).length).toBeGreaterThan(0);
    await pool.query(`ALTER TABLE "Event" ENABLE TRIGGER event_append_only`);
  });
});
