// A complaint from its filing with the body complained of to the decision above or to silence there (APPC 91-101).
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { askCure } from '../../app/commands/appeals/ask-cure';
import { callHearing } from '../../app/commands/appeals/call-hearing';
import { cureAppeal } from '../../app/commands/appeals/cure';
import { returnAppeal } from '../../app/commands/appeals/return';
import { fileAppeal } from '../../app/commands/appeals/file';
import { proposeExtension } from '../../app/commands/appeals/propose-extension';
import { redirectAppeal } from '../../app/commands/appeals/redirect';
import { terminateAppeal } from '../../app/commands/appeals/terminate';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { lapseObligations } from '../../app/commands/obligations/lapse';
import { verifyLedger } from '../../app/data/verify';
import { standingOf } from '../../app/core/standing';
import type { Day } from '../../app/core/day';
import type { Viewer } from '../../app/core/viewer';
import { steps } from '../help/cases';
import { codeOf, must, refusalOf } from '../help/rounds';
import { anAppeal, aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
let cast: Cast;
/** An official of the committee, who is also one of the ministry. */
let both: Viewer;
let committeeExecutor: Viewer;
beforeAll(async () => {
  cast = await castInto(world);
  const place = { bodyId: cast.committee.id, organisationId: null };
  committeeExecutor = { ...cast.executor, mandates: [{ role: 'executor', post: 'Эксперт', ...place }] };
  both = { ...cast.executor, mandates: [...cast.executor.mandates, ...committeeExecutor.mandates] };
});
const { file, row, owed, letters } = steps(world, () => cast);
const parts = (kind: 'application' | 'complaint') =>
  askedOf(world.guide.inForceOn(today()).procedures[kind]).map(({ id }) => id);
const atCommittee = (more: object = {}) => file({ bodyId: cast.committee.id, ...more });
const complain = (originId: string, more: object = {}) =>
  fileAppeal(world, cast.ngo, { ...anAppeal(cast), kind: 'complaint', bodyId: cast.committee.id, originId, ...more });
const answer = (appealId: string, outcome: string, viewer = both) =>
  answerAppeal(world, viewer, { appealId, ...aReply(outcome, parts('complaint')) });
/** The decision to leave it unsatisfied is announced in time, and its day has come. */
const announced = async (appealId: string) => {
  const text = 'Намерены оставить жалобу без удовлетворения: срок не нарушен.';
  await must(callHearing(world, cast.executor, { appealId, text, decisionDay: '2026-02-27', how: 'written' }));
  at('2026-02-27');
};
const forward = async (appealId: string) => {
  const reason = 'Жалоба с материалами передаётся вышестоящему органу.';
  await must(redirectAppeal(world, cast.committeeRegistrar, { appealId, toBodyId: cast.ministry.id, reason }));
  return world.db.prisma.appeal.findFirstOrThrow({ where: { originId: appealId } });
};

describe('filing a complaint about a case', () => {
  it('is refused before the term has passed, with another body, and a second time; late it is still taken', async () => {
    at('2026-02-02');
    const id = await atCommittee();
    at('2026-02-23');
    expect(await refusalOf(complain(id))).toMatchObject({
      code: 'complaint_too_early',
      basis: { act: 'appc', article: '91(2)' },
      params: { due: '2026-02-23' },
    });
    at('2026-02-24');
    expect(await refusalOf(complain(id, { bodyId: cast.ministry.id }))).toMatchObject({
      code: 'complaint_elsewhere',
      basis: { article: '91(4)' },
    });
    const { id: complaint } = await must(complain(id));
    expect(await row(complaint)).toMatchObject({ originId: id, kind: 'complaint', bodyId: cast.committee.id });
    expect(await owed(complaint, 'forward')).toMatchObject({ dueDay: '2026-02-27', closedDay: null });
    expect(await codeOf(complain(id))).toBe('complaint_filed');
    await must(withdrawAppeal(world, cast.ngo, { appealId: complaint, statement: 'Подадим новую.' }));
    at('2027-02-24');
    await must(complain(id));
  });

  it('is not open to strangers, and not about what was withdrawn', async () => {
    at('2026-02-02');
    const id = await atCommittee();
    await must(withdrawAppeal(world, cast.ngo, { appealId: id, statement: 'Вопрос решён.' }));
    expect(await codeOf(complain(id))).toBe('complaint_of_nothing');
    const foreign = { ...anAppeal(cast), kind: 'complaint', organisationId: '', originId: id };
    expect(await codeOf(fileAppeal(world, cast.citizen, foreign))).toBe('not_found');
  });
});

describe('at the body complained of', () => {
  const complaintOf = async () => {
    at('2026-02-02');
    const id = await atCommittee();
    at('2026-02-24');
    return (await must(complain(id))).id;
  };

  it('is satisfied in full within the days for passing it on, and then closed as such', async () => {
    const id = await complaintOf();
    expect(await refusalOf(answer(id, 'leave_unsatisfied'))).toMatchObject({
      code: 'complaint_goes_up',
      basis: { article: '91(4)' },
      params: { due: '2026-02-27' },
    });
    at('2026-02-27');
    await must(answer(id, 'perform_action'));
    expect(await row(id)).toMatchObject({ phase: 'answered', outcome: 'perform_action' });
    expect(await owed(id, 'forward')).toMatchObject({ closedHow: 'released' });
  });

  it('can’t be left without consideration there: that is for the body above, whose notice has its days', async () => {
    const id = await complaintOf();
    const end = { ground: 'court_act', text: 'Имеется вступивший в силу судебный акт о том же.' };
    const below = { bodyId: cast.committee.id, organisationId: null };
    const head: Viewer = { ...cast.head, mandates: [{ role: 'approver', post: 'Председатель', ...below }] };
    expect(await refusalOf(terminateAppeal(world, head, { appealId: id, ...end }))).toMatchObject({
      code: 'complaint_goes_up',
      basis: { article: '91(4)' },
    });
    const above = await forward(id);
    await must(terminateAppeal(world, cast.head, { appealId: above.id, ...end }));
    expect(await owed(above.id, 'no_consideration_notice')).toMatchObject({
      dueDay: '2026-02-27',
      closedHow: 'discharged',
    });
  });

  it('can only be passed on after those days, late by the record', async () => {
    const id = await complaintOf();
    at('2026-03-02');
    expect(await codeOf(answer(id, 'perform_action'))).toBe('complaint_goes_up');
    const above = await forward(id);
    expect(await owed(id, 'forward')).toMatchObject({ dueDay: '2026-02-27', closedDay: '2026-03-02' });
    expect(await letters(id, 'case_step', cast.ngo)).toMatchObject([{ data: { step: 'complaint_forwarded' } }]);
    expect(await letters(id, 'appeal_redirected')).toEqual([]);
    expect(above).toMatchObject({ bodyId: cast.ministry.id, phase: 'open', dueDay: '2026-04-03' });
  });
});

describe('at the superior body', () => {
  const above = async (signer?: Viewer) => {
    at('2026-02-02');
    const id = await atCommittee();
    if (signer)
      await must(answerAppeal(world, signer, { appealId: id, ...aReply('act_favourable', parts('application')) }));
    at('2026-02-24');
    const { id: complaint } = await must(complain(id));
    return forward(complaint);
  };

  it('is decided in twenty working days from registration, without extension, with outcomes of its own', async () => {
    const { id, dueDay } = await above();
    expect(dueDay).toBe('2026-03-30');
    const extension = { appealId: id, reason: 'Нужна экспертиза, она ещё идёт.', until: '2026-04-30' };
    expect(await codeOf(proposeExtension(world, cast.executor, extension))).toBe('extension_not_allowed');
    for (const outcome of ['annul', 'annul_and_new_act', 'leave_unsatisfied', 'send_back'] as const) {
      const one = await above();
      if (outcome === 'leave_unsatisfied') await announced(one.id);
      await must(answer(one.id, outcome, cast.executor));
      expect(await row(one.id)).toMatchObject({ phase: 'answered', outcome });
    }
    expect(await codeOf(answer(id, 'act_favourable', cast.executor))).toBe('outcome_unknown');
  });

  it('its decision is told to the body complained of, by its registrar, beside the applicant', async () => {
    const { id } = await above();
    await must(answer(id, 'annul', cast.executor));
    expect(await letters(id, 'case_step', cast.committeeRegistrar)).toMatchObject([
      { data: { step: 'complaint_decided', text: expect.stringContaining('работы') } },
    ]);
    expect(await letters(id, 'appeal_answered', cast.ngo)).toHaveLength(1);
  });

  it('whoever signed what is complained of can’t decide it', async () => {
    const { id } = await above(committeeExecutor);
    expect(await refusalOf(answer(id, 'leave_unsatisfied', cast.executor))).toMatchObject({
      code: 'official_complained_of',
      basis: { article: '97(2)' },
    });
    await announced(id);
    await must(answer(id, 'leave_unsatisfied', cast.head));
  });

  it('whoever complained is heard before it is left unsatisfied, under the articles of hearing', async () => {
    const { id } = await above();
    expect(await refusalOf(answer(id, 'leave_unsatisfied', cast.executor))).toMatchObject({
      code: 'hearing_missing',
      basis: { article: '98(3), 73(1)' },
      params: { day: '2026-02-27' },
    });
    await announced(id);
    expect(await owed(id, 'objections')).toMatchObject({ debtorKind: 'organisation', dueDay: '2026-02-26' });
  });

  it('can be put right in form by a day, or comes back with reasons, and may then be filed again', async () => {
    at('2026-02-02');
    const case_ = await atCommittee();
    at('2026-02-24');
    const { id: complaint } = await must(complain(case_));
    const ask = { defects: 'Не указано, какое действие обжалуется и с какого дня.', until: '2026-02-27' };
    const back = { ground: 'defects_not_cured', text: 'Недостатки к назначенному дню не устранены.' };
    const below = { ...cast.executor, mandates: committeeExecutor.mandates };
    expect(await refusalOf(askCure(world, below, { appealId: complaint, ...ask }))).toMatchObject({
      code: 'complaint_goes_up',
      basis: { article: '91(4)' },
    });
    const { id, dueDay } = await forward(complaint);
    expect(await codeOf(returnAppeal(world, cast.head, { appealId: id, ...back }))).toBe('cure_not_asked');
    await must(askCure(world, cast.executor, { appealId: id, ...ask }));
    expect(await owed(id, 'cure')).toMatchObject({ debtorKind: 'organisation', dueDay: '2026-02-27', closedDay: null });
    expect(await owed(id, 'decide')).toMatchObject({ dueDay, closedDay: null });
    expect(await refusalOf(returnAppeal(world, cast.head, { appealId: id, ...back }))).toMatchObject({
      code: 'cure_running',
      basis: { article: '94(1), 64(7)' },
    });
    at('2026-03-02');
    await must(returnAppeal(world, cast.head, { appealId: id, ...back }));
    expect(await row(id)).toMatchObject({ phase: 'returned', outcome: 'defects_not_cured' });
    expect(await owed(id, 'cure_return')).toMatchObject({ dueDay: '2026-03-04', closedHow: 'discharged' });
    expect(await owed(id, 'decide')).toMatchObject({ closedHow: 'discharged' });
    expect(await owed(id, 'cure')).toMatchObject({ closedHow: 'released' });
    const second = await forward((await must(complain(case_))).id);
    await must(askCure(world, cast.executor, { appealId: second.id, ...ask, until: '2026-03-05' }));
    await must(cureAppeal(world, cast.ngo, { appealId: second.id, text: 'Обжалуется молчание с 24 февраля.' }));
    expect(await owed(second.id, 'cure')).toMatchObject({ closedHow: 'discharged' });
    expect(await codeOf(returnAppeal(world, cast.head, { appealId: second.id, ...back }))).toBe('cure_not_asked');
    expect(await codeOf(complain(case_))).toBe('complaint_filed');
  });

  it('silence counts as a refusal of its own, after which another way is left, not another complaint', async () => {
    const { id } = await above();
    at('2026-03-31');
    const { phase, registeredDay, dueDay, endedDay } = await row(id);
    const facts = {
      phase: phase as 'open',
      registeredDay: registeredDay as Day,
      dueDay: dueDay as Day,
      endedDay: endedDay as null,
    };
    expect(standingOf(facts, '2026-03-31')).toBe('overdue');
    await lapseObligations(world);
    expect(await letters(id, 'case_step', cast.ngo)).toMatchObject([{ data: { step: 'complaint_unanswered' } }]);
    const again = { ...anAppeal(cast), kind: 'complaint', originId: id };
    expect(await codeOf(fileAppeal(world, cast.ngo, again))).toBe('complaint_not_known');
  });
});

it('the ledger is whole: every row is the fold of its events', async () => {
  expect((await verifyLedger(world)).faults).toEqual([]);
});
