// A complaint suspends the execution of the act, but for the exceptions that the act states (APPC 96): recorded in the case of the act when the
// complaint is filed and when it ends, and what is left of the act is owed anew.
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { fileAppeal } from '../../app/commands/appeals/file';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import { reportExecution } from '../../app/commands/appeals/report-execution';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { lapseObligations } from '../../app/commands/obligations/lapse';
import { verifyLedger } from '../../app/data/verify';
import { caseFacts } from '../../app/queries/case-facts';
import { caseView } from '../../app/queries/case';
import type { Viewer } from '../../app/core/viewer';
import { steps } from '../help/cases';
import { must } from '../help/rounds';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
let cast: Cast;
let below: Viewer;
beforeAll(async () => {
  cast = await castInto(world);
  const place = { bodyId: cast.committee.id, organisationId: null };
  below = { ...cast.executor, mandates: [{ role: 'executor', post: 'Эксперт', ...place }] };
});
const { file, row, owed, letters } = steps(world, () => cast);
const parts = (kind: 'application' | 'complaint') =>
  askedOf(world.guide.inForceOn(today()).procedures[kind]).map(({ id }) => id);
const decided = async (outcome = 'act_favourable', more: object = {}) => {
  at('2026-02-02');
  const id = await file({ bodyId: cast.committee.id });
  await must(
    answerAppeal(world, below, {
      appealId: id,
      ...aReply(outcome, parts('application')),
      execution: 'lawful',
      ...more,
    }),
  );
  return id;
};
const complain = async (originId: string) =>
  (
    await must(
      fileAppeal(world, cast.ngo, { ...anAppeal(cast), kind: 'complaint', bodyId: cast.committee.id, originId }),
    )
  ).id;
const forward = async (appealId: string) => {
  const reason = 'Жалоба с материалами передаётся вышестоящему органу.';
  await must(redirectAppeal(world, cast.committeeRegistrar, { appealId, toBodyId: cast.ministry.id, reason }));
  return (await world.db.prisma.appeal.findFirstOrThrow({ where: { originId: appealId } })).id;
};
const end = (appealId: string, outcome: string) =>
  must(answerAppeal(world, cast.head, { appealId, ...aReply(outcome, parts('complaint')) }));
const shown = async (id: string, viewer: Viewer | null = cast.ngo) => {
  const facts = await caseFacts(world, viewer, (await row(id)).number);
  return facts && (await caseView(world, viewer, facts, 'ru')).suspension;
};

describe('a complaint about an act', () => {
  it('suspends its execution, which nobody is late with meanwhile, and both pages say so under the article', async () => {
    const id = await decided();
    expect(await owed(id, 'execute')).toMatchObject({ dueDay: '2026-02-09', closedDay: null });
    at('2026-02-05');
    const complaint = await complain(id);
    expect(await owed(id, 'execute')).toMatchObject({ closedDay: '2026-02-05', closedHow: 'released' });
    const { number } = await row(complaint);
    expect(await letters(id, 'case_step', cast.committeeRegistrar)).toMatchObject([
      { data: { step: 'act_suspended', complaint: number } },
    ]);
    for (const page of [id, complaint, await forward(complaint)])
      expect(await shown(page)).toMatchObject({
        state: 'suspended',
        day: '2026-02-05',
        sources: [{ label: 'АППК 96(1)' }, {}],
      });
    at('2026-02-20');
    await lapseObligations(world);
    expect(await letters(id, 'deadline_passed')).toEqual([]);
  });

  it('that ends with the act standing lets it go on: what is left is owed anew from that day, or by the later day that it set', async () => {
    for (const [more, due] of [
      [{}, '2026-03-04'],
      [{ execution: 'set', executeBy: '2026-06-30' }, '2026-06-30'],
    ] as const) {
      const id = await decided('act_favourable', more);
      at('2026-02-05');
      const above = await forward(await complain(id));
      at('2026-02-25');
      await end(above, 'send_back');
      expect(await owed(id, 'execute')).toMatchObject({ fromDay: '2026-02-25', dueDay: due, closedDay: null });
      expect((await row(id)).steps).toMatchObject({ execution: { until: due, executedDay: null } });
      expect(await shown(above)).toMatchObject({ state: 'lifted', day: '2026-02-25' });
      expect(await letters(id, 'case_step', cast.ngo)).toMatchObject([
        { data: { step: 'suspension_lifted', day: due } },
      ]);
      await must(reportExecution(world, below, { appealId: id, text: 'Пандус установлен и принят.' }));
      expect(await owed(id, 'execute')).toMatchObject({ closedHow: 'discharged' });
    }
  });

  it('that annuls the act leaves nothing of it to carry out', async () => {
    const id = await decided();
    at('2026-02-05');
    await end(await forward(await complain(id)), 'annul');
    expect(await owed(id, 'execute')).toMatchObject({ closedHow: 'released' });
    expect((await row(id)).steps).not.toHaveProperty('execution');
    expect(await shown(id, null)).toMatchObject({ state: 'annulled' });
  });

  it('that is withdrawn lifts the suspension, and the next one suspends again', async () => {
    const id = await decided();
    at('2026-02-05');
    const complaint = await complain(id);
    await must(withdrawAppeal(world, cast.ngo, { appealId: complaint, statement: 'Подадим новую.' }));
    expect(await owed(id, 'execute')).toMatchObject({ dueDay: '2026-02-12', closedDay: null });
    await complain(id);
    expect(await shown(id)).toMatchObject({ state: 'suspended', day: '2026-02-05' });
    expect(
      await world.db.prisma.obligation.count({ where: { stream: `appeal:${id}`, rule: 'execute', closedDay: null } }),
    ).toBe(0);
  });

  it('does not suspend an act that states an exception of the law and why; what is owed stays owed', async () => {
    const reason = 'Без ограждения котлован опасен для жизни людей.';
    const id = await decided('act_favourable', { enforced: 'protection', enforcedReason: reason });
    at('2026-02-05');
    const above = await forward(await complain(id));
    expect(await owed(id, 'execute')).toMatchObject({ dueDay: '2026-02-09', closedDay: null });
    expect(await shown(above)).toMatchObject({ state: 'goes_on', reason: { text: reason } });
    await end(above, 'annul_and_new_act');
    expect(await owed(id, 'execute')).toMatchObject({ closedHow: 'released' });
  });
});

it('a complaint about silence has no act to suspend, and says so', async () => {
  at('2026-02-02');
  const id = await file({ bodyId: cast.committee.id });
  at('2026-02-24');
  const complaint = await complain(id);
  expect(await shown(complaint)).toMatchObject({ state: 'nothing', act: (await row(id)).number });
  expect(await shown(id)).toBeNull();
  expect(await shown(await file({ kind: 'complaint' }))).toMatchObject({ state: 'untied', act: null });
});

it('the ledger is whole: every row is the fold of its events', async () => {
  expect((await verifyLedger(world)).faults).toEqual([]);
});
