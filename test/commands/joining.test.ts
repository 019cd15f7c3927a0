// Appeals that ask the same are joined and answered together: each stays a case with its own clock and gets its own full answer.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { joinAppeals } from '../../app/commands/appeals/join';
import { partAppeal } from '../../app/commands/appeals/part';
import type { Viewer } from '../../app/core/viewer';
import { verifyLedger } from '../../app/data/verify';
import { caseView } from '../../app/queries/case';
import { caseFacts } from '../../app/queries/case-facts';
import { likeCases } from '../../app/queries/like-cases';
import { steps } from '../help/cases';
import { codeOf, must, refusalOf } from '../help/rounds';
import { aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
const { file, row, letters } = steps(world, () => cast);
const reason = 'Оба обращения о пандусе у одного перехода.';
const viewFor = async (viewer: Viewer | null, id: string) => {
  const facts = await caseFacts(world, viewer, (await row(id)).number);
  if (!facts) throw new Error('not to be read');
  return caseView(world, viewer, facts, 'ru');
};
const OTHER = { subject: 'Урны в парке', text: 'Поставьте, пожалуйста, урны вдоль главной аллеи городского парка.' };

describe('similar appeals', () => {
  it('are found by their words, those of one applicant among them, and joined in one act that tells each applicant', async () => {
    at('2026-02-02');
    const first = await file();
    const twice = await file({ text: 'Просим установить пандус у подземного перехода и назвать ответственное лицо.' });
    const citizen = await file({ organisationId: '', visibility: 'private' }, cast.citizen);
    const apart = await file(OTHER);
    const [group, ...more] = await likeCases(world, cast.ministry.id);
    expect(more).toEqual([]);
    expect(group?.cases.map(({ id }) => id).sort()).toEqual([first, twice, citizen].sort());
    expect(group?.cases.find(({ id }) => id === citizen)).toMatchObject({ twice: false, joined: false });
    expect(group?.cases.find(({ id }) => id === first)).toMatchObject({ twice: true });
    await must(joinAppeals(world, cast.registrar, { appealIds: [first, twice, citizen], reason }));
    expect((await likeCases(world, cast.ministry.id))[0]?.cases.every(({ joined }) => joined)).toBe(true);
    for (const [id, to] of [
      [first, cast.ngo],
      [twice, cast.ngo],
      [citizen, cast.citizen],
    ] as const)
      expect(await letters(id, 'case_step', to)).toMatchObject([{ data: { step: 'joined', day: '2026-02-23' } }]);
    expect((await row(apart)).steps).toEqual({});
    // Whose the others are is for the body alone.
    const numbers = (await viewFor(cast.executor, first)).joined;
    expect(numbers).toEqual([(await row(twice)).number, (await row(citizen)).number].sort());
    expect((await viewFor(cast.ngo, first)).joined).toEqual([]);
    expect(JSON.stringify((await viewFor(null, first)).thread)).not.toContain((await row(citizen)).number);
    const parts = askedOf(world.guide.inForceOn(today()).procedures.application).map(({ id }) => id);
    await must(answerAppeal(world, cast.executor, { appealId: first, ...aReply('act_favourable', parts) }));
    expect(await row(twice)).toMatchObject({ phase: 'open', dueDay: '2026-02-23' });
    expect(await refusalOf(joinAppeals(world, cast.registrar, { appealIds: [first, twice], reason }))).toMatchObject({
      code: 'already_ended',
      params: { number: (await row(first)).number },
    });
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('are not joined across bodies, alone, or by a stranger; one is taken out and the others stay', async () => {
    at('2026-02-02');
    const [one, two, there] = [await file(), await file(), await file({ bodyId: cast.committee.id })];
    const join = (viewer: Viewer, ...appealIds: string[]) => joinAppeals(world, viewer, { appealIds, reason });
    expect(await codeOf(join(cast.registrar, one))).toBe('invalid');
    expect(await codeOf(join(cast.registrar, one, one))).toBe('invalid');
    expect(await codeOf(join(cast.registrar, one, there))).toBe('not_allowed');
    expect(await codeOf(join(cast.ngo, one, two))).toBe('not_allowed');
    await must(join(cast.executor, one, two));
    expect(await codeOf(partAppeal(world, cast.ngo, { appealId: one, reason }))).toBe('not_allowed');
    await must(partAppeal(world, cast.executor, { appealId: one, reason: 'Это другой переход, у вокзала.' }));
    expect((await viewFor(cast.executor, one)).joined).toEqual([]);
    expect(await codeOf(partAppeal(world, cast.executor, { appealId: one, reason }))).toBe('not_joined');
    expect((await viewFor(cast.executor, two)).joined).toEqual([(await row(one)).number]);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
});
