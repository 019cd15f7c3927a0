// A decision that burdens the applicant comes after a hearing (APPC 73-74), the file is shown (75), and a favourable act is carried out (86).
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAppeal, askedOf } from '../../app/commands/appeals/answer';
import { askFile } from '../../app/commands/appeals/ask-file';
import { assignAppeal } from '../../app/commands/appeals/assign';
import { callHearing } from '../../app/commands/appeals/call-hearing';
import { giveFile } from '../../app/commands/appeals/give-file';
import { judgeExecution } from '../../app/commands/appeals/judge-execution';
import { objectToDecision } from '../../app/commands/appeals/object';
import { remarkOnProtocol } from '../../app/commands/appeals/remark-protocol';
import { decideRemarks } from '../../app/commands/appeals/decide-remarks';
import { setHearing } from '../../app/commands/appeals/set-hearing';
import { recordHearing } from '../../app/commands/appeals/record-hearing';
import { reportExecution } from '../../app/commands/appeals/report-execution';
import { withdrawAppeal } from '../../app/commands/appeals/withdraw';
import { lapseObligations } from '../../app/commands/obligations/lapse';
import { earliestDecision, inTimeFor } from '../../app/core/burden';
import { isWorking, workingDaysBetween } from '../../app/core/calendar';
import { addDays } from '../../app/core/day';
import { verifyLedger } from '../../app/data/verify';
import { attachmentOf } from '../../app/queries/attachment';
import { uploaded } from '../help/uploads';
import { steps } from '../help/cases';
import { codeOf, must, refusalOf } from '../help/rounds';
import { aReply, castInto, testWorld, type Cast } from '../help/world';

const { world, at, today } = testWorld();
let cast: Cast;
beforeAll(async () => {
  cast = await castInto(world);
});
const { file, row, owed, letters } = steps(world, () => cast);
const inForce = () => world.guide.inForceOn(today());
const parts = (kind: 'application' | 'message' = 'application') =>
  askedOf(inForce().procedures[kind]).map(({ id }) => id);
const answer = (appealId: string, outcome: string, more: object = {}) =>
  answerAppeal(world, cast.executor, { appealId, ...aReply(outcome, parts()), ...more });
const INTENDED = 'Намерены отказать: проекта пандуса нет.';
const call = (appealId: string, decisionDay: string, more: object = {}) =>
  callHearing(world, cast.executor, { appealId, text: INTENDED, decisionDay, how: 'written', ...more });
const object = (appealId: string, oral = false) =>
  objectToDecision(world, cast.ngo, { appealId, text: 'Проект был приложен.', oral });

describe('a refusing decision', () => {
  it('without a hearing is refused with the article, and a favourable one needs none', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await refusalOf(answer(id, 'act_refusing'))).toMatchObject({
      code: 'hearing_missing',
      basis: { act: 'appc', article: '73(1)' },
      params: { day: '2026-02-05' },
    });
    await must(answer(id, 'act_favourable'));
  });

  it('in the simplified procedure needs no hearing, and can’t have one', async () => {
    at('2026-02-02');
    const id = await file({ kind: 'message' });
    expect(await codeOf(call(id, '2026-02-12'))).toBe('hearing_not_known');
    const reply = aReply('answered', parts('message'));
    await must(answerAppeal(world, cast.executor, { appealId: id, ...reply }));
  });

  it('is announced so many working days before as the guide counts backward', async () => {
    at('2026-05-05');
    const id = await file();
    at('2026-05-07');
    // 7 and 11 May are days off: for a decision on 13 May the notice must be out by 6 May.
    expect(await refusalOf(call(id, '2026-05-13'))).toMatchObject({
      code: 'hearing_notice_late',
      params: { day: '2026-05-14' },
    });
    at('2026-05-06');
    await must(call(id, '2026-05-13'));
    expect(await owed(id, 'hearing_notice')).toMatchObject({ dueDay: '2026-05-06', closedDay: '2026-05-06' });
    expect(await owed(id, 'objections')).toMatchObject({
      debtorKind: 'organisation',
      fromDay: '2026-05-06',
      dueDay: '2026-05-12',
      closedDay: null,
    });
    expect(await codeOf(call(id, '2026-05-20'))).toBe('hearing_announced');
    expect(await refusalOf(answer(id, 'act_refusing'))).toMatchObject({
      code: 'decision_too_soon',
      params: { day: '2026-05-13' },
    });
    at('2026-05-13');
    await lapseObligations(world);
    expect(await codeOf(object(id))).toBe('objections_late');
    await must(answer(id, 'act_refusing'));
    expect(await row(id)).toMatchObject({ phase: 'answered', outcome: 'act_refusing' });
    expect(await owed(id, 'objections')).toMatchObject({ closedHow: 'released' });
    expect(await letters(id, 'deadline_passed')).toEqual([]);
    expect(await letters(id, 'case_step')).toMatchObject([
      { personId: cast.ngo.personId, data: { step: 'decision_announced', day: '2026-05-12' } },
    ]);
  });

  it('waits for the hearing that the applicant asked for, and for its protocol', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await codeOf(object(id))).toBe('hearing_not_announced');
    await must(call(id, '2026-02-06'));
    at('2026-02-04');
    await must(object(id, true));
    expect(await codeOf(object(id))).toBe('objected_already');
    expect(await owed(id, 'objections')).toMatchObject({ dueDay: '2026-02-04', closedHow: 'discharged' });
    const protocol = { appealId: id, protocol: 'Заслушан представитель, проект принят к рассмотрению.' };
    const record = (heldDay: string, viewer = cast.executor) => recordHearing(world, viewer, { ...protocol, heldDay });
    expect(await refusalOf(record('2026-02-04'))).toMatchObject({
      code: 'hearing_not_set',
      basis: { article: '73(3)' },
    });
    const set = (hearingDay: string, decisionDay: string) =>
      setHearing(world, cast.executor, { appealId: id, hearingDay, decisionDay, place: 'Каб. 214, 15:00' });
    // Told on 4 February, a hearing is on 9 February at the earliest: three working days before are counted backward.
    expect(await refusalOf(set('2026-02-06', '2026-02-06'))).toMatchObject({
      code: 'hearing_too_near',
      params: { day: '2026-02-09' },
    });
    expect(await codeOf(set('2026-02-09', '2026-02-06'))).toBe('invalid');
    await must(set('2026-02-09', '2026-02-10'));
    expect(await codeOf(set('2026-02-09', '2026-02-10'))).toBe('hearing_not_asked');
    expect(await owed(id, 'oral_hearing')).toMatchObject({ dueDay: '2026-02-04', closedHow: 'discharged' });
    expect(await owed(id, 'hearing_protocol')).toMatchObject({ fromDay: '2026-02-09', closedDay: null });
    expect(await letters(id, 'case_step', cast.ngo)).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ step: 'hearing_called', hearingDay: '2026-02-09' }) }),
    );
    at('2026-02-09');
    expect(await codeOf(answer(id, 'act_refusing'))).toBe('decision_too_soon');
    at('2026-02-10');
    expect(await codeOf(answer(id, 'act_refusing'))).toBe('hearing_not_held');
    expect(await codeOf(record('2026-02-11'))).toBe('invalid');
    await must(record('2026-02-09'));
    expect(await codeOf(record('2026-02-09', cast.head))).toBe('protocol_recorded');
    await must(answer(id, 'act_refusing'));
  });

  it('an oral hearing has a place and time, and its protocol before the decision', async () => {
    at('2026-02-02');
    const id = await file();
    const oral = { how: 'oral', place: 'Каб. 214, 5 февраля, 15:00' };
    expect(await codeOf(call(id, '2026-02-06', { ...oral, place: '', hearingDay: '2026-02-05' }))).toBe('invalid');
    for (const hearingDay of ['', '2026-02-07'])
      expect(await codeOf(call(id, '2026-02-06', { ...oral, hearingDay })), hearingDay).toBe('invalid');
    expect(await refusalOf(call(id, '2026-02-06', { ...oral, hearingDay: '2026-02-04' }))).toMatchObject({
      code: 'hearing_too_near',
      basis: { article: '66(1), 73(3)' },
      params: { day: '2026-02-05' },
    });
    await must(call(id, '2026-02-06', { ...oral, hearingDay: '2026-02-05' }));
    at('2026-02-06');
    expect(await codeOf(answer(id, 'act_refusing'))).toBe('hearing_not_held');
  });

  it('announced in writing has no protocol, whatever the applicant objects in writing', async () => {
    at('2026-02-02');
    const id = await file();
    await must(call(id, '2026-02-06'));
    await must(object(id));
    at('2026-02-06');
    const protocol = { appealId: id, heldDay: '2026-02-05', protocol: 'Заслушан представитель, проект принят.' };
    expect(await refusalOf(recordHearing(world, cast.executor, protocol))).toMatchObject({
      code: 'protocol_of_written',
      basis: { act: 'appc', article: '73(3)' },
    });
    await must(answer(id, 'act_refusing'));
  });

  it('is given without a hearing where the official states an exception of the law and why, and the applicant reads it', async () => {
    at('2026-02-02');
    const id = await file();
    const stated = { unheard: 'urgent', unheardReason: 'Промедление угрожает жизни людей: дом признан аварийным.' };
    expect(await refusalOf(answer(id, 'act_refusing', { ...stated, unheardReason: 'Срочно' }))).toMatchObject({
      code: 'invalid',
      fields: { unheardReason: 'too_short' },
    });
    await must(answer(id, 'act_refusing', stated));
    const [letter] = await letters(id, 'appeal_answered', cast.ngo);
    expect(letter?.data).toMatchObject({
      stated: [{ key: 'hearing_exception.urgent.name', reason: stated.unheardReason }],
    });
    const asked = await file();
    await must(answer(asked, 'act_refusing', { ...stated, unheard: 'applicant_asked' }));
    // Of a favourable act nothing is asked, so nothing is stated.
    const favourable = await file();
    await must(answer(favourable, 'act_favourable', stated));
    expect((await letters(favourable, 'appeal_answered', cast.ngo))[0]?.data).not.toHaveProperty('stated');
  });

  describe('has a protocol', () => {
    const protocol = 'Заслушан представитель, проект принят к рассмотрению.';
    const heldOn = (appealId: string, heldDay: string) =>
      recordHearing(world, cast.executor, { appealId, protocol, heldDay });
    const remark = (appealId: string) =>
      remarkOnProtocol(world, cast.ngo, { appealId, text: 'Слова о пандусе в протокол не вошли.' });
    const called = async () => {
      at('2026-05-04');
      const id = await file();
      const oral = { how: 'oral', place: 'Каб. 214, 8 мая, 15:00', hearingDay: '2026-05-08' };
      await must(call(id, '2026-05-15', oral));
      return id;
    };

    it('owed from the day for which the hearing is called, within the guide’s working days, late when it is late', async () => {
      const id = await called();
      expect(await owed(id, 'hearing_protocol')).toMatchObject({
        debtorKind: 'body',
        fromDay: '2026-05-08',
        dueDay: '2026-05-13',
        closedDay: null,
      });
      at('2026-05-14');
      await must(heldOn(id, '2026-05-08'));
      expect(await owed(id, 'hearing_protocol')).toMatchObject({ closedDay: '2026-05-14', closedHow: 'discharged' });
    });

    it('of a hearing held on another day is timed from that day, and the day that was called for is not owed', async () => {
      const id = await called();
      at('2026-05-13');
      await must(heldOn(id, '2026-05-12'));
      const duties = await world.db.prisma.obligation.findMany({
        where: { stream: `appeal:${id}`, rule: 'hearing_protocol' },
        orderBy: { fromDay: 'asc' },
        select: { fromDay: true, dueDay: true, closedHow: true },
      });
      expect(duties).toEqual([
        { fromDay: '2026-05-08', dueDay: '2026-05-13', closedHow: 'released' },
        { fromDay: '2026-05-12', dueDay: '2026-05-14', closedHow: 'discharged' },
      ]);
    });

    it('on which the applicant remarks within the guide’s days of getting it; while the case is open none comes too late', async () => {
      const id = await called();
      expect(await codeOf(remark(id))).toBe('protocol_not_recorded');
      at('2026-05-12');
      await must(heldOn(id, '2026-05-08'));
      expect(await letters(id, 'case_step', cast.ngo)).toContainEqual(
        expect.objectContaining({ data: expect.objectContaining({ step: 'heard', day: '2026-05-15' }) }),
      );
      await must(remark(id));
      expect(await owed(id, 'protocol_remarks')).toMatchObject({
        debtorKind: 'organisation',
        fromDay: '2026-05-12',
        dueDay: '2026-05-15',
        closedHow: 'discharged',
      });
      at('2026-05-18');
      await must(remark(id));
      await must(answer(id, 'act_refusing'));
      expect(await refusalOf(remark(id))).toMatchObject({ code: 'already_ended', basis: { article: '74(6)' } });
    });

    it('on the remarks to which whoever presided decides within days, with a reason, also after the end; nobody else does', async () => {
      const id = await called();
      const decide = (viewer = cast.executor) => {
        const reason = 'Слова о пандусе внесены дополнением к протоколу.';
        return decideRemarks(world, viewer, { appealId: id, ruling: 'accepted', reason });
      };
      at('2026-05-15');
      await must(heldOn(id, '2026-05-08'));
      expect(await codeOf(decide())).toBe('remarks_none');
      await must(remark(id));
      await must(remark(id));
      expect(await letters(id, 'case_step', cast.executor)).toHaveLength(2);
      await must(answer(id, 'act_refusing'));
      expect(await owed(id, 'remarks_decision')).toMatchObject({
        debtorKind: 'body',
        dueDay: '2026-05-20',
        closedDay: null,
      });
      expect(await refusalOf(decide(cast.head))).toMatchObject({ code: 'not_the_chair', basis: { article: '74(6)' } });
      at('2026-05-20');
      await must(decide());
      expect(await codeOf(decide())).toBe('remarks_none');
      expect(await owed(id, 'remarks_decision')).toMatchObject({ closedDay: '2026-05-20', closedHow: 'discharged' });
      expect(await letters(id, 'case_step', cast.ngo)).toContainEqual(
        expect.objectContaining({ data: expect.objectContaining({ step: 'remarks_accepted' }) }),
      );
    });

    it('whose remarks have their days also where the decision comes before they are over', async () => {
      const id = await called();
      at('2026-05-15');
      await must(heldOn(id, '2026-05-08'));
      await must(answer(id, 'act_refusing'));
      at('2026-05-20');
      await must(remark(id));
      at('2026-05-21');
      expect(await codeOf(remark(id))).toBe('already_ended');
    });
  });

  it('announced on any day leaves the notice its working days: a property over the calendar', () => {
    const edition = inForce();
    const { calendar } = world.guide;
    const procedure = edition.procedures.application;
    const n = procedure.rules.hearing_notice?.term.n ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), (offset) => {
        const around = { edition, procedure, calendar, today: addDays('2025-01-02', offset) };
        const day = earliestDecision(around);
        expect(inTimeFor(around, addDays(day, -1)) && addDays(day, -1) > around.today).toBe(false);
        if (isWorking(calendar, day)) expect(workingDaysBetween(calendar, around.today, day)).toBeGreaterThanOrEqual(n);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the file', () => {
  it('asked for, is owed within the guide’s days; given, it is seen by the parties alone', async () => {
    at('2026-02-02');
    const id = await file();
    const { number } = await row(id);
    await must(assignAppeal(world, cast.registrar, { appealId: id, officialId: cast.executor.personId }));
    expect(await codeOf(giveFile(world, cast.executor, { appealId: id, text: 'Материалы приложены.' }))).toBe(
      'file_not_asked',
    );
    await must(askFile(world, cast.ngo, { appealId: id, what: 'Все материалы' }));
    await must(askFile(world, cast.ngo, { appealId: id, what: 'И протоколы' }));
    expect(await owed(id, 'file_access')).toMatchObject({
      dueDay: '2026-02-05',
      officialId: cast.executor.personId,
      closedDay: null,
    });
    const fileId = await uploaded(world, cast.executor);
    await must(giveFile(world, cast.executor, { appealId: id, text: 'Материалы приложены.', files: [fileId] }));
    expect(await owed(id, 'file_access')).toMatchObject({ closedHow: 'discharged' });
    const open = await world.db.prisma.obligation.count({
      where: { stream: `appeal:${id}`, rule: 'file_access', closedDay: null },
    });
    expect(open).toBe(0);
    for (const [viewer, sees] of [
      [cast.ngo, true],
      [cast.head, true],
      [cast.stranger, false],
      [null, false],
    ] as const)
      expect((await attachmentOf(world, viewer, { number, fileId })) !== null).toBe(sees);
  });

  it('is owed in the simplified procedure too, and not where the guide knows no access', async () => {
    at('2026-02-02');
    const message = await file({ kind: 'message' });
    await must(askFile(world, cast.ngo, { appealId: message, what: 'Все материалы' }));
    expect(await owed(message, 'file_access')).toMatchObject({ dueDay: '2026-02-05' });
    const request = await file({ kind: 'request_information' });
    expect(await codeOf(askFile(world, cast.ngo, { appealId: request, what: 'Все материалы' }))).toBe(
      'file_access_not_known',
    );
  });

  it('asked for before the decision is owed after it, and may be asked for after the end', async () => {
    at('2026-02-02');
    const id = await file();
    await must(askFile(world, cast.ngo, { appealId: id, what: 'Все материалы' }));
    await must(answer(id, 'act_favourable', { execution: 'done' }));
    expect(await owed(id, 'file_access')).toMatchObject({ dueDay: '2026-02-05', closedDay: null });
    at('2026-02-04');
    await must(giveFile(world, cast.executor, { appealId: id, text: 'Материалы приложены.' }));
    expect(await owed(id, 'file_access')).toMatchObject({ closedDay: '2026-02-04', closedHow: 'discharged' });
    at('2026-03-02');
    await must(askFile(world, cast.ngo, { appealId: id, what: 'Все материалы' }));
    const withdrawn = await file();
    await must(withdrawAppeal(world, cast.ngo, { appealId: withdrawn, statement: 'Вопрос решён.' }));
    await must(askFile(world, cast.ngo, { appealId: withdrawn, what: 'Все материалы' }));
  });
});

describe('a favourable act', () => {
  const report = (appealId: string) =>
    reportExecution(world, cast.executor, { appealId, text: 'Пандус установлен и принят.' });

  it('is carried out within the law’s days; the applicant says whether it was', async () => {
    at('2026-02-02');
    const id = await file();
    expect(await codeOf(report(id))).toBe('nothing_to_execute');
    await must(answer(id, 'act_favourable', { execution: 'lawful' }));
    expect(await owed(id, 'execute')).toMatchObject({ dueDay: '2026-02-09', closedDay: null });
    const judge = (done: string) => judgeExecution(world, cast.ngo, { appealId: id, done });
    expect(await codeOf(judge('yes'))).toBe('execution_not_reported');
    at('2026-02-10');
    await must(report(id));
    expect(await owed(id, 'execute')).toMatchObject({ closedDay: '2026-02-10', closedHow: 'discharged' });
    expect(await codeOf(report(id))).toBe('executed_already');
    await must(judge('no'));
    expect(await codeOf(judge('yes'))).toBe('execution_judged_already');
    expect((await row(id)).steps).toMatchObject({ execution: { executedDay: '2026-02-10', confirmed: false } });
  });

  it('may set a day of its own, ahead; or leave nothing to be done', async () => {
    at('2026-02-02');
    const id = await file();
    const set = { execution: 'set' };
    expect(await codeOf(answer(id, 'act_favourable', set))).toBe('invalid');
    expect(await codeOf(answer(id, 'act_favourable', { ...set, executeBy: '2026-02-02' }))).toBe('invalid');
    await must(answer(id, 'act_favourable', { ...set, executeBy: '2026-06-30' }));
    expect(await owed(id, 'execute')).toMatchObject({ dueDay: '2026-06-30' });
    const other = await file();
    await must(answer(other, 'act_favourable', { execution: 'done' }));
    expect(await codeOf(report(other))).toBe('nothing_to_execute');
  });
});

it('the ledger is whole: every row is the fold of its events', async () => {
  expect((await verifyLedger(world)).faults).toEqual([]);
});
