// How a body does its own work: an answer passes a second pair of eyes where the head chose so, notes stay among colleagues, and through
// all of it the clock of the law runs as if nothing were.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { decideDraft } from '../../app/commands/appeals/decide-draft';
import { draftAnswer } from '../../app/commands/appeals/draft-answer';
import { remarkOnAppeal } from '../../app/commands/appeals/remark';
import { terminateAppeal } from '../../app/commands/appeals/terminate';
import { uploadFile } from '../../app/commands/files/upload';
import { chooseFourEyes } from '../../app/commands/offices/choose-four-eyes';
import type { Viewer } from '../../app/core/viewer';
import { verifyLedger } from '../../app/data/verify';
import { attachmentOf } from '../../app/queries/attachment';
import { caseView } from '../../app/queries/case';
import { caseFacts } from '../../app/queries/case-facts';
import { draftedAnswers } from '../../app/queries/drafted-answers';
import { steps } from '../help/cases';
import { codeOf, must } from '../help/rounds';
import { aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
let cast: Cast;
/** Another head of the same ministry. */
let deputy: Viewer;
beforeAll(async () => {
  cast = await castInto(world);
  deputy = await official('Deputy', 'approver');
});
const { file, row, owed, letters } = steps(world, () => cast);

async function official(name: string, role: 'approver' | 'executor'): Promise<Viewer> {
  const personId = world.newId();
  const email = `${name.toLowerCase()}@kenes.test`;
  const since = new Date('2026-01-01T00:00:00Z');
  const mandate = { role, post: `${name}, post`, bodyId: cast.ministry.id, organisationId: null, councilId: null };
  await world.db.prisma.person.create({ data: { id: personId, email, name, locale: 'ru', createdAt: since } });
  await world.db.prisma.membership.create({ data: { id: world.newId(), personId, since, ...mandate } });
  return { personId, name, email, locale: 'ru', mandates: [mandate] };
}

const parts = () => askedOf(world.guide.inForceOn(today()).procedures.application).map(({ id }) => id);
const reply = (appealId: string, more: object = {}) => ({ appealId, ...aReply('act_favourable', parts()), ...more });
const versionOf = async (id: string) => ((await row(id)).steps as { draft: { version: number } }).draft.version;
const decide = async (viewer: Viewer, id: string, more: object = { decision: 'approve' }) =>
  decideDraft(world, viewer, { appealId: id, version: await versionOf(id), ...more });
const choose = (kinds: string[]) => chooseFourEyes(world, cast.head, { bodyId: cast.ministry.id, kinds });
const threadFor = async (viewer: Viewer | null, id: string) => {
  const facts = await caseFacts(world, viewer, (await row(id)).number);
  return facts ? (await caseView(world, viewer, facts, 'ru')).thread : [];
};
const told = (thread: Awaited<ReturnType<typeof threadFor>>) =>
  thread.map((item) => (item.type === 'step' ? item.step : item.type));

describe('four eyes', () => {
  it('are needed for the kinds that the head chooses and for no other; the choice is on the record and can be taken back', async () => {
    at('2026-02-02');
    await must(choose(['application', 'complaint']));
    await must(choose(['application', 'complaint']));
    const id = await file();
    expect(await codeOf(answerAppeal(world, cast.executor, reply(id)))).toBe('four_eyes_needed');
    expect(await codeOf(answerAppeal(world, cast.head, reply(id)))).toBe('four_eyes_needed');
    await must(choose(['complaint']));
    await must(answerAppeal(world, cast.executor, reply(id)));
    expect(await codeOf(chooseFourEyes(world, cast.executor, { bodyId: cast.ministry.id, kinds: [] }))).toBe(
      'not_allowed',
    );
    const events = await world.db.prisma.event.findMany({ where: { stream: `office:${cast.ministry.id}` } });
    expect(events.map(({ type }) => type)).toEqual(['office.four_eyes_chosen', 'office.four_eyes_chosen']);
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('put an executor’s answer before the approvers: it is given when one signs it, and names both', async () => {
    at('2026-02-02');
    await must(choose(['application']));
    const id = await file();
    at('2026-02-04');
    await must(draftAnswer(world, cast.executor, reply(id)));
    expect(await row(id)).toMatchObject({ phase: 'open', dueDay: '2026-02-23', officialId: null });
    expect(await owed(id, 'decide')).toMatchObject({ closedDay: null, dueDay: '2026-02-23' });
    expect(await letters(id, 'case_step', cast.head)).toMatchObject([{ data: { step: 'draft_to_approve' } }]);
    expect(await letters(id, 'case_step', cast.ngo)).toEqual([]);
    expect((await draftedAnswers(world, cast.head, 'ru')).waiting).toMatchObject([{ drafter: 'Executor', own: false }]);
    expect((await draftedAnswers(world, cast.committeeRegistrar, 'ru')).waiting).toEqual([]);
    at('2026-02-05');
    await must(decide(cast.head, id));
    expect(await row(id)).toMatchObject({ phase: 'answered', outcome: 'act_favourable', endedDay: '2026-02-05' });
    expect(await letters(id, 'case_step', cast.executor)).toMatchObject([{ data: { step: 'draft_approved' } }]);
    expect(await letters(id, 'appeal_answered', cast.ngo)).toMatchObject([{ data: { signedBy: 'Head' } }]);
    const forBody = (await threadFor(cast.executor, id)).find((item) => item.type === 'answered');
    const forAll = (await threadFor(null, id)).find((item) => item.type === 'answered');
    expect(forBody).toMatchObject({ signatory: { name: 'Head' }, drafter: { name: 'Executor' } });
    expect(forAll).toMatchObject({ signatory: { name: 'Head' }, drafter: null });
    expect((await draftedAnswers(world, cast.head, 'ru')).waiting).toEqual([]);
    expect(await codeOf(decide(cast.head, id))).toBe('already_ended');
  });

  it('are two people’s: whoever wrote a draft does not sign it, a head neither, and an executor signs none', async () => {
    at('2026-02-02');
    const id = await file();
    await must(draftAnswer(world, cast.head, reply(id)));
    expect(await codeOf(decide(cast.head, id))).toBe('same_person');
    expect(await codeOf(decide(cast.executor, id))).toBe('not_allowed');
    expect((await draftedAnswers(world, cast.head, 'ru')).waiting).toMatchObject([{ own: true }]);
    await must(decide(deputy, id));
    expect((await row(id)).phase).toBe('answered');
  });

  it('send a draft back with a remark that only colleagues read; written anew it waits again, and the old one is not signed', async () => {
    at('2026-02-02');
    const id = await file();
    const upload = await must(
      uploadFile(world, cast.executor, { name: 'акт.txt', bytes: bytesOf('Акт осмотра крыльца.') }),
    );
    await must(draftAnswer(world, cast.executor, reply(id, { files: [upload.id] })));
    const first = await versionOf(id);
    expect(await codeOf(decide(cast.head, id, { decision: 'return', remark: 'Мало' }))).toBe('invalid');
    await must(decide(cast.head, id, { decision: 'return', remark: 'Назовите срок установки.' }));
    expect(await codeOf(decide(cast.head, id))).toBe('draft_missing');
    expect(await letters(id, 'case_step', cast.executor)).toMatchObject([{ data: { step: 'draft_returned' } }]);
    expect((await draftedAnswers(world, cast.executor, 'ru')).returned).toMatchObject([
      { remark: 'Назовите срок установки.', by: 'Head' },
    ]);
    for (const viewer of [null, cast.ngo]) expect(told(await threadFor(viewer, id))).not.toContain('draft_returned');
    const { number } = await row(id);
    const { id: fileId } = upload;
    expect(await attachmentOf(world, cast.head, { number, fileId })).not.toBeNull();
    expect(await attachmentOf(world, null, { number, fileId })).toBeNull();
    expect(await attachmentOf(world, cast.ngo, { number, fileId })).toBeNull();
    await must(draftAnswer(world, cast.executor, reply(id, { files: [fileId], text: 'Пандус установят до 1 мая.' })));
    expect(await codeOf(decideDraft(world, cast.head, { appealId: id, version: first, decision: 'approve' }))).toBe(
      'changed_meanwhile',
    );
    await must(decide(cast.head, id));
    expect(await attachmentOf(world, null, { number, fileId })).toMatchObject({ name: 'акт.txt' });
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('let whoever signs note what the draft promises, in the act that gives the answer', async () => {
    at('2026-02-02');
    const id = await file();
    const [lift, yard] = ['Лифт будет заменён до 1 июня.', 'Двор будет убран до 5 апреля.'];
    await must(draftAnswer(world, cast.executor, reply(id, { text: `${lift}\n${yard}` })));
    const shown = { decision: 'approve', promisesShown: [lift, yard] };
    expect(await codeOf(decide(cast.head, id, { ...shown, promisesShown: [lift], askPromises: true }))).toBe(
      'promises_found',
    );
    await must(decide(cast.head, id, { ...shown, promises: ['0'] }));
    expect((await row(id)).steps).toMatchObject({ promises: [{ text: lift, day: '2026-06-01', by: 'body' }] });
    expect((await verifyLedger(world)).faults).toEqual([]);
  });

  it('stop nothing: a draft that waits past the due day leaves the case overdue, and what the law asks is asked again when it is signed', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await codeOf(draftAnswer(world, cast.executor, reply(id, { requirements: {} })))).toBe('reply_incomplete');
    await must(draftAnswer(world, cast.executor, reply(id)));
    at('2026-02-24');
    const facts = await caseFacts(world, cast.head, (await row(id)).number);
    expect(facts && (await caseView(world, cast.head, facts, 'ru')).standing).toBe('overdue');
    await must(decide(cast.head, id));
    expect(await owed(id, 'decide')).toMatchObject({ dueDay: '2026-02-23', closedDay: '2026-02-24' });
    at('2026-02-02');
    const ended = await file();
    await must(draftAnswer(world, cast.executor, reply(ended)));
    const { termination_grounds: grounds } = world.guide.inForceOn(today()).procedures.application;
    await must(
      terminateAppeal(world, cast.head, {
        ...{ appealId: ended, ground: grounds[0]?.id, text: 'Основание подтверждено документами дела.' },
      }),
    );
    expect(await codeOf(decide(deputy, ended))).toBe('already_ended');
  });
});

describe('a note in a case', () => {
  it('is on the record and read by the body’s own people, open or ended; nobody else is told that it exists', async () => {
    at('2026-02-02');
    const id = await file();
    await must(remarkOnAppeal(world, cast.registrar, { appealId: id, text: 'Звонили: проект у подрядчика.' }));
    expect(await codeOf(remarkOnAppeal(world, cast.ngo, { appealId: id, text: 'Заметка' }))).toBe('not_allowed');
    expect(await codeOf(remarkOnAppeal(world, cast.registrar, { appealId: id, text: ' ' }))).toBe('invalid');
    expect(told(await threadFor(cast.executor, id))).toContain('remarked');
    for (const viewer of [null, cast.ngo, cast.stranger, cast.committeeRegistrar])
      expect(JSON.stringify(await threadFor(viewer, id))).not.toContain('подрядчика');
    const { rows } = await world.db.pool.query<{ words: string }>(
      `SELECT words::text FROM "SearchEntry" WHERE id = '${id}'`,
    );
    expect(rows[0]?.words).not.toMatch(/подрядчик/);
    await must(choose([]));
    await must(answerAppeal(world, cast.executor, reply(id)));
    await must(remarkOnAppeal(world, cast.head, { appealId: id, text: 'Проверить исполнение весной.' }));
    expect(await row(id)).toMatchObject({ phase: 'answered' });
    expect((await verifyLedger(world)).faults).toEqual([]);
  });
});

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}
