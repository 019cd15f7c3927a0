// Whatever step of a wave a process dies in, nothing that was accepted is lost and nothing counts twice: killed after a right was taken,
// before and after an answer was put in, and at every step of the count.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { castAnswer } from '../../app/commands/waves/cast';
import { countWaves } from '../../app/commands/waves/count';
import { openWaves } from '../../app/commands/waves/open';
import { planWave } from '../../app/commands/waves/plan';
import { takeRight } from '../../app/commands/waves/take-right';
import type { Viewer } from '../../app/core/viewer';
import { takeFor } from '../../app/data/credentials';
import { diskSeals } from '../../app/data/seals';
import { verifyLedger } from '../../app/data/verify';
import { testDatabase } from '../help/database';
import { must } from '../help/rounds';
import { castInto, testWorld, type Cast } from '../help/world';
import type { Act, Death, Given } from './wave-child';

const seals = mkdtempSync(path.join(os.tmpdir(), 'kenes-seals-'));
const { world: bare, at } = testWorld('2026-02-02');
const world = { ...bare, seals: diskSeals(seals) };
const { prisma } = world.db;
const OPENS = '2026-03-02';
const AFTER = '2026-03-31';
const ANSWERS = 6;
let cast: Cast;
let panel: { id: string; waveId: string; publicKey: string };

beforeAll(async () => {
  cast = await castInto(world);
});
beforeEach(async () => {
  at('2026-02-02');
  const { number } = await must(
    planWave(world, cast.administrator, {
      ...{ instrument: 'yearly', titleKk: 'Толқын', titleRu: 'Волна', titleEn: 'Wave', openness: 'open' },
      ...{ bodyIds: [cast.ministry.id], opensDay: OPENS, closesDay: '2026-03-30' },
    }),
  );
  at(OPENS);
  await openWaves(world);
  panel = await prisma.panel.findFirstOrThrow({ where: { wave: { number }, direction: 'ngo_to_body' } });
});

/** Does it in a process of its own, which dies there. */
function killed(act: Act, death: Death): void {
  const given: Given = { url: testDatabase().url, seals, now: world.now(), act, death };
  const child = spawnSync(process.execPath, ['--import', 'tsx', 'test/workers/wave-child.ts', JSON.stringify(given)], {
    encoding: 'utf8',
  });
  expect({ signal: child.signal, said: child.stdout + child.stderr }).toEqual({ signal: 'SIGKILL', said: '' });
}

const sign = async (viewer: Viewer, blinded: Uint8Array) =>
  Buffer.from(
    (await must(takeRight(world, viewer, { panelId: panel.id, blinded: Buffer.from(blinded).toString('base64url') })))
      .signature,
    'base64url',
  );
const credentialOf = async (viewer: Viewer): Promise<string> =>
  (await takeFor(panel.publicKey, (blinded) => sign(viewer, blinded))) ?? '';
const answerOf = (credential: string, trust = '7') => ({
  panelId: panel.id,
  credential,
  sheet: { trust, contact_frequency: 'every_month' },
});
const inBox = async () =>
  (await prisma.surveyBox.findMany({ where: { panelId: panel.id } })).flatMap(({ sealed }) =>
    Object.keys(sealed as object),
  );
const person = async (): Promise<Viewer> => {
  const personId = world.newId();
  const email = `${personId}@kenes.test`;
  await prisma.person.create({ data: { id: personId, email, name: 'Many', locale: 'kk', createdAt: new Date(0) } });
  const mandate = { role: 'representative' as const, post: null, bodyId: null, organisationId: cast.organisationId };
  return { personId, name: 'Many', email, locale: 'kk', mandates: [mandate] };
};

it('killed after the right was taken: the same message is signed again, and the answer counts', async () => {
  const credential = await takeFor(panel.publicKey, async (blinded) => {
    const raw = { panelId: panel.id, blinded: Buffer.from(blinded).toString('base64url') };
    killed({ does: 'take', viewer: cast.ngo, raw }, { when: 'after', statement: 'take_right' });
    expect(await prisma.surveyRight.count({ where: { panelId: panel.id, taken: true } })).toBe(1);
    return sign(cast.ngo, blinded);
  });
  expect(await must(castAnswer(world, answerOf(credential ?? '')))).toMatchObject({ before: false });
  expect(await inBox()).toHaveLength(1);
});

it('killed after an answer was put in, and before: sent again it counts once, in the first case as what was said first', async () => {
  const [one, other] = [await credentialOf(await person()), await credentialOf(await person())];
  killed({ does: 'cast', raw: answerOf(one) }, { when: 'after', statement: 'put_answer' });
  expect(await must(castAnswer(world, answerOf(one, '1')))).toMatchObject({ before: true });
  killed({ does: 'cast', raw: answerOf(other) }, { when: 'before', statement: 'put_answer' });
  expect(await must(castAnswer(world, answerOf(other)))).toMatchObject({ before: false });
  expect(await inBox()).toHaveLength(2);
});

describe('killed in the middle of a count', () => {
  it.each<[string, Death]>([
    ['before the boxes are closed', { when: 'before', statement: 'SET closed = true' }],
    ['after the boxes were closed', { when: 'after', statement: 'SET closed = true' }],
    ['before anything is written', { when: 'before', statement: 'INSERT INTO \\"SurveyAnswer\\"' }],
    [
      'after all was written, with the seal still there',
      { when: 'after', statement: 'INSERT INTO \\"SurveyAnswer\\"' },
    ],
  ])('%s: counted again, every answer is there once and the seal is gone', async (_, death) => {
    const said = Array.from({ length: ANSWERS }, (_none, n) => n);
    for (const trust of said)
      await must(castAnswer(world, answerOf(await credentialOf(await person()), String(trust))));
    at(AFTER);
    killed({ does: 'count' }, death);
    expect(await world.seals.read(panel.waveId)).not.toBeNull();
    await countWaves(world);
    const answers = await prisma.surveyAnswer.findMany({ where: { waveId: panel.waveId } });
    expect(answers.map(({ values }) => (values as { trust: number }).trust).sort()).toEqual(said);
    expect(await prisma.surveyReceipt.count({ where: { waveId: panel.waveId } })).toBe(ANSWERS);
    expect(await world.seals.read(panel.waveId)).toBeNull();
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
});
