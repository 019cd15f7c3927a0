// Templates of answers and the handover of work: what is written once is used often, and nothing of it is sent half; who leaves office leaves
// no case without an executor.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { giveErrand } from '../../app/commands/appeals/give-errand';
import { handOver } from '../../app/commands/offices/hand-over';
import { retireTemplate } from '../../app/commands/templates/retire';
import { writeTemplate } from '../../app/commands/templates/write';
import { verifyLedger } from '../../app/data/verify';
import { filledFrom } from '../../app/pages/appeals/template-fill';
import { caseFacts } from '../../app/queries/case-facts';
import { templateOf, templatesFor, templatesOf } from '../../app/queries/templates';
import { steps } from '../help/cases';
import { codeOf, must, refusalOf } from '../help/rounds';
import { aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
const { file, row, owed, letters } = steps(world, () => cast);
const parts = () => askedOf(world.guide.inForceOn(today()).procedures.application).map(({ id }) => id);
const written = (more: object = {}) => ({
  ...{ bodyId: cast.ministry.id, kind: 'application', language: 'ru', name: 'Включено в план' },
  text: 'На обращение {{номер}} сообщаем: работы включены в план, {{что сделано}}.',
  requirements: { complaint_order: 'Жалоба подаётся в {{орган}}.', unknown: 'Чужое' },
  ...more,
});

describe('a template', () => {
  it('is written, written anew with its history kept, and retired; another body neither sees nor changes it', async () => {
    at('2026-02-02');
    const { id } = await must(writeTemplate(world, cast.executor, written()));
    await must(writeTemplate(world, cast.head, written({ templateId: id, name: 'Включено в план работ' })));
    expect(await codeOf(writeTemplate(world, cast.registrar, written()))).toBe('not_allowed');
    const theirs = written({ templateId: id, bodyId: cast.committee.id });
    expect(await codeOf(writeTemplate(world, cast.head, theirs))).toBe('not_allowed');
    expect(await templateOf(world, cast.committeeRegistrar, id)).toBeNull();
    const view = await templateOf(world, cast.registrar, id);
    expect(view).toMatchObject({ name: 'Включено в план работ', version: 2, writes: false, retired: false });
    expect(view?.history.map(({ by, name }) => [by, name])).toEqual([
      ['Head', 'Включено в план работ'],
      ['Executor', 'Включено в план'],
    ]);
    expect(view?.requirements).toEqual({ complaint_order: 'Жалоба подаётся в {{орган}}.' });
    await must(retireTemplate(world, cast.executor, { templateId: id }));
    expect(await templatesFor(world, { bodyId: cast.ministry.id, kind: 'application' })).toEqual([]);
    expect(await templatesOf(world, cast.ministry.id)).toMatchObject([{ id, retired: true }]);
    await must(writeTemplate(world, cast.executor, written({ templateId: id })));
    expect(await templatesFor(world, { bodyId: cast.ministry.id, kind: 'application' })).toHaveLength(1);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('fills an answer with what the case says, but for a hidden name; with a placeholder left nothing is sent', async () => {
    at('2026-02-02');
    const id = await file({ nameHidden: true });
    const facts = await caseFacts(world, cast.executor, (await row(id)).number);
    const [template] = await templatesFor(world, { bodyId: cast.ministry.id, kind: 'application' });
    if (!facts || !template) throw new Error('no case or no template');
    const form = filledFrom(template, facts, { signer: 'Executor, Бас сарапшы', today: today() });
    expect(form).toMatchObject({
      text: `На обращение ${facts.appeal.number} сообщаем: работы включены в план, {{что сделано}}.`,
      'requirements.complaint_order': 'Жалоба подаётся в Ministry of Tests (ru).',
    });
    const named = { ...template, text: '{{заявитель}}' };
    expect(filledFrom(named, facts, { signer: '', today: today() }).text).toBe('{{заявитель}}');
    const answer = (text: string) =>
      answerAppeal(world, cast.executor, { appealId: id, ...aReply('act_favourable', parts()), text });
    expect(await refusalOf(answer(form.text ?? ''))).toMatchObject({
      code: 'placeholder_left',
      params: { names: '{{что сделано}}' },
      fields: { text: 'bad_value' },
    });
    expect((await row(id)).phase).toBe('open');
    await must(answer((form.text ?? '').replace('{{что сделано}}', 'подрядчик выбран')));
  });
});

describe('a handover', () => {
  const hand = (more: object = {}) =>
    handOver(world, cast.head, {
      ...{ bodyId: cast.ministry.id, fromId: cast.executor.personId, toId: cast.registrar.personId },
      ...{ reason: 'Переходит в другой орган', ...more },
    });

  it('gives every open case and duty of one person to another in one act, each on the record, with one letter and no day moved', async () => {
    at('2026-03-02');
    const cases = [await file(), await file(), await file()];
    for (const appealId of cases)
      await must(assignAppeal(world, cast.registrar, { appealId, officialId: cast.executor.personId }));
    const [first = '', second = '', answered = ''] = cases;
    await must(
      giveErrand(world, cast.executor, {
        ...{ appealId: first, unit: 'Юристы', question: 'Есть ли проект?', until: '2026-03-10' },
      }),
    );
    await must(answerAppeal(world, cast.executor, { appealId: answered, ...aReply('act_favourable', parts()) }));
    const before = await owed(second, 'decide');
    const letter = async () =>
      world.db.prisma.letter.findMany({
        where: { letter: 'work_handed_over' },
        select: { personId: true, data: true },
      });
    await must(hand());
    for (const id of [first, second]) expect((await row(id)).officialId).toBe(cast.registrar.personId);
    expect((await row(answered)).officialId).toBe(cast.executor.personId);
    expect(await owed(first, 'errand')).toMatchObject({ officialId: cast.registrar.personId, dueDay: '2026-03-10' });
    expect(await owed(second, 'decide')).toMatchObject({ officialId: cast.registrar.personId, dueDay: before.dueDay });
    expect(await letter()).toMatchObject([{ personId: cast.registrar.personId, data: { cases: 2, from: 'Executor' } }]);
    expect(await letters(first, 'appeal_assigned', cast.registrar)).toEqual([]);
    const last = await world.db.prisma.event.findFirstOrThrow({ where: { type: 'office.handed_over' } });
    expect((last.payload as { cases: string[] }).cases.sort()).toEqual(
      [(await row(first)).number, (await row(second)).number].sort(),
    );
    expect(await codeOf(hand())).toBe('nothing_to_hand_over');
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('takes the work of somebody who has left already, and gives it to nobody who holds no office', async () => {
    at('2026-03-02');
    const id = await file();
    await must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
    await world.db.prisma.membership.updateMany({
      where: { personId: cast.executor.personId },
      data: { until: new Date('2026-03-03T00:00:00Z') },
    });
    at('2026-03-04');
    expect(await codeOf(hand({ toId: cast.executor.personId, fromId: cast.registrar.personId }))).toBe(
      'official_not_here',
    );
    expect(await codeOf(hand({ toId: cast.committeeRegistrar.personId }))).toBe('official_not_here');
    expect(await codeOf(hand({ toId: cast.executor.personId }))).toBe('invalid');
    await must(hand({ toId: cast.head.personId }));
    expect((await row(id)).officialId).toBe(cast.head.personId);
  });
});
